package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Puts a copied embedded database where one belongs, and proves that it starts. */
public final class ClusterRestore {

    private ClusterRestore() {}

    /** Where the files of the database of {@code home} belong. The folder is made, and holds what was there before. */
    public static Path folderOf(Path home) throws IOException {
        return PostgresFolders.under(home, UnprivilegedUser.find()).cluster();
    }

    public static boolean isInUse(Path home) throws IOException {
        return Files.exists(home.resolve("in-use.lock")) && EmbeddedPostgres.isInUse(home);
    }

    /**
     * Lets PostgreSQL's own user alone read the files that were put into {@link #folderOf}, and starts it once, so that it
     * plays the log that was copied with them.
     *
     * @throws DatabaseProblem where it does not start, or what it holds is not Golden Thread's
     */
    public static void recover(Path home) throws IOException {
        UnprivilegedUser user = UnprivilegedUser.find();
        Path cluster = PostgresFolders.under(home, user).cluster();
        try (Stream<Path> all = Files.walk(cluster)) {
            for (Path each : all.toList()) {
                boolean folder = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS);
                Files.setPosixFilePermissions(
                        each, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
                user.own(each);
            }
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
                Connection connection =
                        Connections.open(postgres.url("golden_thread"), "postgres", postgres.password("superuser"))) {
            if (!Connections.finds(connection, "select 1 from pg_tables where tablename = ?", "audit_log")) {
                throw new DatabaseProblem("What was restored is not a database of Golden Thread.");
            }
        } catch (SQLException problem) {
            throw new DatabaseProblem("The restored database does not answer: " + problem.getMessage(), problem);
        }
    }

    /**
     * Takes away a data folder that was being made, and its database where that lies elsewhere. A database server that outlived
     * the command that started it there is ended first.
     *
     * @throws DatabaseProblem where another command is making it now
     */
    public static void delete(Path home) throws IOException {
        if (isInUse(home)) {
            throw new DatabaseProblem("Another restore is at work in " + home + ". Let it end, or stop it, first.");
        }
        Path database = PostgresFolders.parentFor(home, UnprivilegedUser.find());
        EmbeddedPostgres.kill(database.resolve("cluster"));
        Folders.delete(database);
        Folders.delete(home);
    }
}
