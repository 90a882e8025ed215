package org.goldenthread.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Made-up people in a real database, and questions asked about them as the application's own role. */
final class MadeUpPeople implements AutoCloseable {

    static final String NOW = "2026-03-02T10:00:00Z";

    /** A worker who may search, and sees who is allocated to them. */
    static final String WORKER = "SEARCH_PEOPLE SEE_RECORDS";

    /** The front door, which is told of everybody who is known. */
    static final String FRONT_DOOR = "SEARCH_PEOPLE SEE_RECORDS FIND_EVERY_CHILD";

    /** Sees every record that no restriction keeps from them. */
    static final String EVERYTHING = "SEARCH_PEOPLE SEE_RECORDS SEE_EVERY_RECORD";

    private final TestDatabase database = TestDatabase.start();
    private final Connection writer;
    private int numbers = 700_000;

    /** What a search or a check for duplicates answers with. */
    record Row(
            @Nullable UUID person,
            String standing,
            @Nullable String given,
            @Nullable String family,
            @Nullable String born,
            @Nullable String place,
            @Nullable String localNumber,
            @Nullable String worker,
            @Nullable String ask,
            List<String> why,
            String strength) {

        String name() {
            return given + " " + family;
        }
    }

    MadeUpPeople() {
        try {
            writer = database.acting("maker", "SYSTEM", NOW);
            update("insert into team (id, name) values ('team-a', 'Team A'), ('team-b', 'Team B')");
            update(
                    "insert into account (name, post, role, created_at) values ('worker', 'Social worker', 'MANAGER', now()),"
                            + " ('other-worker', 'Other social worker', 'MANAGER', now()), ('front-door', 'Front door worker', 'MANAGER', now())");
            update("insert into team_member (team, account) values ('team-a', 'worker'), ('team-b', 'other-worker')");
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    TestDatabase database() {
        return database;
    }

    /** @param further names of columns, each followed by its value */
    UUID add(String given, String family, @Nullable String born, String... further) {
        UUID id = UUID.randomUUID();
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values =
                new ArrayList<>(Arrays.asList(id, id, given, family, born, String.valueOf(numbers++)));
        for (int at = 0; at < further.length; at += 2) {
            columns.add(", " + further[at]);
            values.add(further[at + 1]);
        }
        update(
                "insert into person (id, person, version, known_from, known_by, known_by_post, created_by, given_name, family_name, born, local_number"
                        + String.join("", columns) + ") values (?, ?, 1, now(), '', '', 'maker', ?, ?, ?::date, ?"
                        + columns.stream()
                                .map(column -> column.equals(", expected") ? ", ?::date" : ", ?")
                                .reduce("", String::concat)
                        + ")",
                values.toArray());
        return id;
    }

    UUID address(UUID person, String lines, String postcode, boolean hidden) {
        return fact(
                "address",
                person,
                "lines, postcode, kind, started, must_not_be_disclosed",
                "?, ?, 'HOME', '2020-01-01', ?",
                lines,
                postcode,
                hidden);
    }

    UUID otherName(UUID person, String given, String family) {
        return fact("other_name", person, "given_name, family_name, kind", "?, ?, 'FORMER'", given, family);
    }

    UUID allocate(UUID person, String team, String account) {
        return fact(
                "allocation",
                person,
                "team, account, duty, started",
                "?, ?, 'ALLOCATED_WORKER', '2025-01-01'",
                team,
                account);
    }

    void parent(UUID child, UUID parent) {
        fact("relationship", child, "other, kind", "?, 'MOTHER'", parent);
    }

    UUID restrict(UUID person, String ask, String... members) {
        UUID id = fact(
                "restriction", person, "kind, reason, ask, started", "'ADOPTION', 'Made up', ?, '2025-01-01'", ask);
        for (String member : members) {
            update(
                    "insert into restriction_member (restriction, account, added_at, added_by) values (?, ?, now(), 'maker')",
                    id,
                    member);
        }
        return id;
    }

    void change(String table, UUID id, String set) {
        update("update " + table + " set " + set + " where id = ?", id);
    }

    private UUID fact(String table, UUID person, String columns, String places, Object... values) {
        UUID id = UUID.randomUUID();
        List<Object> all = new ArrayList<>(List.of(id, person));
        all.addAll(List.of(values));
        update(
                "insert into " + table + " (id, person, version, known_from, known_by, known_by_post, " + columns
                        + ") values (?, ?, 1, now(), '', '', " + places + ")",
                all.toArray());
        return id;
    }

    void update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = writer.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    List<Row> find(String account, String rights, String words) {
        return find(account, rights, words, 20, 0);
    }

    List<Row> find(String account, String rights, String words, int limit, int offset) {
        return ask(
                account,
                rights,
                "select *, '' as strength from search_people(?, ?, ?)",
                "matched",
                words,
                limit,
                offset);
    }

    /** Names of whoever is found by somebody who may see everybody. */
    List<String> names(String words) {
        return find("other-worker", EVERYTHING, words).stream().map(Row::name).toList();
    }

    List<Row> duplicates(
            String account,
            String rights,
            String given,
            String family,
            @Nullable String born,
            @Nullable String expected,
            String nhs,
            String upn,
            String postcode) {
        return ask(
                account,
                rights,
                "select * from possible_duplicates(?, ?, ?::date, ?::date, ?, ?, ?)",
                "reasons",
                given,
                family,
                born,
                expected,
                nhs,
                upn,
                postcode);
    }

    private List<Row> ask(String account, String rights, String sql, String why, @Nullable Object... values) {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.acting(account, rights, NOW);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                rows.add(new Row(
                        row.getObject("person", UUID.class),
                        row.getString("standing"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("born"),
                        row.getString("place"),
                        row.getString("local_number"),
                        row.getString("worker"),
                        row.getString("ask"),
                        row.getArray(why) == null
                                ? List.of()
                                : List.of((String[]) row.getArray(why).getArray()),
                        row.getString("strength")));
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } catch (SQLException problem) {
            throw new UncheckedIOException(new IOException(problem));
        }
        database.close();
    }
}
