package org.goldenthread.returns.write.daily;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.regex.Pattern;

/** What tells the collection that the council may send. It is never shown and never written. */
public final class AccessToken {
    private static final Pattern FIT = Pattern.compile("[!-~]+");

    private final String token;

    private AccessToken(String token, String from) {
        String stripped = token.strip();
        if (!FIT.matcher(stripped).matches()) {
            throw new SendStopped(
                    "The token in " + from + " is empty or has spaces or lines in it. Put the token there alone.");
        }
        this.token = stripped;
    }

    /**
     * @param from where it was had, for messages
     * @throws SendStopped where it is empty or could not be sent
     */
    public static AccessToken of(String token, String from) {
        return new AccessToken(token, from);
    }

    /** @throws SendStopped where others may read the file, or it holds no token */
    public static AccessToken read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        if (!permissions.isEmpty()) {
            throw new SendStopped("The token file " + file + " may be read by others. Run: chmod 600 " + file
                    + " and ask for a new token if anyone may have read it.");
        }
        return new AccessToken(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    }

    /** What a request is authorised with. */
    public String header() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "access token";
    }
}
