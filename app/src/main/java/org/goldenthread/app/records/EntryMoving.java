package org.goldenthread.app.records;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves an entry that was made on the wrong person's file to the right one, with its versions, its decisions, its events and its clocks,
 * and with what came of it. It is undone by moving it back.
 */
@Service
public class EntryMoving {

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final Records records;
    private final Deciding deciding;
    private final PersonBars people;
    private final Settling settling;
    private final Ledger ledger;
    private final Viewers viewers;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    EntryMoving(
            JdbcClient jdbc,
            RecordTypes types,
            Records records,
            Deciding deciding,
            PersonBars people,
            Settling settling,
            Ledger ledger,
            Viewers viewers,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.types = types;
        this.records = records;
        this.deciding = deciding;
        this.people = people;
        this.settling = settling;
        this.ledger = ledger;
        this.viewers = viewers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether {@code viewer} may move the record: whoever may withdraw it as entered in error may. */
    boolean mayMove(Viewer viewer, Kept<?> record) {
        return deciding.mayWithdraw(viewer, record);
    }

    /** The person of that number of the council's own, where their file is theirs to see; an old number leads on. */
    Optional<UUID> findPerson(String number) {
        return jdbc.sql("select stands_for(id) from person where local_number = ?")
                .param(number.strip())
                .query((row, place) -> row.getObject(1, UUID.class))
                .optional()
                .filter(person -> people.find(person).isPresent());
    }

    /** What came of the record and moves with it, in words. */
    List<String> listAlong(Kept<?> record) {
        return ledger.listEntries("moves_along(?, ?)", record.type().table(), record.id()).stream()
                .filter(each -> !each.record().equals(record.id()))
                .map(each -> ledger.title(each.table()) + ": " + ledger.summary(each.table(), each.record()))
                .toList();
    }

    /** What must be put right before the record can be {@code to}'s. */
    List<Fault> listAgainst(Kept<?> record, UUID to) {
        List<Fault> against = new ArrayList<>();
        if (record.person().equals(to)) {
            against.add(new Fault("to", "It is on that person’s file already. Choose another person"));
        }
        records.findFollowed(record.type(), record.follows())
                .ifPresent(before -> against.add(new Fault(
                        "to",
                        "It came of a " + before.type().title().toLowerCase(Locale.UK) + ", \""
                                + before.content().summary()
                                + "\". Move that one, and this goes with it")));
        record.type().fields().stream()
                .filter(field -> to.equals(field.read(record.content())))
                .forEach(field -> against.add(
                        new Fault("to", "It names that person as the other one. Withdraw it and enter it anew")));
        if (against.isEmpty()) {
            against.addAll(ledger.listOverlaps(
                    "overlaps_of_move(?, ?, ?)", record.type().table(), record.id(), to));
        }
        return against;
    }

    /** @throws StaleException where somebody else changed it since it was read */
    public void move(RecordType<?> type, UUID id, int version, UUID to, String reason) {
        Kept<?> record = records.find(type, id)
                .orElseThrow(() -> new AccessDeniedException(type.title() + " is not there, or not theirs to see."));
        Viewer viewer = viewers.require(type.right());
        if (!mayMove(viewer, record) || people.find(to).isEmpty()) {
            throw new AccessDeniedException("That " + type.id() + " is not theirs to move there.");
        }
        List<Fault> against = new ArrayList<>(listAgainst(record, to));
        if (reason.isBlank()) {
            against.add(new Fault("reason", "Say how it came to be on the wrong file"));
        }
        if (!against.isEmpty()) {
            throw new RefusedException(against);
        }
        UUID from = record.person();
        UUID act = UUID.randomUUID();
        AsSystem.callFor(
                viewer.account(),
                () -> Ledger.refusing(() -> transactions.execute(unused -> {
                    Stream.of(from, to).sorted().forEach(settling::lock);
                    boolean same = records.find(type, id)
                            .filter(now ->
                                    now.version() == version && now.person().equals(from))
                            .isPresent();
                    if (!same) {
                        throw new StaleException(type.title());
                    }
                    jdbc.sql("select move_entry(?, ?, ?, ?, ?, ?, ?)::text")
                            .params(act, type.id(), type.table(), id, to, reason.strip(), viewer.post())
                            .query((row, number) -> true)
                            .single();
                    for (UUID person : List.of(from, to)) {
                        settling.settleClocks(person);
                        // Of the other person neither log tells: each is drawn on for a subject's own request.
                        audit.add(
                                viewer.account(),
                                viewer.role().label(),
                                Action.ENTRY_MOVED,
                                person.toString(),
                                type.id() + " " + id + (person.equals(from) ? ", away" : ", to here"));
                    }
                    return true;
                })));
    }

    /**
     * An entry that was moved to or from a file.
     *
     * @param address the entry; empty where not both people's files are theirs to see
     * @param other the other person's name; empty likewise, as is the reason
     */
    public record Moved(
            String title, boolean away, String at, String post, String address, String other, String reason) {

        public String words() {
            return title
                    + (away
                            ? " was recorded here by mistake and moved to the right file on "
                            : " was recorded on another file by mistake and moved here on ")
                    + at + " by " + post;
        }
    }

    /** What was moved to or from a person's file, the latest first. */
    public List<Moved> listOf(UUID person) {
        return jdbc.sql("select * from moved_entries(?)")
                .param(person)
                .query((row, number) -> {
                    RecordType<?> type = types.getType(row.getString("kind"));
                    @Nullable UUID record = row.getObject("record", UUID.class);
                    @Nullable UUID other = row.getObject("other", UUID.class);
                    return new Moved(
                            type.title(),
                            row.getBoolean("away"),
                            Words.moment(row.getObject("moved_at", OffsetDateTime.class)
                                    .toInstant()),
                            row.getString("post"),
                            record == null ? "" : "/records/" + type.id() + "/" + record,
                            other == null
                                    ? ""
                                    : people.find(other).map(PersonBar::name).orElse(""),
                            row.getString("reason"));
                })
                .list();
    }
}
