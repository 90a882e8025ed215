package org.goldenthread.app.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and keeps the mirror of what the present system holds of children looked after. */
@Repository
public class Mirrors {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OF_AREA = " where area = 'LOOKED_AFTER'";

    private final JdbcClient jdbc;

    Mirrors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cutOver when its area was cut over; null while it is not the record */
    record Mirror(
            LocalDate asAt,
            int rows,
            @Nullable Instant cutOver,
            @Nullable LocalDate cutOverOn) {}

    /**
     * @param person who it is in the record; null where nobody is
     * @param perhaps who it may be, where somebody must decide
     * @param nobody whether somebody decided that it is nobody
     */
    record Someone(
            String number,
            LocalDate born,
            String sex,
            String ethnicity,
            String upn,
            String upnUnknown,
            @Nullable UUID person,
            @Nullable UUID perhaps,
            boolean nobody) {}

    record Found(UUID person, boolean whole) {}

    /** A fact of the mirror, and the record that was made of it. */
    record Mirrored(
            int id,
            String number,
            String kind,
            @Nullable Integer follows,
            Map<String, String> answers,
            @Nullable UUID record) {}

    /** One line of what the present system says of a child. */
    public record Line(String kind, String dates) {}

    /** What the present system says of a child, which is not the record. */
    public record Shown(String asAt, List<Line> lines) {}

    /** What the mirror has of a person, the latest first; empty where it has nothing or its area is cut over. */
    public Optional<Shown> find(UUID person) {
        return findMirror().filter(mirror -> mirror.cutOver() == null).flatMap(mirror -> {
            List<Line> lines = jdbc.sql(
                            "select kind, began, ended, answers from mirror_fact" + OF_AREA
                                    + " and number in (select number from mirror_person where person = ?) order by began desc, id desc")
                    .param(person)
                    .query(Mirrors::line)
                    .list();
            return lines.isEmpty() ? Optional.empty() : Optional.of(new Shown(Words.day(mirror.asAt()), lines));
        });
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        LocalDate ended = row.getObject("ended", LocalDate.class);
        String kind = row.getString("kind");
        String from = Words.day(row.getObject("began", LocalDate.class));
        Map<String, String> answers = answers(row);
        boolean lasts = !kind.equals("looked-after-review");
        return new Line(
                CareWords.of(kind, answers),
                lasts ? "from " + from + (ended == null ? "" : " until " + Words.day(ended)) : from);
    }

    @SuppressWarnings("unchecked") // Answers are written as texts by their names.
    private static Map<String, String> answers(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("answers"), Map.class);
    }

    Optional<Mirror> findMirror() {
        return jdbc.sql("select as_at, rows_given, cut_over_at, cut_over_on from mirror" + OF_AREA)
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("cut_over_at", OffsetDateTime.class);
                    return new Mirror(
                            row.getObject("as_at", LocalDate.class),
                            row.getInt("rows_given"),
                            at == null ? null : at.toInstant(),
                            row.getObject("cut_over_on", LocalDate.class));
                })
                .optional();
    }

    /** Puts an import in the place of the one before. */
    void replace(CareFiles files, LocalDate asAt, String account, String post) {
        jdbc.sql("delete from mirror" + OF_AREA).update();
        jdbc.sql("insert into mirror (area, as_at, imported_at, imported_by, imported_post, rows_given)"
                        + " values ('LOOKED_AFTER', ?, acting_at(), ?, ?, ?)")
                .params(asAt, account, post, files.rows())
                .update();
        for (CareFiles.Child child : files.children()) {
            jdbc.sql("insert into mirror_person (area, number, born, sex, ethnicity, upn, upn_unknown)"
                            + " values ('LOOKED_AFTER', :number, :born, :sex, :ethnicity, :upn, :unknown)")
                    .param("number", child.number())
                    .param("born", child.born())
                    .param("sex", child.sex())
                    .param("ethnicity", child.ethnicity())
                    .param("upn", child.upn())
                    .param("unknown", child.upnUnknown())
                    .update();
        }
        findPeople();
        for (CareFiles.Fact fact : files.facts()) {
            jdbc.sql(
                            "insert into mirror_fact (area, id, number, kind, follows, answers, began, ended, file, line)"
                                    + " values ('LOOKED_AFTER', :id, :number, :kind, :follows, cast(:answers as jsonb), :began, :ended, :file, :line)")
                    .param("id", fact.id())
                    .param("number", fact.number())
                    .param("kind", fact.kind())
                    .param("follows", fact.follows())
                    .param("answers", JSON.writeValueAsString(fact.answers()))
                    .param("began", fact.began())
                    .param("ended", fact.ended())
                    .param("file", fact.file())
                    .param("line", fact.line())
                    .update();
        }
        for (CareFiles.Refused each : files.refused()) {
            jdbc.sql("insert into mirror_refusal (area, file, line, why) values ('LOOKED_AFTER', ?, ?, ?)")
                    .params(each.file(), each.line(), each.why())
                    .update();
        }
    }

    /**
     * Asks anew who those are in the record of whom nobody is known and nobody has decided: at the import, and before the cut-over, since
     * somebody may have been recorded meanwhile.
     */
    void findPeople() {
        for (Someone someone : listPeople()) {
            if (someone.person() != null || someone.nobody()) {
                continue;
            }
            List<Found> found = jdbc.sql("select person, whole from mirror_matches(?, ?, ?)")
                    .params(someone.number(), someone.upn(), someone.born())
                    .query((row, number) -> new Found(row.getObject("person", UUID.class), row.getBoolean("whole")))
                    .list();
            boolean sure = found.size() == 1 && found.getFirst().whole();
            jdbc.sql("update mirror_person set person = :person, perhaps = :perhaps" + OF_AREA
                            + " and number = :number")
                    .param("person", sure ? found.getFirst().person() : null)
                    .param(
                            "perhaps",
                            sure || found.isEmpty() ? null : found.getFirst().person())
                    .param("number", someone.number())
                    .update();
        }
    }

    /** Numbers of the mirror that are one person of the record. */
    List<String> listTwice() {
        return jdbc.sql("select string_agg(number, ' and ' order by number) from mirror_person" + OF_AREA
                        + " and person is not null group by person having count(*) > 1 order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Numbers that somebody else of the record has, so that the child is given another there. */
    List<String> listTaken() {
        return jdbc.sql(
                        "select number from mirror_person m" + OF_AREA
                                + " and nobody and exists (select from person p where p.local_number = m.number) order by number")
                .query((row, number) -> row.getString(1))
                .list();
    }

    boolean isUpnTaken(String upn) {
        return !upn.isEmpty()
                && jdbc.sql("select exists (select from person where upn = ? and not withdrawn)")
                        .param(upn)
                        .query(Boolean.class)
                        .single();
    }

    List<Someone> listPeople() {
        return jdbc.sql("select * from mirror_person" + OF_AREA + " order by number")
                .query((row, number) -> new Someone(
                        row.getString("number"),
                        row.getObject("born", LocalDate.class),
                        row.getString("sex"),
                        row.getString("ethnicity"),
                        row.getString("upn"),
                        row.getString("upn_unknown"),
                        row.getObject("person", UUID.class),
                        row.getObject("perhaps", UUID.class),
                        row.getBoolean("nobody")))
                .list();
    }

    List<Mirrored> listFacts() {
        return jdbc.sql("select id, number, kind, follows, answers, record from mirror_fact" + OF_AREA + " order by id")
                .query((row, number) -> new Mirrored(
                        row.getInt("id"),
                        row.getString("number"),
                        row.getString("kind"),
                        row.getObject("follows", Integer.class),
                        answers(row),
                        row.getObject("record", UUID.class)))
                .list();
    }

    List<CheckList.Refused> listRefused() {
        return jdbc.sql("select file, line, why from mirror_refusal" + OF_AREA + " order by file, line")
                .query((row, number) -> new CheckList.Refused(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    /** Those who already have a period of being looked after in the record, which must not become two. */
    List<String> listRecordedAlready() {
        return jdbc.sql(
                        "select number from mirror_person p" + OF_AREA
                                + " and exists (select from period_of_care c where c.person = p.person and not c.withdrawn) order by number")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Those looked after now whom nobody is allocated in the record. */
    List<String> listUnallocated() {
        return jdbc.sql(
                        "select distinct f.number from mirror_fact f join mirror_person p using (area, number)"
                                + OF_AREA
                                + " and f.kind = 'period-of-care' and f.ended is null and not exists ("
                                + "select from allocation a where a.person = p.person and a.ended is null and not a.withdrawn) order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    void match(String number, UUID person, boolean made) {
        jdbc.sql("update mirror_person set person = ?, perhaps = null, made = ?" + OF_AREA + " and number = ?")
                .params(person, made, number)
                .update();
    }

    void setNobody(String number) {
        jdbc.sql("update mirror_person set perhaps = null, nobody = true" + OF_AREA + " and number = ?")
                .param(number)
                .update();
    }

    void setRecord(int fact, @Nullable UUID record) {
        jdbc.sql("update mirror_fact set record = :record" + OF_AREA + " and id = :id")
                .param("record", record)
                .param("id", fact)
                .update();
    }

    void cutOver(String account, @Nullable LocalDate on) {
        jdbc.sql("update mirror set cut_over_at = case when cast(:on as date) is null then null else acting_at() end,"
                        + " cut_over_by = case when cast(:on as date) is null then null else :account end, cut_over_on = :on"
                        + OF_AREA)
                .param("on", on)
                .param("account", account)
                .update();
    }
}
