package org.goldenthread.app.cpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.identity.NhsNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is on a child protection plan or looked after, or was in the 12 months before, from the record alone. It is read past the policies, the
 * restricted among them, since the share is one that a standard asks for (DCB1609, under section 250 of the Health and Social Care Act 2012); what
 * is told of a child is no more than that standard has. The identity that an adopted child had before is left out.
 */
@Repository
class CpisStatuses {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CpisStatuses(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be told, and the children of whom it cannot be told yet. */
    record Drawn(List<CpisEntry> entries, List<Lacking> lacking) {}

    /**
     * A child whose status cannot be sent.
     *
     * @param problem what is wrong, without the number itself
     */
    record Lacking(UUID person, CpisKind kind, String problem) {}

    private record Somebody(
            String nhsNumber,
            String localNumber,
            String given,
            String family,
            @Nullable LocalDate born) {}

    private record Status(
            UUID record,
            UUID person,
            boolean plan,
            LocalDate began,
            @Nullable LocalDate ended,
            @Nullable LocalDate born,
            @Nullable LocalDate expected,
            boolean unborn,
            Somebody child,
            Somebody mother) {}

    Drawn draw() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        List<CpisEntry> entries = new ArrayList<>();
        List<Lacking> lacking = new ArrayList<>();
        for (Status status : list(today)) {
            split(status, today, entries, lacking);
        }
        return new Drawn(List.copyOf(entries), List.copyOf(lacking));
    }

    private List<Status> list(LocalDate today) {
        return AsSystem.call(() -> jdbc.sql("""
                        with status as (
                            select c.id, c.person, true as plan, c.began, case when c.state = 'ended' then
                                (select max(m.on_day) from pathway_move m where m.record = c.id and m.to_state = 'ended') end as ended
                            from child_protection_plan c where not c.withdrawn and c.state in ('in-force', 'ended')
                            union all
                            select c.id, c.person, false, c.began, c.ended from period_of_care c where not c.withdrawn)
                        select s.id, s.person, s.plan, s.began, p.born, p.expected, p.nhs_number, p.local_number,
                            p.given_name, p.family_name,
                            nullif(least(coalesce(s.ended, 'infinity'), coalesce(p.died, 'infinity')), 'infinity') as ended,
                            p.born is null and p.expected is not null and p.died is null as unborn,
                            coalesce(m.nhs_number, '') as mother_nhs_number, coalesce(m.local_number, '') as mother_local_number,
                            coalesce(m.given_name, '') as mother_given_name, coalesce(m.family_name, '') as mother_family_name,
                            m.born as mother_born
                        from status s join person p on p.id = s.person
                        -- The mother is named on the child's file, or the child on hers.
                        left join lateral (
                            select m.* from relationship r join person m on not m.withdrawn and m.id =
                                case when r.person = p.id then r.other else r.person end
                            where not r.withdrawn and (r.person = p.id and r.kind = 'MOTHER'
                                or r.other = p.id and r.kind = 'CHILD' and m.sex = 'F')
                                and m.id not in (select i.person from identities_before_adoption() i)
                            order by r.kind = 'MOTHER' desc, r.started desc nulls last, r.id limit 1) m on true
                        where not p.withdrawn and s.began <= :today
                            and p.id not in (select i.person from identities_before_adoption() i)
                        order by s.began, s.id
                        """)
                .param("today", today)
                .query((row, number) -> read(row, today))
                .list());
    }

    private static Status read(ResultSet row, LocalDate today) throws SQLException {
        LocalDate ended = row.getObject("ended", LocalDate.class);
        return new Status(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getBoolean("plan"),
                row.getObject("began", LocalDate.class),
                ended == null || ended.isAfter(today) ? null : ended,
                row.getObject("born", LocalDate.class),
                row.getObject("expected", LocalDate.class),
                row.getBoolean("unborn"),
                somebody(row, ""),
                somebody(row, "mother_"));
    }

    private static Somebody somebody(ResultSet row, String prefix) throws SQLException {
        return new Somebody(
                row.getString(prefix + "nhs_number"),
                row.getString(prefix + "local_number"),
                row.getString(prefix + "given_name"),
                row.getString(prefix + "family_name"),
                row.getObject(prefix + "born", LocalDate.class));
    }

    /** A plan that began before birth is two: until birth under the mother's number, from then under the child's. */
    private static void split(Status status, LocalDate today, List<CpisEntry> entries, List<Lacking> lacking) {
        LocalDate born = status.born();
        boolean begunUnborn = status.plan()
                && (status.unborn() || born != null && status.began().isBefore(born));
        if (begunUnborn) {
            LocalDate end = born == null ? status.ended() : earlier(born, status.ended());
            add(status, CpisKind.UNBORN_CHILD_PROTECTION_PLAN, status.began(), end, today, entries, lacking);
        }
        boolean endedUnborn = begunUnborn
                && (born == null || status.ended() != null && status.ended().isBefore(born));
        if (!endedUnborn) {
            LocalDate start = begunUnborn && born != null ? born : status.began();
            CpisKind kind = status.plan() ? CpisKind.CHILD_PROTECTION_PLAN : CpisKind.LOOKED_AFTER;
            add(status, kind, start, status.ended(), today, entries, lacking);
        }
    }

    private static void add(
            Status status,
            CpisKind kind,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate today,
            List<CpisEntry> entries,
            List<Lacking> lacking) {
        if (end != null && end.isBefore(today.minusYears(1))) {
            return;
        }
        boolean unborn = kind.isUnborn();
        Somebody under = unborn ? status.mother() : status.child();
        Optional<NhsNumber> valid = NhsNumber.parse(under.nhsNumber());
        String problem = problem(under, valid.isPresent(), unborn ? "The mother’s " : "The ");
        LocalDate endTold = unborn && end == null ? stillExpected(status.expected(), today) : end;
        if (!problem.isEmpty()) {
            lacking.add(new Lacking(status.person(), kind, problem));
        } else {
            CpisSubject subject = new CpisSubject(
                    valid.orElseThrow().digits(),
                    under.localNumber(),
                    under.given().strip(),
                    under.family().strip(),
                    Objects.requireNonNull(under.born()));
            String id = status.record() + (unborn ? "-unborn" : "");
            entries.add(new CpisEntry(id, status.person(), kind, subject, start, end, endTold));
        }
    }

    private static String problem(Somebody under, boolean validNumber, String whose) {
        if (!validNumber) {
            return whose + "NHS number " + (under.nhsNumber().isBlank() ? "is missing" : "does not pass its check");
        }
        if (under.born() == null) {
            return whose + "date of birth is missing";
        }
        return under.given().isBlank() || under.family().isBlank()
                ? whose + (under.given().isBlank() ? "first name is missing" : "family name is missing")
                : "";
    }

    /**
     * The end of a plan that goes on before a birth, which the form wants: the expected day; once that has come, a week after it and another as
     * each passes, so that the NHS does not take the plan for ended while nobody has recorded the birth.
     */
    private static @Nullable LocalDate stillExpected(@Nullable LocalDate expected, LocalDate today) {
        if (expected == null || expected.isAfter(today)) {
            return expected;
        }
        long weeks = ChronoUnit.DAYS.between(expected, today) / 7 + 1;
        return expected.plusWeeks(weeks);
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
