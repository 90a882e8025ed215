package org.goldenthread.app.cpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
     * @param whose number it is that lacks, the child's or the mother's
     * @param problem what is wrong, without the number itself
     */
    record Lacking(UUID person, CpisKind kind, String whose, String problem) {}

    private record Status(
            UUID record,
            UUID person,
            boolean plan,
            LocalDate began,
            @Nullable LocalDate ended,
            @Nullable LocalDate born,
            boolean unborn,
            String childNumber,
            String motherNumber) {}

    Drawn draw() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        List<CpisEntry> entries = new ArrayList<>();
        List<Lacking> lacking = new ArrayList<>();
        for (Status status : list(today)) {
            split(status, today.minusYears(1), entries, lacking);
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
                        select s.id, s.person, s.plan, s.began, p.born, p.nhs_number,
                            nullif(least(coalesce(s.ended, 'infinity'), coalesce(p.died, 'infinity')), 'infinity') as ended,
                            p.born is null and p.expected is not null and p.died is null as unborn,
                            -- The mother is named on the child's file, or the child on hers.
                            coalesce((select m.nhs_number from relationship r join person m on not m.withdrawn and m.id =
                                case when r.person = p.id then r.other else r.person end
                                where not r.withdrawn and (r.person = p.id and r.kind = 'MOTHER'
                                    or r.other = p.id and r.kind = 'CHILD' and m.sex = 'F')
                                    and m.id not in (select i.person from identities_before_adoption() i)
                                order by r.kind = 'MOTHER' desc, r.started desc nulls last, r.id limit 1), '') as mother
                        from status s join person p on p.id = s.person
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
                row.getBoolean("unborn"),
                row.getString("nhs_number"),
                row.getString("mother"));
    }

    /** A plan that began before birth is two: until birth under the mother's number, from then under the child's. */
    private static void split(Status status, LocalDate since, List<CpisEntry> entries, List<Lacking> lacking) {
        LocalDate born = status.born();
        boolean begunUnborn = status.plan()
                && (status.unborn() || born != null && status.began().isBefore(born));
        if (begunUnborn) {
            LocalDate end = born == null ? status.ended() : earlier(born, status.ended());
            add(status, CpisKind.UNBORN_CHILD_PROTECTION_PLAN, status.began(), end, since, entries, lacking);
        }
        boolean endedUnborn = begunUnborn
                && (born == null || status.ended() != null && status.ended().isBefore(born));
        if (!endedUnborn) {
            LocalDate start = begunUnborn && born != null ? born : status.began();
            CpisKind kind = status.plan() ? CpisKind.CHILD_PROTECTION_PLAN : CpisKind.LOOKED_AFTER;
            add(status, kind, start, status.ended(), since, entries, lacking);
        }
    }

    private static void add(
            Status status,
            CpisKind kind,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate since,
            List<CpisEntry> entries,
            List<Lacking> lacking) {
        if (end != null && end.isBefore(since)) {
            return;
        }
        boolean unborn = kind == CpisKind.UNBORN_CHILD_PROTECTION_PLAN;
        String number = unborn ? status.motherNumber() : status.childNumber();
        Optional<NhsNumber> valid = NhsNumber.parse(number);
        if (valid.isPresent()) {
            String id = status.record() + (unborn ? "-unborn" : "");
            entries.add(new CpisEntry(id, status.person(), kind, valid.get(), start, end));
        } else {
            lacking.add(new Lacking(
                    status.person(),
                    kind,
                    unborn ? "The mother’s NHS number" : "The NHS number",
                    number.isBlank() ? "is missing" : "does not pass its check"));
        }
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
