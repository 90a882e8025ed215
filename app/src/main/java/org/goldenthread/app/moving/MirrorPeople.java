package org.goldenthread.app.moving;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who the children of the mirrors are in the record. */
@Repository
class MirrorPeople {

    private final JdbcClient jdbc;

    MirrorPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param person who it is in the record; null where nobody is
     * @param perhaps who it may be, where somebody must decide
     * @param nobody whether somebody decided that it is nobody
     * @param made whether the person was made by a cut-over
     */
    record Someone(
            Given.Child child,
            @Nullable UUID person,
            @Nullable UUID perhaps,
            boolean nobody,
            boolean made) {

        String number() {
            return child.number();
        }
    }

    private record Found(UUID person, boolean whole) {}

    /** What was decided or made of a child, by which a refreshed mirror still knows who it is. */
    record Decided(
            String number, LocalDate born, @Nullable UUID person, boolean nobody, boolean made, boolean decided) {}

    /** What is to be known of the children of a mirror still when it is refreshed. */
    List<Decided> listDecided(Area area) {
        return jdbc.sql("select * from mirror_person where area = ? and (decided or made) and born is not null")
                .param(area.name())
                .query((row, number) -> new Decided(
                        row.getString("number"),
                        row.getObject("born", LocalDate.class),
                        row.getObject("person", UUID.class),
                        row.getBoolean("nobody"),
                        row.getBoolean("made"),
                        row.getBoolean("decided")))
                .list();
    }

    /** A child whose number or date of birth is another now is to be decided on anew. */
    void restore(Area area, List<Decided> before) {
        for (Decided each : before) {
            jdbc.sql(
                            "update mirror_person set person = ?, nobody = ?, made = ?, decided = ? where area = ? and number = ? and born = ?")
                    .params(Arrays.asList(
                            each.person(),
                            each.nobody(),
                            each.made(),
                            each.decided(),
                            area.name(),
                            each.number(),
                            each.born()))
                    .update();
        }
    }

    /**
     * Asks anew who those are in the record of whom nobody is known and nobody has decided: at the import, and before the cut-over, since
     * somebody may have been recorded meanwhile. Who is known in another area's mirror is the same child in this one.
     */
    void find(Area area) {
        // Two who were merged meanwhile are one person now.
        jdbc.sql(
                        "update mirror_person set person = stands_for(person) where area = ? and person is not null and stands_for(person) <> person")
                .param(area.name())
                .update();
        jdbc.sql("""
                        update mirror_person m set person = o.person, nobody = o.nobody, made = o.made, decided = o.decided, perhaps = null
                        from mirror_person o
                        where m.area = ? and m.person is null and not m.nobody and o.area <> m.area and o.number = m.number and o.born = m.born
                            and (o.person is not null or o.nobody)
                        """).param(area.name()).update();
        for (Someone someone : list(area)) {
            if (someone.person() != null || someone.nobody()) {
                continue;
            }
            Given.Child child = someone.child();
            List<Found> found = jdbc.sql("select person, whole from mirror_matches(?, ?, ?, cast(? as date))")
                    .params(Arrays.asList(child.number(), child.upn(), child.nhsNumber(), child.born()))
                    .query((row, number) -> new Found(row.getObject("person", UUID.class), row.getBoolean("whole")))
                    .list();
            boolean sure = found.size() == 1 && found.getFirst().whole();
            UUID first = found.isEmpty() ? null : found.getFirst().person();
            jdbc.sql("update mirror_person set person = ?, perhaps = ? where area = ? and number = ?")
                    .params(Arrays.asList(sure ? first : null, sure ? null : first, area.name(), someone.number()))
                    .update();
        }
    }

    List<Someone> list(Area area) {
        return jdbc.sql("select * from mirror_person where area = ? order by number")
                .param(area.name())
                .query((row, number) -> new Someone(
                        child(row),
                        row.getObject("person", UUID.class),
                        row.getObject("perhaps", UUID.class),
                        row.getBoolean("nobody"),
                        row.getBoolean("made")))
                .list();
    }

    private static Given.Child child(ResultSet row) throws SQLException {
        Array disabilities = row.getArray("disabilities");
        return new Given.Child(
                row.getString("number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("born", LocalDate.class),
                row.getObject("expected", LocalDate.class),
                row.getObject("died", LocalDate.class),
                row.getString("sex"),
                row.getString("ethnicity"),
                List.of((String[]) disabilities.getArray()),
                row.getString("nhs_number"),
                row.getString("upn"),
                row.getString("upn_unknown"));
    }

    void match(Area area, String number, UUID person, boolean made) {
        jdbc.sql(
                        "update mirror_person set person = ?, perhaps = null, made = ?, decided = not ? where area = ? and number = ?")
                .params(person, made, made, area.name(), number)
                .update();
    }

    void setNobody(Area area, String number) {
        jdbc.sql("update mirror_person set perhaps = null, nobody = true, decided = true where area = ? and number = ?")
                .params(area.name(), number)
                .update();
    }

    /** Numbers of the mirror that are one person of the record, or that have one UPN or NHS number, where nobody was made of them. */
    List<String> listTwice(Area area) {
        return numbers(area, """
                select string_agg(number, ' and ' order by number) from (
                    select distinct number, is_one from mirror_person
                    cross join lateral (values
                        ('person ' || person),
                        (case when person is null and upn <> '' then 'UPN ' || upn end),
                        (case when person is null and nhs_number <> '' then 'NHS number ' || nhs_number end)) as one (is_one)
                    where area = ? and is_one is not null) as each
                group by is_one having count(*) > 1 order by 1
                """).stream().distinct().toList();
    }

    /**
     * Numbers that somebody else of the record has, or had before they were entered in error, merged or destroyed, so that the child is given
     * another there.
     */
    List<String> listTaken(Area area) {
        return numbers(
                area,
                "select number from mirror_person m where area = ? and person is null and perhaps is null"
                        + " and exists (select from person p where p.local_number = m.number) order by number");
    }

    /** Those looked after, or whose case is open, now, whom nobody is allocated in the record. */
    List<String> listUnallocated(Area area) {
        return numbers(
                area,
                "select distinct f.number from mirror_fact f join mirror_person p using (area, number) where area = ? and f.kind = '"
                        + area.caseKind()
                        + "' and f.lasts and f.ended is null and not exists (select from allocation a where a.person = p.person and a.ended is null"
                        + " and not a.withdrawn) order by 1");
    }

    /** Those who already have something of a kind in the record, of which there must not be two. */
    List<String> listRecordedAlready(Area area, String table) {
        return numbers(
                area,
                "select number from mirror_person p where area = ? and exists (select from " + table
                        + " c where c.person = p.person and not c.withdrawn) order by number");
    }

    /** Those of whom the record has a contact of the same day as the mirror, which would be one contact twice. */
    List<String> listContactedThatDay(Area area) {
        return numbers(
                area,
                "select distinct f.number from mirror_fact f join mirror_person p using (area, number) where area = ? and f.kind = 'contact'"
                        + " and exists (select from contact c where c.person = p.person and c.received = f.began and not c.withdrawn)"
                        + " order by 1");
    }

    private List<String> numbers(Area area, String sql) {
        return jdbc.sql(sql)
                .param(area.name())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Who has the UPN in the record. */
    Optional<UUID> findByUpn(String upn) {
        return findBy("upn", upn);
    }

    /** Who has the NHS number in the record. */
    Optional<UUID> findByNhsNumber(String nhsNumber) {
        return findBy("nhs_number", nhsNumber);
    }

    private Optional<UUID> findBy(String column, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select id from person where " + column + " = ? and not withdrawn")
                        .param(value)
                        .query(UUID.class)
                        .optional();
    }
}
