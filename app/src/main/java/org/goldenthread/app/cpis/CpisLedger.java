package org.goldenthread.app.cpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each file told of whom, and what became of it. Whoever asks acts as the system. */
@Repository
class CpisLedger {

    private static final String COLUMNS =
            "id, file_number, place, person, entry, kind, nhs_number, local_number, given_name, family_name, born,"
                    + " started, ended, deleted, outcome, code, handed_at";

    private final JdbcClient jdbc;

    CpisLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan of one file, by the row it is kept in. */
    record Row(long id, CpisTold told) {}

    void add(long file, List<List<CpisPlan>> records) {
        for (int place = 1; place <= records.size(); place++) {
            for (CpisPlan plan : records.get(place - 1)) {
                jdbc.sql("""
                                insert into cpis_told (file_number, place, person, entry, kind, nhs_number, local_number, given_name, family_name,
                                    born, started, ended, deleted)
                                values (:file, :place, :person, :entry, :kind, :nhs, :local, :given, :family, :born, :started, :ended, :deleted)
                                """)
                        .param("file", file)
                        .param("place", place)
                        .param("person", plan.person())
                        .param("entry", plan.entry())
                        .param("kind", plan.kind().name())
                        .param("nhs", plan.subject().nhsNumber())
                        .param("local", plan.subject().localNumber())
                        .param("given", plan.subject().givenName())
                        .param("family", plan.subject().familyName())
                        .param("born", plan.subject().born())
                        .param("started", plan.start())
                        .param("ended", plan.end())
                        .param("deleted", plan.deleted())
                        .update();
            }
        }
    }

    /** Everything that was told ever, the first first. */
    List<CpisTold> all() {
        return jdbc.sql("select " + COLUMNS + " from cpis_told order by file_number, id")
                .query((row, number) -> read(row).told())
                .list();
    }

    /** What one file told, in its order. */
    List<Row> of(long file) {
        return jdbc.sql("select " + COLUMNS + " from cpis_told where file_number = ? order by place, id")
                .param(file)
                .query((row, number) -> read(row))
                .list();
    }

    void handedOver(long file, Instant at) {
        jdbc.sql(
                        "update cpis_told set outcome = 'SENT', handed_at = :at where file_number = :file and outcome = 'PENDING'")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("file", file)
                .update();
    }

    void answered(Collection<Long> rows, CpisOutcome outcome, String code, Instant at) {
        jdbc.sql("""
                        update cpis_told set outcome = :outcome, code = :code, answered_at = :at
                        where id = any (:rows) and outcome in ('PENDING', 'SENT')
                        """)
                .param("outcome", outcome.name())
                .param("code", code)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("rows", rows.toArray(Long[]::new))
                .update();
    }

    /**
     * Somebody of whom something was told under an NHS number.
     *
     * @param mother whether the number was told as the mother's
     */
    record ToldOf(UUID person, boolean mother) {}

    /** Whoever was told of under a number, as the person that a merge made of them. */
    List<ToldOf> toldUnder(String nhsNumber) {
        return jdbc.sql("""
                        select stands_for(person) as person, bool_and(kind = 'UNBORN_CHILD_PROTECTION_PLAN') as mother from cpis_told
                        where nhs_number = ? group by stands_for(person) order by stands_for(person)
                        """)
                .param(nhsNumber)
                .query((row, number) -> new ToldOf(row.getObject("person", UUID.class), row.getBoolean("mother")))
                .list();
    }

    /** A plan that the NHS did not take when it was last told, and why. */
    record Refused(UUID person, CpisKind kind, String code) {}

    List<Refused> refusedLast() {
        return jdbc.sql("""
                        select person, kind, code from (
                            select distinct on (entry, nhs_number, started) person, kind, code, outcome, deleted, answered_at from cpis_told
                            order by entry, nhs_number, started, id desc) last
                        where outcome = 'REFUSED' and code not like 'CPF%' and code <> 'MESH' and deleted is null order by answered_at, person
                        """)
                .query((row, number) -> new Refused(
                        row.getObject("person", UUID.class),
                        CpisKind.valueOf(row.getString("kind")),
                        row.getString("code")))
                .list();
    }

    /** Of each file how many plans have which outcome. */
    record Tally(long file, CpisOutcome outcome, int plans) {}

    List<Tally> tally(Collection<Long> files) {
        return jdbc.sql("""
                        select file_number, outcome, count(*) as plans from cpis_told where file_number = any (?) group by file_number, outcome
                        """)
                .param(files.toArray(Long[]::new))
                .query((row, number) -> new Tally(
                        row.getLong("file_number"), CpisOutcome.valueOf(row.getString("outcome")), row.getInt("plans")))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        CpisSubject subject = new CpisSubject(
                row.getString("nhs_number"),
                row.getString("local_number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("born", LocalDate.class));
        CpisPlan plan = new CpisPlan(
                row.getString("entry"),
                row.getObject("person", UUID.class),
                CpisKind.valueOf(row.getString("kind")),
                subject,
                row.getObject("started", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                row.getObject("deleted", LocalDate.class));
        return new Row(
                row.getLong("id"),
                new CpisTold(
                        row.getLong("file_number"),
                        row.getInt("place"),
                        plan,
                        CpisOutcome.valueOf(row.getString("outcome")),
                        row.getString("code"),
                        moment(row, "handed_at")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
