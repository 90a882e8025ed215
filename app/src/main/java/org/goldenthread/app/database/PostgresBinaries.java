package org.goldenthread.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once for each version from the jar that carries them. */
final class PostgresBinaries {

    private static final Pattern JAR_VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * The programs, unpacked under {@code cache} unless they are there already.
     *
     * @throws DatabaseProblem where no programs for this kind of machine are on the class path, or they cannot be unpacked
     */
    static PostgresBinaries unpackedUnder(Path cache) {
        String archive = archiveName();
        Path home = cache.resolve("postgres-" + version(archive));
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return new PostgresBinaries(home);
        }
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new DatabaseProblem("This build carries no PostgreSQL for this kind of machine (" + archive
                        + "). Set GOLDEN_THREAD_DATABASE_URL to a PostgreSQL 18 or later of your own.");
            }
            Files.createDirectories(cache);
            Path unfinished = Files.createTempDirectory(cache, "unpacking-");
            unpack(packed, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveIntoPlace(unfinished, home);
        } catch (IOException problem) {
            throw new DatabaseProblem(
                    "PostgreSQL could not be unpacked to " + home + ": " + problem.getMessage(), problem);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String archiveName() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String kind = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-linux-" + kind + ".txz";
    }

    // The archive carries no version of its own; the name of its jar does.
    private static String version(String archive) {
        URL url = PostgresBinaries.class.getResource("/" + archive);
        Matcher named = JAR_VERSION.matcher(String.valueOf(url));
        return named.find() ? named.group(1) : "18";
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? file : parentOf(file));
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        try (Stream<Path> all = Files.walk(target)) {
            for (Path folder : all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static Path parentOf(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("the archive names a file without a folder: " + file);
        }
        return parent;
    }

    // Two processes may unpack at once; the first to finish wins, and what the other made is the same.
    private static void moveIntoPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException alreadyThere) {
            Folders.delete(unfinished);
        }
    }
}
