package org.goldenthread.app.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goldenthread.app.database.TestDatabase;

/** All that a data folder and its database hold, to be held against what they held before. */
final class KeptData {

    /** What a backup leaves out, and a restore gives anew. */
    private static final List<String> NOT_BACKED_UP =
            List.of("database", "in-use.lock", "postgres.log", "keys/backup.key");

    private KeptData() {}

    /** Every file of a folder and of its embedded database, byte for byte; nothing where there is no folder. */
    static Map<String, String> bytes(Path home) throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (Files.exists(home)) {
            add(home, found);
            add(TestDatabase.clusterOf(home), found);
        }
        return found;
    }

    /** The files of a folder that go into a backup beside its database. */
    static Map<String, String> backedUp(Path home) throws IOException {
        Map<String, String> found = new TreeMap<>();
        add(home, found);
        found.keySet().removeIf(name -> NOT_BACKED_UP.stream().anyMatch(Path.of(name)::startsWith));
        return found;
    }

    /** Each table with how many rows it has and a digest of them all. */
    static Map<String, String> rows(Connection pastPolicies) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Statement statement = pastPolicies.createStatement();
                Statement each = pastPolicies.createStatement();
                ResultSet tables = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (tables.next()) {
                String table = tables.getString(1);
                try (ResultSet rows = each.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "
                                + table + " t")) {
                    rows.next();
                    found.put(table, rows.getString(1));
                }
            }
        }
        return found;
    }

    private static void add(Path folder, Map<String, String> found) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                found.put(folder.relativize(each).toString(), digest(each));
            }
        }
    }

    private static String digest(Path file) throws IOException {
        try (DigestInputStream input =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
