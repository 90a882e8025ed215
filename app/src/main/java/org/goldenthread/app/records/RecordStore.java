package org.goldenthread.app.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps records of every kind in their tables; the database numbers, dates and signs each version. */
@Repository
class RecordStore {

    private static final String SHARED =
            "id, person, follows, recorded_together, state, version, why, withdrawn, known_from,"
                    + " known_by, known_by_post";

    /** What the present version has for the day on which the next was made. */
    private static final String NOW = "null::timestamptz as known_until";

    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    <C extends Content> void insert(
            RecordType<C> type,
            UUID id,
            UUID person,
            @Nullable UUID follows,
            @Nullable UUID together,
            String state,
            String why,
            String post,
            C content) {
        List<String> columns = new ArrayList<>(List.of(
                "id",
                "person",
                "follows",
                "recorded_together",
                "state",
                "version",
                "why",
                "known_from",
                "known_by",
                "known_by_post"));
        List<String> values = new ArrayList<>(List.of(
                ":id",
                ":person",
                ":follows",
                ":recorded_together",
                ":state",
                "1",
                ":why",
                "acting_at()",
                "''",
                ":post"));
        type.fields().forEach(field -> {
            columns.add(field.column());
            values.add(":" + field.column());
        });
        JdbcClient.StatementSpec statement = jdbc.sql("insert into " + type.table() + " (" + String.join(", ", columns)
                        + ") values (" + String.join(", ", values) + ")")
                .param("id", id)
                .param("person", person)
                .param("follows", follows)
                .param("recorded_together", together)
                .param("state", state)
                .param("why", why)
                .param("post", post);
        bind(statement, type, content).update();
    }

    /** @return whether the record was still at that version */
    <C extends Content> boolean change(RecordType<C> type, UUID id, int version, String why, String post, C content) {
        String set = type.fields().stream()
                .map(field -> field.column() + " = :" + field.column())
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec statement = jdbc.sql("update " + type.table() + " set " + set
                        + ", why = :why, known_by_post = :post where id = :id and version = :version")
                .param("why", why)
                .param("post", post)
                .param("id", id)
                .param("version", version);
        return bind(statement, type, content).update() == 1;
    }

    boolean move(RecordType<?> type, UUID id, int version, String state, String why, String post) {
        return jdbc.sql(
                                "update " + type.table()
                                        + " set state = :state, why = :why, known_by_post = :post where id = :id and version = :version")
                        .param("state", state)
                        .param("why", why)
                        .param("post", post)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean withdraw(RecordType<?> type, UUID id, int version, boolean withdrawn, String why, String post) {
        return jdbc.sql(
                                "update " + type.table()
                                        + " set withdrawn = :withdrawn, why = :why, known_by_post = :post where id = :id and version = :version")
                        .param("withdrawn", withdrawn)
                        .param("why", why)
                        .param("post", post)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    <C extends Content> Optional<Kept<C>> find(RecordType<C> type, UUID id) {
        return select(type, NOW, type.table() + " where id = ?", id).stream().findFirst();
    }

    /** Every version, the present one first. */
    <C extends Content> List<Kept<C>> listVersions(RecordType<C> type, UUID id) {
        return select(type, "known_until", type.table() + "_version where id = ? order by version desc", id);
    }

    /** The version that was known at {@code at}. */
    <C extends Content> Optional<Kept<C>> findAsKnown(RecordType<C> type, UUID id, Instant at) {
        return jdbc.sql(
                        "select " + columns(type) + ", known_until from " + type.table()
                                + "_version where id = :id and known_from <= :at and (known_until is null or known_until > :at)")
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((row, number) -> read(type, row))
                .optional();
    }

    /** Those of one person, the last recorded first, without those withdrawn. */
    <C extends Content> List<Kept<C>> listOf(RecordType<C> type, UUID person) {
        return select(
                type, NOW, type.table() + " where person = ? and not withdrawn order by known_from desc, id", person);
    }

    /** A page of the same, with how many there are on all pages: one question, so that the two agree. */
    <C extends Content> OnePage<Kept<C>> page(RecordType<C> type, UUID person, int limit, int skip) {
        String theirs = " from " + type.table() + " where person = :person and not withdrawn";
        return jdbc.sql("select counted.on_all_pages, shown.* from (select count(*) as on_all_pages" + theirs
                        + ") counted left join (select " + columns(type) + ", " + NOW + theirs
                        + " order by known_from desc, id limit :limit offset :skip) shown on true"
                        + " order by shown.known_from desc, shown.id")
                .param("person", person)
                .param("limit", limit)
                .param("skip", skip)
                .query(rows -> {
                    List<Kept<C>> items = new ArrayList<>();
                    long total = 0;
                    while (rows.next()) {
                        total = rows.getLong("on_all_pages");
                        // Past the last page the number stands alone.
                        if (rows.getObject("id") != null) {
                            items.add(read(type, rows));
                        }
                    }
                    return new OnePage<>(items, total);
                });
    }

    /** Those that came of one record, the first recorded first, without those withdrawn. */
    <C extends Content> List<Kept<C>> listFollowing(RecordType<C> type, UUID record) {
        return select(type, NOW, type.table() + " where follows = ? and not withdrawn order by known_from, id", record);
    }

    private <C extends Content> List<Kept<C>> select(RecordType<C> type, String until, String from, UUID id) {
        return jdbc.sql("select " + columns(type) + ", " + until + " from " + from)
                .param(id)
                .query((row, number) -> read(type, row))
                .list();
    }

    private static String columns(RecordType<?> type) {
        return SHARED
                + type.fields().stream().map(field -> ", " + field.column()).collect(Collectors.joining());
    }

    private static <C extends Content> JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, RecordType<C> type, C content) {
        JdbcClient.StatementSpec bound = statement;
        for (Field field : type.fields()) {
            Object value = field.read(content);
            bound = bound.param(
                    field.column(),
                    switch (value) {
                        case null -> field.kind().isEnum() ? "" : null;
                        case Enum<?> chosen -> chosen.name();
                        case List<?> several ->
                            several.stream().map(String::valueOf).toArray(String[]::new);
                        default -> value;
                    });
        }
        return bound;
    }

    private static <C extends Content> Kept<C> read(RecordType<C> type, ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("known_until", OffsetDateTime.class);
        return new Kept<>(
                type,
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("follows", UUID.class),
                row.getObject("recorded_together", UUID.class),
                row.getString("state"),
                row.getInt("version"),
                row.getString("why"),
                row.getBoolean("withdrawn"),
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                row.getString("known_by"),
                row.getString("known_by_post"),
                until == null ? null : until.toInstant(),
                type.make(field -> value(field, row)));
    }

    private static @Nullable Object value(Field field, ResultSet row) {
        try {
            return switch (field.form()) {
                case DATE -> row.getObject(field.column(), LocalDate.class);
                case TIME -> row.getObject(field.column(), LocalTime.class);
                case YES_NO -> row.getObject(field.column(), Boolean.class);
                case PERSON -> row.getObject(field.column(), UUID.class);
                case NUMBER -> row.getObject(field.column(), Integer.class);
                case CHOICES ->
                    Arrays.stream((Object[]) row.getArray(field.column()).getArray())
                            .map(String::valueOf)
                            .toList();
                case LINE, PROSE -> row.getString(field.column());
                case CHOICE -> choice(field, row.getString(field.column()));
            };
        } catch (SQLException problem) {
            throw new IllegalStateException("The column " + field.column() + " cannot be read.", problem);
        }
    }

    private static @Nullable Object choice(Field field, @Nullable String kept) {
        if (!field.kind().isEnum()) {
            return kept;
        }
        return kept == null || kept.isEmpty()
                ? null
                : Arrays.stream(field.kind().getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(kept))
                        .findFirst()
                        .orElse(null);
    }
}
