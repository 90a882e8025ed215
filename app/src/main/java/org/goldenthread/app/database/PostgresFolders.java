package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the embedded database keeps its files and its programs.
 *
 * @param parent holds the cluster; belongs to the user PostgreSQL runs as
 * @param cluster PostgreSQL's data directory
 * @param programs where PostgreSQL's programs are unpacked
 * @param log what PostgreSQL says
 */
record PostgresFolders(Path parent, Path cluster, Path programs, Path log) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresFolders.class);
    private static final int LOG_LINES = 8;

    /** The folders under {@code home}, or beside it where PostgreSQL's own user could not enter {@code home}. */
    static PostgresFolders under(Path home, UnprivilegedUser user) throws IOException {
        Files.createDirectories(home);
        Path parent = parentFor(home, user);
        if (user.isAnother()) {
            allowThrough(home);
        }
        if (!isWithin(home, parent)) {
            LOG.info(
                    "PostgreSQL does not run as root, and its user cannot enter {}. Its files are in {}.",
                    home,
                    parent);
        }
        Files.createDirectories(parent);
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
        user.own(parent);
        return new PostgresFolders(
                parent,
                parent.resolve("cluster"),
                programs(user),
                home.resolve("postgres.log").toAbsolutePath());
    }

    /** Where the folder above the cluster of {@code home} is or would be; nothing is made. */
    static Path parentFor(Path home, UnprivilegedUser user) {
        // Home itself is made passable at the first start, so that what lies above it decides.
        return user.canReach(home)
                ? home.resolve("database").toAbsolutePath()
                : Path.of("/var/lib/golden-thread", shortName(home));
    }

    static boolean isWithin(Path home, Path parent) {
        return parent.startsWith(home.toAbsolutePath());
    }

    String lastLogLines() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    // Passing through a folder lets nobody list or read what it holds.
    private static void allowThrough(Path home) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static Path programs(UnprivilegedUser user) {
        if (user.isAnother()) {
            return Path.of("/var/cache/golden-thread");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "golden-thread")
                : Path.of(cache, "golden-thread");
    }

    private static String shortName(Path home) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
