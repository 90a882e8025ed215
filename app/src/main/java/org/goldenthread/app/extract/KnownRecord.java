package org.goldenthread.app.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goldenthread.app.database.PlannedOnce;
import org.goldenthread.app.records.AsTyped;
import org.goldenthread.core.calendar.CollectionYear;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the record as it was known at one moment, by the SQL files beside this class.
 *
 * <p>In a file {@code known(contact)} stands for the contacts as they were known at the moment {@code :at}, without those
 * withdrawn, of everybody or of the one person who is asked about; {@code anybody(contact)} for those of everybody even then;
 * {@code include(name)} for another file. A column {@code drawn_from} names the records that a row was drawn from.
 *
 * <p>Of one person the same files are one statement, in which each table is read once and its policies asked once. It is long, and planning it takes
 * many times as long as answering it; so it is the same text for whatever kind of record is typed or left out, and planned once.
 */
@Component
class KnownRecord {

    private static final Pattern KNOWN = Pattern.compile("known\\((\\w+)\\)");
    private static final Pattern ANYBODY = Pattern.compile("anybody\\((\\w+)\\)");
    private static final Pattern INCLUDE = Pattern.compile("include\\((\\w+)\\)");
    private static final String AS_KNOWN =
            "known_from <= :at and (known_until is null or known_until > :at) and not withdrawn";
    private static final String OF_EVERYBODY = "(select * from $1_version where " + AS_KNOWN + ")";

    /** An id that no record has. */
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final PlannedOnce plannedOnce;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    KnownRecord(JdbcClient jdbc, PlannedOnce plannedOnce) {
        this.jdbc = jdbc;
        this.plannedOnce = plannedOnce;
    }

    /**
     * What is asked of the record.
     *
     * @param at the moment as at which it was known
     * @param year the collection year that a return is of
     * @param last the last day that a return is drawn to
     */
    record Asked(Instant at, CollectionYear year, LocalDate last) {}

    /**
     * Whom it is asked about.
     *
     * @param typed a record as it is typed and not saved, which stands in the place of what is saved of it; null for none
     */
    record About(UUID person, @Nullable AsTyped typed) {}

    /**
     * A part of a return.
     *
     * @param name of its SQL file
     * @param columns what its columns are called, in their order; empty where the file names them
     */
    record Part(String name, List<String> columns) {

        private String statement(String sql) {
            String names =
                    columns.isEmpty() ? "" : columns.stream().collect(Collectors.joining("\", \"", "(\"", "\")"));
            return "select '" + name + "' part, row_to_json(part)::text answers from (" + sql + ") part" + names;
        }
    }

    /** Asks for one table of everybody. */
    JdbcClient.StatementSpec query(String name, Instant at) {
        return jdbc.sql(statements.computeIfAbsent(name, unused -> ofEverybody(file(name))))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    /** The rows of each part, of everybody or of one person. */
    Map<String, List<DrawnRow>> draw(List<Part> parts, Asked asked, @Nullable About about) {
        Map<String, List<DrawnRow>> drawn = new TreeMap<>();
        parts.forEach(part -> drawn.put(part.name(), new ArrayList<>()));
        if (about == null) {
            for (Part part : parts) {
                take(asking(jdbc, part.statement(ofEverybody(file(part.name()))), asked), drawn);
            }
            return drawn;
        }
        AsTyped typed = about.typed();
        boolean laidOver = typed != null && !typed.isLeftOut();
        String sql = statements.computeIfAbsent(
                parts.getFirst().name() + parts.size() + laidOver, unused -> ofOne(parts, laidOver));
        return plannedOnce.ask(client -> {
            JdbcClient.StatementSpec statement = asking(client, sql, asked)
                    .param("only", about.person())
                    .param("typed_id", typed == null ? NONE : typed.id());
            if (typed != null && laidOver) {
                statement = statement
                        .param("typed_table", typed.type().table())
                        .param("typed_new", typed.isNew())
                        .param("typed", typed.json());
            }
            take(statement, drawn);
            return drawn;
        });
    }

    private static JdbcClient.StatementSpec asking(JdbcClient client, String sql, Asked asked) {
        return client.sql(sql)
                .param("at", OffsetDateTime.ofInstant(asked.at(), ZoneOffset.UTC))
                .param("first", asked.year().firstDay())
                .param("last", asked.last())
                .param("year", asked.year().end())
                .param("year_end", asked.year().lastDay());
    }

    private static void take(JdbcClient.StatementSpec statement, Map<String, List<DrawnRow>> drawn) {
        statement.query(row -> {
            drawn.computeIfAbsent(row.getString(1), unused -> new ArrayList<>()).add(DrawnRow.read(row.getString(2)));
        });
    }

    /** @param laidOver whether a record as it is typed takes the place of what is saved of it */
    private static String ofOne(List<Part> parts, boolean laidOver) {
        Set<String> tables = new TreeSet<>();
        List<String> selects = new ArrayList<>();
        for (Part part : parts) {
            String sql = file(part.name());
            KNOWN.matcher(sql).results().forEach(match -> tables.add(match.group(1)));
            String named = KNOWN.matcher(sql).replaceAll("known_$1");
            selects.add("(" + part.statement(ANYBODY.matcher(named).replaceAll(OF_EVERYBODY)) + ")");
        }
        return tables.stream()
                        .map(table -> "known_" + table + " as materialized (" + ofOne(table, laidOver) + ")")
                        .collect(Collectors.joining(",\n", "with ", "\n"))
                + String.join("\nunion all\n", selects);
    }

    private static String ofOne(String table, boolean laidOver) {
        String saved =
                "select * from " + table + "_version where person = :only and " + AS_KNOWN + " and id <> :typed_id";
        if (!laidOver) {
            return saved;
        }
        // What is typed of a record is laid over the columns that its form does not ask for.
        return saved + " union all select typed.* from (select) typing left join " + table + "_version saved"
                + " on saved.id = :typed_id and saved.person = :only and saved.known_until is null"
                + " cross join lateral jsonb_populate_record(saved, cast(:typed as jsonb)) typed"
                + " where cast(:typed_table as text) = '" + table + "' and (:typed_new or saved.id is not null)";
    }

    private static String ofEverybody(String sql) {
        return ANYBODY.matcher(KNOWN.matcher(sql).replaceAll(OF_EVERYBODY)).replaceAll(OF_EVERYBODY);
    }

    private static String file(String name) {
        return INCLUDE.matcher(resource(name + ".sql")).replaceAll(match -> resource(match.group(1) + ".sql"));
    }

    static String resource(String name) {
        try (InputStream stream = KnownRecord.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The program's own file " + name + " is missing. Build the program again.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
