package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom PostgreSQL runs as.
 *
 * <p>PostgreSQL refuses to run as root. Where we are root, as in many containers, it runs as a user with no rights of its
 * own, its files belong to that user, and every folder above them must let that user through.
 */
final class UnprivilegedUser {

    private static final List<String> CANDIDATES = List.of("goldenthread", "postgres", "nobody");

    private final Optional<String> name;

    private UnprivilegedUser(Optional<String> name) {
        this.name = name;
    }

    static UnprivilegedUser find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedUser(Optional.empty());
        }
        return new UnprivilegedUser(CANDIDATES.stream()
                .filter(candidate -> principal(candidate).isPresent())
                .findFirst());
    }

    /** Whether files must be given away and commands run as another. */
    boolean isAnother() {
        return name.isPresent();
    }

    /** {@code command} as this user runs it. */
    List<String> command(List<String> command) {
        if (name.isEmpty()) {
            return command;
        }
        List<String> whole = new ArrayList<>(
                List.of("setpriv", "--reuid=" + name.get(), "--regid=" + group(), "--clear-groups", "--"));
        whole.addAll(command);
        return whole;
    }

    void own(Path path) throws IOException {
        if (name.isPresent()) {
            Files.setOwner(path, principal(name.get()).orElseThrow());
        }
    }

    /** Whether this user could enter every folder above {@code path}. */
    boolean canReach(Path path) {
        if (name.isEmpty()) {
            return true;
        }
        try {
            for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
                if (Files.exists(above)
                        && !Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)
                        && !Files.getOwner(above).getName().equals(name.get())) {
                    return false;
                }
            }
            return true;
        } catch (IOException problem) {
            return false;
        }
    }

    private String group() {
        return name.map(user -> user.equals("nobody") ? "nogroup" : user).orElseThrow();
    }

    private static Optional<UserPrincipal> principal(String user) {
        try {
            return Optional.of(
                    Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
