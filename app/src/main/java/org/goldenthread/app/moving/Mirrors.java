package org.goldenthread.app.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and keeps the mirrors of what the present system holds. */
@Repository
public class Mirrors {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<Fact.Decided>> MOVES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final TypedRecords typed;

    Mirrors(JdbcClient jdbc, RecordTypes types, TypedRecords typed) {
        this.jdbc = jdbc;
        this.types = types;
        this.typed = typed;
    }

    /**
     * @param imported another of each import
     * @param cutOver when its area was cut over; null while it is not the record
     * @param acceptedReason why it may be cut over with what the rules found; empty until somebody says so
     */
    record Mirror(
            UUID imported,
            LocalDate asAt,
            String source,
            int rows,
            String checkedAs,
            int rulesRun,
            int rulesNotRun,
            String acceptedReason,
            @Nullable Instant cutOver,
            @Nullable LocalDate cutOverOn) {}

    /** The record that was made of a fact. */
    record Made(int fact, String kind, UUID record) {}

    /** One line of what the present system says of a child. */
    public record Line(String kind, String dates) {}

    /**
     * What the present system says of a child in one service area, which is not the record.
     *
     * @param source what its files were, where they tell no history; empty where they do
     */
    public record Shown(String area, String asAt, String source, List<Line> lines) {}

    /** What the mirrors have of a person, the latest first, area by area; nothing of an area that is cut over. */
    public List<Shown> list(UUID person) {
        Map<Area, Shown> shown = new EnumMap<>(Area.class);
        jdbc.sql(
                        "select f.*, m.as_at, m.source from mirror m join mirror_person p using (area) join mirror_fact f using (area, number)"
                                + " where p.person = ? and m.cut_over_at is null order by f.began desc, f.id desc")
                .param(person)
                .query(row -> {
                    Area area = Area.valueOf(row.getString("area"));
                    String asAt = Words.day(row.getObject("as_at", LocalDate.class));
                    String source = row.getString("source");
                    String noHistory = area.tellsHistory(source) ? "" : source;
                    shown.computeIfAbsent(area, unused -> new Shown(area.title(), asAt, noHistory, new ArrayList<>()))
                            .lines()
                            .add(line(fact(row)));
                });
        // Only somebody of whom a mirror tells has anybody there who works with them.
        (shown.isEmpty() ? Map.<Area, List<Line>>of() : listWork(person)).forEach((area, lines) -> {
            Shown before = shown.get(area);
            if (before != null) {
                lines.addAll(before.lines());
                shown.put(area, new Shown(before.area(), before.asAt(), before.source(), lines));
            }
        });
        return List.copyOf(shown.values());
    }

    /** Who works with the person now, as the present system has it. */
    private Map<Area, List<Line>> listWork(UUID person) {
        Map<Area, List<Line>> lines = new EnumMap<>(Area.class);
        jdbc.sql("""
                        select i.area, i.role, i.team, i.started, coalesce(nullif(w.name, ''), i.worker) worker
                        from mirror m join mirror_person p using (area) join mirror_involvement i using (area, number)
                        join mirror_worker w on w.area = i.area and w.id = i.worker
                        where p.person = ? and m.cut_over_at is null and i.ended is null order by i.started desc, i.id
                        """).param(person).query(row -> {
            String role = row.getString("role");
            String team = row.getString("team");
            lines.computeIfAbsent(Area.valueOf(row.getString("area")), unused -> new ArrayList<>())
                    .add(new Line(
                            (role.isEmpty() ? "Works with them" : role) + ": " + row.getString("worker")
                                    + (team.isEmpty() ? "" : ", " + team),
                            "from " + Words.day(row.getObject("started", LocalDate.class))));
        });
        return lines;
    }

    private Line line(Fact fact) {
        String from = Words.day(fact.began());
        LocalDate ended = fact.ended();
        return new Line(
                summary(fact),
                fact.lasts() ? "from " + from + (ended == null ? "" : " until " + Words.day(ended)) : from);
    }

    /** What the record would call it. */
    private String summary(Fact fact) {
        try {
            return typed.read(types.getType(fact.kind()), fact.answers()).summary();
        } catch (RefusedException sinceRefused) {
            // A release since the import may ask for more than the one before it did.
            return types.getType(fact.kind()).title();
        }
    }

    Optional<Mirror> find(Area area) {
        return jdbc.sql("select * from mirror where area = ?")
                .param(area.name())
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("cut_over_at", OffsetDateTime.class);
                    return new Mirror(
                            row.getObject("import", UUID.class),
                            row.getObject("as_at", LocalDate.class),
                            row.getString("source"),
                            row.getInt("rows_given"),
                            row.getString("checked_as"),
                            row.getInt("rules_run"),
                            row.getInt("rules_not_run"),
                            row.getString("accepted_reason"),
                            at == null ? null : at.toInstant(),
                            row.getObject("cut_over_on", LocalDate.class));
                })
                .optional();
    }

    /** Puts an import in the place of the one before; who its children are is another's to say. */
    void replace(Area area, Given given, LocalDate asAt, String account, String post) {
        jdbc.sql("delete from mirror where area = ?").param(area.name()).update();
        jdbc.sql(
                        "insert into mirror (area, as_at, imported_at, imported_by, imported_post, rows_given, source, checked_as, rules_run,"
                                + " rules_not_run) values (?, ?, acting_at(), ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        area.name(),
                        asAt,
                        account,
                        post,
                        given.rows(),
                        given.source(),
                        given.checked().title(),
                        given.checked().rules(),
                        given.checked().notRun())
                .update();
        for (Given.Child child : given.children()) {
            jdbc.sql(
                            "insert into mirror_person (area, number, given_name, family_name, born, expected, died, sex, ethnicity, disabilities,"
                                    + " nhs_number, upn, upn_unknown) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            area.name(),
                            child.number(),
                            child.givenName(),
                            child.familyName(),
                            child.born(),
                            child.expected(),
                            child.died(),
                            child.sex(),
                            child.ethnicity(),
                            child.disabilities().toArray(String[]::new),
                            child.nhsNumber(),
                            child.upn(),
                            child.upnUnknown()))
                    .update();
        }
        given.facts().forEach(fact -> add(area, fact));
        for (Given.Refused each : given.refused()) {
            jdbc.sql("insert into mirror_refusal (area, file, line, why) values (?, ?, ?, ?)")
                    .params(area.name(), each.file(), each.line(), each.why())
                    .update();
        }
        for (Given.Finding each : given.checked().findings()) {
            jdbc.sql("insert into mirror_finding (area, rule, serious, message, number) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(area.name(), each.rule(), each.serious(), each.message(), each.number())
                    .update();
        }
    }

    private void add(Area area, Fact fact) {
        jdbc.sql(
                        "insert into mirror_fact (area, id, number, kind, follows, answers, state, moves, lasts, began, ended, file, line)"
                                + " values (?, ?, ?, ?, ?, cast(? as jsonb), ?, cast(? as jsonb), ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        area.name(),
                        fact.id(),
                        fact.number(),
                        fact.kind(),
                        fact.follows(),
                        JSON.writeValueAsString(fact.answers()),
                        fact.state(),
                        JSON.writeValueAsString(fact.moves()),
                        fact.lasts(),
                        fact.began(),
                        fact.ended(),
                        fact.file(),
                        fact.line()))
                .update();
    }

    List<Fact> listFacts(Area area) {
        return jdbc.sql("select * from mirror_fact where area = ? order by id")
                .param(area.name())
                .query((row, number) -> fact(row))
                .list();
    }

    /** How many facts of each kind. */
    Map<String, Integer> countKinds(Area area) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("select kind, count(*) from mirror_fact where area = ? group by kind")
                .param(area.name())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** The records that the cut-over of an area made, in the order in which it made them. */
    List<Made> listMade(Area area) {
        return jdbc.sql("select id, kind, record from mirror_fact where area = ? and record is not null order by id")
                .param(area.name())
                .query((row, number) ->
                        new Made(row.getInt("id"), row.getString("kind"), row.getObject("record", UUID.class)))
                .list();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getInt("id"),
                row.getString("number"),
                row.getString("kind"),
                row.getObject("follows", Integer.class),
                JSON.readValue(row.getString("answers"), ANSWERS),
                row.getString("state"),
                JSON.readValue(row.getString("moves"), MOVES),
                row.getBoolean("lasts"),
                row.getObject("began", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                row.getString("file"),
                row.getInt("line"));
    }

    void setRecord(Area area, int fact, @Nullable UUID record) {
        jdbc.sql("update mirror_fact set record = ? where area = ? and id = ?")
                .params(Arrays.asList(record, area.name(), fact))
                .update();
    }

    void accept(Area area, String account, String reason) {
        jdbc.sql("update mirror set accepted_reason = ?, accepted_by = ?, accepted_at = acting_at() where area = ?")
                .params(reason, account, area.name())
                .update();
    }

    /** @param on the day of the cut-over; null where it is taken back */
    /**
     * Sets right what contacts and early help that were moved in leave to begin, by all that is recorded now.
     *
     * @return how many of them wait for somebody to begin it
     */
    int seeLeftToBegin() {
        return jdbc.sql("select see_left_of_mirror()").query(Integer.class).single();
    }

    void cutOver(Area area, String account, @Nullable LocalDate on) {
        jdbc.sql("update mirror set cut_over_at = case when cast(:on as date) is null then null else acting_at() end,"
                        + " cut_over_by = case when cast(:on as date) is null then null else :account end, cut_over_on = :on"
                        + " where area = :area")
                .param("on", on)
                .param("account", account)
                .param("area", area.name())
                .update();
    }
}
