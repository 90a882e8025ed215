package org.goldenthread.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is behind the pseudonyms of a snapshot. They lie in one file, apart from the tables; once it is erased nobody is
 * found any more and the figures stay as they are. Whoever asks has to have the right to, and has to record that they
 * asked.
 */
public final class Identities {
    static final String FILE = "identities.parquet";

    private final Path file;
    private final Optional<byte[]> key;

    Identities(Path file, Optional<byte[]> key) {
        this.file = file;
        this.key = key;
    }

    /** The council's own identifier of a person; of several, the first in the order of the alphabet. */
    public Optional<String> findCouncilId(String pseudonym) {
        return listIdentities(pseudonym).stream()
                .filter(identity -> identity.kind().equals(Identity.COUNCIL_ID))
                .map(Identity::value)
                .sorted()
                .findFirst();
    }

    /** The council's own identifiers of several persons by pseudonym, in one reading; without those that are not held. */
    public Map<String, String> findCouncilIds(Collection<String> pseudonyms) {
        Map<String, String> found = new TreeMap<>();
        if (pseudonyms.isEmpty()) {
            return found;
        }
        ask(
                "SELECT person_id, min(value) FROM %s WHERE kind = '" + Identity.COUNCIL_ID
                        + "' AND person_id IN (SELECT unnest(?)) GROUP BY person_id",
                query -> {
                    query.setArray(1, query.getConnection().createArrayOf("VARCHAR", pseudonyms.toArray()));
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            found.put(rows.getString(1), rows.getString(2));
                        }
                    }
                });
        return found;
    }

    /** All that is held about everybody. */
    List<Identity> listAll() {
        List<Identity> identities = new ArrayList<>();
        ask(
                "SELECT person_id, kind, value, source, line FROM %s ORDER BY ALL",
                query -> {
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            identities.add(new Identity(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getInt(5)));
                        }
                    }
                });
        return identities;
    }

    /** All of one kind that is held about everybody, in the order of person, source, line and value. */
    public List<Identity> listOfKind(String kind) {
        List<Identity> identities = new ArrayList<>();
        ask(
                "SELECT person_id, value, source, line FROM %s WHERE kind = ? ORDER BY person_id, source, line, value",
                query -> {
                    query.setString(1, kind);
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            identities.add(new Identity(
                                    rows.getString(1), kind, rows.getString(2), rows.getString(3), rows.getInt(4)));
                        }
                    }
                });
        return identities;
    }

    /** All that is held about one person, in the order of kind and value; empty once erased. */
    public List<Identity> listIdentities(String pseudonym) {
        List<Identity> identities = new ArrayList<>();
        ask(
                "SELECT kind, value, source, line FROM %s WHERE person_id = ? ORDER BY kind, value, source, line",
                query -> {
                    query.setString(1, pseudonym);
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            identities.add(new Identity(
                                    pseudonym,
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getInt(4)));
                        }
                    }
                });
        return identities;
    }

    /** Reads the answers of a query. */
    private interface Answers {
        void read(PreparedStatement query) throws SQLException;
    }

    /**
     * Asks the file, if it has not been erased.
     *
     * @param sql with {@code %s} for the file
     */
    private void ask(String sql, Answers answers) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            if (key.isPresent()) {
                DuckDbKeys.add(connection, "identities", key.get());
            }
            String relation = ParquetView.relation(file, key.isPresent() ? "identities" : "");
            try (PreparedStatement query = connection.prepareStatement(sql.replace("%s", relation))) {
                answers.read(query);
            }
        } catch (SQLException problem) {
            throw new SnapshotException(
                    file + " cannot be read: it is damaged or was made with another key. Make the snapshot again.",
                    problem);
        }
    }
}
