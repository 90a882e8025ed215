package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.Duty;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may see a person's file: by allocation, or by name where it is restricted. */
@Service
class Access {

    private final JdbcClient jdbc;
    private final Records records;
    private final RecordType<Allocation> allocations;
    private final RecordType<Restriction> restrictions;
    private final Viewers viewers;

    Access(JdbcClient jdbc, Records records, RecordTypes types, Viewers viewers) {
        this.jdbc = jdbc;
        this.records = records;
        this.allocations = types.getType(Allocation.class);
        this.restrictions = types.getType(Restriction.class);
        this.viewers = viewers;
    }

    List<Kept<Allocation>> listAllocations(UUID person) {
        return records.listOf(allocations, person);
    }

    List<Kept<Restriction>> listRestrictions(UUID person) {
        return records.listOf(restrictions, person);
    }

    /** Allocates a person; whoever had that duty before ends on the day on which the new one begins. */
    @Transactional
    public void allocate(UUID person, Allocation to, UUID token) {
        if (to.duty() != Duty.FURTHER_WORKER) {
            for (Kept<Allocation> before : listAllocations(person)) {
                if (before.content().duty() == to.duty() && before.content().ended() == null) {
                    records.change(
                            allocations,
                            before.id(),
                            before.version(),
                            before.content().endedOn(to.started()),
                            "Allocated anew");
                }
            }
        }
        records.add(allocations, List.of(person), null, to, token);
    }

    @Transactional
    public void endAllocation(UUID person, UUID id, LocalDate day) {
        listAllocations(person).stream()
                .filter(each -> each.id().equals(id) && each.content().ended() == null)
                .findFirst()
                .ifPresent(each -> records.change(
                        allocations, id, each.version(), each.content().endedOn(day), "Ended"));
    }

    /** Restricts a file to those named; whoever restricts it is one of them, or could not lift it again. */
    @Transactional
    public void restrict(UUID person, Restriction restriction, List<String> accounts) {
        UUID id = UUID.randomUUID();
        addMember(id, viewers.require(Right.RESTRICT).account());
        accounts.forEach(each -> addMember(id, each));
        records.addKnownAs(restrictions, id, person, restriction);
    }

    @Transactional
    public void lift(UUID person, LocalDate day) {
        for (Kept<Restriction> each : listRestrictions(person)) {
            if (each.content().ended() == null) {
                records.change(
                        restrictions, each.id(), each.version(), each.content().endedOn(day), "Lifted");
            }
        }
    }

    void addMember(UUID restriction, String account) {
        jdbc.sql("""
                        insert into restriction_member (restriction, account, added_at, added_by) values (?, ?, acting_at(), ?)
                        on conflict do nothing
                        """)
                .params(restriction, account, viewers.require(Right.RESTRICT).account())
                .update();
    }

    void removeMember(UUID restriction, String account) {
        viewers.require(Right.RESTRICT);
        jdbc.sql("delete from restriction_member where restriction = ? and account = ?")
                .params(restriction, account)
                .update();
    }

    /** The posts of those who see a restricted file. */
    List<Teams.Member> listMembers(UUID restriction) {
        return jdbc.sql("""
                        select m.account, coalesce((select p.post from team_member t, team_posts(t.team) p
                            where t.account = m.account and p.account = m.account limit 1), m.account) post
                        from restriction_member m where m.restriction = ? order by post
                        """)
                .param(restriction)
                .query((row, number) -> new Teams.Member(row.getString("account"), row.getString("post")))
                .list();
    }

    Optional<Kept<Restriction>> findRestriction(UUID person) {
        return listRestrictions(person).stream()
                .filter(each -> each.content().ended() == null)
                .findFirst();
    }
}
