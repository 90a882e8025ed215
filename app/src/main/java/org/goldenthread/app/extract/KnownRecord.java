package org.goldenthread.app.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.CollectionYear;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the record as it was known at one moment, by the SQL files beside this class.
 *
 * <p>In a file {@code known(contact)} stands for the contacts as they were known at the moment {@code :at}, without those
 * withdrawn, of everybody or of one person; {@code include(name)} stands for another file.
 */
@Component
class KnownRecord {

    private static final Pattern KNOWN = Pattern.compile("known\\((\\w+)\\)");
    private static final Pattern INCLUDE = Pattern.compile("include\\((\\w+)\\)");
    private static final String AS_KNOWN = "(select * from $1_version where known_from <= :at"
            + " and (known_until is null or known_until > :at) and not withdrawn"
            + " and (cast(:only as uuid) is null or person = :only))";

    private final JdbcClient jdbc;

    KnownRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked of the record.
     *
     * @param at the moment as at which it was known
     * @param only one person; null for everybody
     * @param year the collection year that a return is of
     * @param last the last day that a return is drawn to
     */
    record Asked(Instant at, @Nullable UUID only, CollectionYear year, LocalDate last) {}

    JdbcClient.StatementSpec query(String name, Instant at, @Nullable UUID only) {
        return jdbc.sql(sql(name))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("only", only);
    }

    JdbcClient.StatementSpec query(String name, Asked asked) {
        return query(name, asked.at(), asked.only())
                .param("first", asked.year().firstDay())
                .param("last", asked.last())
                .param("year", asked.year().end())
                .param("year_end", asked.year().lastDay());
    }

    private static String sql(String name) {
        String text = INCLUDE.matcher(resource(name + ".sql")).replaceAll(match -> resource(match.group(1) + ".sql"));
        return KNOWN.matcher(text).replaceAll(AS_KNOWN);
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
