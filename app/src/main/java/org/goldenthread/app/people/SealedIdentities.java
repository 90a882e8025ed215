package org.goldenthread.app.people;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The new identity of a child who is adopted: another person, with numbers of their own. That the two are one is known to named people
 * alone, by the database's policies, and every look is logged before it is shown. The log of neither person names the other.
 */
@Service
class SealedIdentities {

    private final JdbcClient jdbc;
    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Viewers viewers;
    private final AuditLog audit;

    SealedIdentities(
            JdbcClient jdbc, Records records, RecordTypes types, Access access, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.records = records;
        this.types = types;
        this.access = access;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** The join of an old and a new identity, as a named person sees it. */
    record Sealed(
            UUID id, UUID old, UUID now, String reason, String sealedAt, String post, List<Teams.Member> members) {}

    /** Whether the person signed in is named for the join that {@code person} is part of. It tells nothing else, and so is not logged. */
    boolean isNamed(UUID person) {
        return jdbc.sql(
                        "select exists (select from sealed_identity where old_person = :person or new_person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** The join, for whoever is named; the look is logged on both. */
    @Transactional
    public Optional<Sealed> look(UUID person) {
        Viewer viewer = viewers.getViewer();
        Optional<Sealed> found = read(person);
        found.ifPresent(join -> {
            log(viewer, Action.SEALED_IDENTITY_SEEN, join.old());
            log(viewer, Action.SEALED_IDENTITY_SEEN, join.now());
        });
        return found;
    }

    /** Whether the person has a sealed identity that whoever is signed in is named for; nothing of it is shown, and so no look is logged. */
    boolean isSealed(UUID person) {
        return read(person).isPresent();
    }

    /** The names of the two by their ids, for whoever is named. */
    Map<UUID, String> listNames(UUID identity) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select person, name from sealed_names(?)")
                .param(identity)
                .query((row, number) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return names;
    }

    private Optional<Sealed> read(UUID person) {
        return jdbc.sql("""
                        select id, old_person, new_person, reason, sealed_at, post from sealed_identity
                        where old_person = :person or new_person = :person order by sealed_at desc limit 1
                        """)
                .param("person", person)
                .query((row, number) -> new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("old_person", UUID.class),
                        row.getObject("new_person", UUID.class),
                        row.getString("reason"),
                        Words.moment(
                                row.getObject("sealed_at", OffsetDateTime.class).toInstant()),
                        row.getString("post"),
                        List.of()))
                .optional()
                .map(join -> new Sealed(
                        join.id(),
                        join.old(),
                        join.now(),
                        join.reason(),
                        join.sealedAt(),
                        join.post(),
                        listMembers(join.id())));
    }

    private List<Teams.Member> listMembers(UUID identity) {
        return jdbc.sql("""
                        select m.account, coalesce((select p.post from team_member t, team_posts(t.team) p
                            where t.account = m.account and p.account = m.account limit 1), m.account) post
                        from sealed_identity_member m where m.identity = ? order by post
                        """)
                .param(identity)
                .query((row, number) -> new Teams.Member(row.getString("account"), row.getString("post")))
                .list();
    }

    /**
     * Makes the new person, restricts the old file to those named, and seals the join, in one transaction.
     *
     * @return the new person's id
     * @throws RefusedException where the new identity would give the old one away, or is not whole
     */
    @Transactional
    public UUID seal(UUID old, Person identity, String reason, List<String> accounts, UUID token) {
        Viewer viewer = viewers.require(Right.SEAL_IDENTITY);
        Person before = records.find(types.getType(Person.class), old)
                .filter(kept -> !kept.withdrawn())
                .map(Kept::content)
                .orElseThrow(() -> new AccessDeniedException("That person is not there, or not theirs to see."));
        Optional<Sealed> already = read(old).filter(join -> join.old().equals(old));
        if (already.isPresent()) {
            // Sent twice counts once.
            return already.get().now();
        }
        refuse(before, identity, reason);
        if (access.findRestriction(old).isEmpty()) {
            access.restrict(
                    old,
                    new Restriction(
                            RestrictionKind.ADOPTION,
                            "Adopted; the new identity is sealed",
                            viewer.post(),
                            records.today(),
                            null),
                    accounts);
        }
        UUID now =
                records.addPerson(types.getType(Person.class), identity, token).id();
        jdbc.sql("select seal_identity(?, ?, ?, ?, ?, string_to_array(?, ' '))::text")
                .params(UUID.randomUUID(), old, now, reason.strip(), viewer.post(), String.join(" ", accounts))
                .query((row, number) -> true)
                .single();
        log(viewer, Action.IDENTITY_SEALED, old);
        log(viewer, Action.IDENTITY_SEALED, now);
        return now;
    }

    private static void refuse(Person before, Person identity, String reason) {
        List<Fault> faults = new ArrayList<>();
        if (identity.givenName().isBlank()) {
            faults.add(new Fault("givenName", "Enter the new given names"));
        }
        if (identity.familyName().isBlank()) {
            faults.add(new Fault("familyName", "Enter the new family name"));
        }
        identity.faults().stream()
                .filter(fault -> !fault.field().equals("givenName"))
                .forEach(faults::add);
        if (same(before.nhsNumber(), identity.nhsNumber())) {
            faults.add(new Fault(
                    "nhsNumber", "Enter the new NHS number: the one before adoption would give the child away"));
        }
        if (same(before.upn(), identity.upn())) {
            faults.add(new Fault("upn", "Enter the new UPN: the one before adoption would give the child away"));
        }
        if (reason.isBlank()) {
            faults.add(new Fault("reason", "Enter the adoption order: the court and its day"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    private static boolean same(String before, String now) {
        return !now.isBlank() && before.replace(" ", "").equalsIgnoreCase(now.replace(" ", ""));
    }

    /** Lets somebody else know, or no longer; whoever does it stays named. */
    @Transactional
    public void name(UUID person, String add, String remove) {
        Viewer viewer = viewers.getViewer();
        Sealed join = read(person).orElseThrow(() -> new AccessDeniedException("That is not theirs to see."));
        if (!add.isBlank()) {
            jdbc.sql("""
                            insert into sealed_identity_member (identity, account, added_at, added_by) values (?, ?, acting_at(), ?)
                            on conflict do nothing
                            """).params(join.id(), add, viewer.account()).update();
        } else if (!remove.equals(viewer.account())) {
            jdbc.sql("delete from sealed_identity_member where identity = ? and account = ?")
                    .params(join.id(), remove)
                    .update();
        }
        for (UUID each : List.of(join.old(), join.now())) {
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.IDENTITY_SEALED,
                    each.toString(),
                    add.isBlank() ? "without " + remove : "with " + add);
        }
    }

    private void log(Viewer viewer, Action action, UUID person) {
        audit.add(viewer.account(), viewer.role().label(), action, person.toString(), "");
    }
}
