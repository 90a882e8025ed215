package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies the files of the embedded database while people work, as PostgreSQL's own low-level backup asks: between
 * {@code pg_backup_start} and {@code pg_backup_stop}, with the log that was written meanwhile. Started on the copy, PostgreSQL
 * plays that log, and is as it was at the end of the copying.
 *
 * @see <a href="https://www.postgresql.org/docs/18/continuous-archiving.html">Continuous archiving and point-in-time recovery</a>
 */
public final class ClusterBackup {

    private static final String CONTROL = "global/pg_control";
    private static final String LOG = "pg_wal";

    /** What belongs to the running server and not to its data: the folders stay, empty. */
    private static final Set<String> EMPTIED = Set.of(
            LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "backup_manifest");

    private ClusterBackup() {}

    /**
     * Copies the cluster of {@code home}, whether a server is using it or not.
     *
     * @throws DatabaseProblem saying what stood in the way
     */
    public static void copy(Path home, BackupSink sink) {
        try {
            UnprivilegedUser user = UnprivilegedUser.find();
            Path cluster = PostgresFolders.under(home, user).cluster();
            if (!Files.isReadable(cluster.resolve("PG_VERSION"))) {
                throw new DatabaseProblem("There is no database in " + home
                        + " that this user may read. Run the backup as the user that the server runs as.");
            }
            if (EmbeddedPostgres.isInUse(home)) {
                List<String> pidFile = Files.readAllLines(cluster.resolve("postmaster.pid"), StandardCharsets.UTF_8);
                String password =
                        SecretsFile.at(home.resolve("database.secrets")).get("superuser");
                copy("jdbc:postgresql://127.0.0.1:" + pidFile.get(3).strip() + "/postgres", password, cluster, sink);
            } else {
                try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                    copy(postgres.url("postgres"), postgres.password("superuser"), cluster, sink);
                }
            }
        } catch (SQLException | IOException problem) {
            throw new DatabaseProblem("The database could not be copied: " + problem.getMessage(), problem);
        }
    }

    private static void copy(String url, String password, Path cluster, BackupSink sink)
            throws SQLException, IOException {
        try (Connection connection = Connections.open(url, "postgres", password)) {
            // While this session lasts, no log from here on is thrown away.
            Connections.execute(
                    connection,
                    "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
            String first = ask(connection, "select pg_walfile_name(pg_backup_start('golden thread', true))");
            copyFiles(cluster, sink);
            String last;
            try (Statement statement = connection.createStatement();
                    ResultSet stopped = statement.executeQuery(
                            "select labelfile, spcmapfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
                stopped.next();
                sink.add("backup_label", stopped.getString(1).getBytes(StandardCharsets.UTF_8));
                if (!stopped.getString(2).isBlank()) {
                    throw new DatabaseProblem(
                            "The database has tablespaces outside its folder, which a backup by this command"
                                    + " does not take. Use pg_basebackup.");
                }
                last = stopped.getString(3);
            }
            try (Stream<Path> segments = Files.list(cluster.resolve(LOG))) {
                for (Path segment : segments.sorted().toList()) {
                    String name = segment.getFileName().toString();
                    if (name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                        sink.add(LOG + "/" + name, segment);
                    }
                }
            }
        }
    }

    private static void copyFiles(Path cluster, BackupSink sink) throws IOException {
        copyFolder(cluster, cluster, sink);
        sink.addFolder(LOG + "/archive_status");
        sink.addFolder(LOG + "/summaries");
        sink.add(CONTROL, cluster.resolve(CONTROL));
    }

    private static void copyFolder(Path cluster, Path folder, BackupSink sink) throws IOException {
        List<Path> within;
        try (Stream<Path> listed = Files.list(folder)) {
            within = listed.sorted().toList();
        } catch (NoSuchFileException gone) {
            return;
        }
        for (Path each : within) {
            String name = cluster.relativize(each).toString();
            String last = each.getFileName().toString();
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                if (last.startsWith("pgsql_tmp")) {
                    continue;
                }
                sink.addFolder(name);
                if (!EMPTIED.contains(name)) {
                    copyFolder(cluster, each, sink);
                }
            } else if (!LEFT_OUT.contains(name) && !name.equals(CONTROL) && !last.startsWith("pg_internal.init")) {
                sink.add(name, each);
            }
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
