package org.goldenthread.app.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords that were made at the first start, in a file that only its owner can read. */
final class SecretsFile {

    private static final int BYTES = 24;

    private final Properties secrets = new Properties();

    private SecretsFile() {}

    /** The secrets in {@code file}; those of {@code names} that it lacks are made and kept. */
    static SecretsFile at(Path file, String... names) throws IOException {
        SecretsFile result = new SecretsFile();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                result.secrets.load(reader);
            }
        } else {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        boolean added = false;
        for (String name : names) {
            if (!result.secrets.containsKey(name)) {
                result.secrets.setProperty(name, makeSecret());
                added = true;
            }
        }
        if (added) {
            try (Writer writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                result.secrets.store(writer, "Passwords of the database. Keep this file secret.");
            }
        }
        return result;
    }

    String get(String name) {
        return secrets.getProperty(name);
    }

    private static String makeSecret() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
