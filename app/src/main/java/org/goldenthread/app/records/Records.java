package org.goldenthread.app.records;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AskedAtOnce;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records of every kind: added, changed, moved along their pathways, withdrawn, and read as they are or were known.
 *
 * <p>Each act is one transaction: the version, the move, the events, the clocks and the line in the audit log are all kept or
 * none is. Whoever acts must have the right, and the database's policies are asked besides.
 */
@Service
public class Records {

    /** What PostgreSQL calls a violated exclusion constraint. */
    private static final String EXCLUSION = "23P01";

    /** What it calls a row that a policy refuses. */
    private static final String NOT_THEIRS = "42501";

    /** What the database's own guard calls a record of a person who is merged with another. */
    private static final String MERGED = "GT001";

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;
    private final MoveStore moves;
    private final Settling settling;
    private final Deciding deciding;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;
    private final AskedAtOnce askedAtOnce;

    Records(
            JdbcClient jdbc,
            RecordTypes types,
            RecordStore store,
            MoveStore moves,
            Settling settling,
            Deciding deciding,
            Viewers viewers,
            AuditLog audit,
            InstantSource clock,
            AskedAtOnce askedAtOnce) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
        this.moves = moves;
        this.settling = settling;
        this.deciding = deciding;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.askedAtOnce = askedAtOnce;
    }

    /**
     * Adds a record for one person, or the same for several in one go.
     *
     * @param follows the record that it comes of, which must be about the first person; null for none
     * @param token made when the form was opened: what is sent twice with the same counts once
     * @return the record of the first person
     * @throws RefusedException where something in it cannot be
     */
    @Transactional
    public <C extends Content> Kept<C> add(
            RecordType<C> type, List<UUID> people, @Nullable UUID follows, C content, UUID token) {
        Viewer viewer = viewers.require(type.right());
        refuse(content.faults());
        requireChain(type, people.getFirst(), follows);
        UUID first = UUID.randomUUID();
        Optional<UUID> already = findSaved(viewer, token, first);
        if (already.isPresent()) {
            return get(type, already.get());
        }
        UUID together = people.size() > 1 ? UUID.randomUUID() : null;
        // Always in the same order, so that two who record for the same children do not wait for one another.
        people.stream().sorted().forEach(settling::lock);
        for (UUID person : people) {
            boolean isFirst = person.equals(people.getFirst());
            addOne(
                    viewer,
                    type,
                    isFirst ? first : UUID.randomUUID(),
                    person,
                    isFirst ? follows : findSame(type, follows, person),
                    together,
                    content);
        }
        return get(type, first);
    }

    /** What was saved with {@code token} before; empty where this is the first time, which then counts as {@code record}. */
    private Optional<UUID> findSaved(Viewer viewer, UUID token, UUID record) {
        int counted = jdbc.sql("insert into submission (account, token, record, at) values (?, ?, ?, acting_at())"
                        + " on conflict do nothing")
                .params(viewer.account(), token, record)
                .update();
        return counted == 1
                ? Optional.empty()
                : Optional.of(jdbc.sql("select record from submission where account = ? and token = ?")
                        .params(viewer.account(), token)
                        .query(UUID.class)
                        .single());
    }

    /** What a record comes of is of the same person, and is there for whoever writes it to see. */
    private void requireChain(RecordType<?> type, UUID person, @Nullable UUID follows) {
        if (follows == null) {
            if (!type.standsAlone()) {
                refuse("", "Begin it from the record that it comes of");
            }
            return;
        }
        boolean own = findFollowed(type, follows)
                .map(before -> before.person().equals(person))
                .orElse(false);
        if (!own) {
            throw new AccessDeniedException(type.title() + " does not come of a record of that person.");
        }
    }

    /** What was recorded for {@code person} in one go with the record that is followed, such as the brother's contact. */
    private @Nullable UUID findSame(RecordType<?> type, @Nullable UUID follows, UUID person) {
        return findFollowed(type, follows)
                .filter(followed -> followed.together() != null)
                .flatMap(followed -> findTogether(followed, person))
                .orElse(null);
    }

    private Optional<UUID> findTogether(Kept<?> followed, UUID person) {
        return store.listOf(followed.type(), person).stream()
                .filter(each -> Objects.equals(each.together(), followed.together()))
                .<UUID>map(Kept::id)
                .findFirst();
    }

    private <C extends Content> void addOne(
            Viewer viewer,
            RecordType<C> type,
            UUID id,
            UUID person,
            @Nullable UUID follows,
            @Nullable UUID together,
            C content) {
        settling.lock(person);
        Optional<Move> opening = deciding.pathway(type).map(Pathway::opening);
        opening.ifPresent(move -> Deciding.requireDecider(viewer, type, move));
        keeping(type, () -> {
            store.insert(
                    type, id, person, follows, together, opening.map(Move::to).orElse(""), "", viewer.post(), content);
            return true;
        });
        Kept<C> kept = get(type, id);
        settling.settle(kept);
        log(viewer, Action.RECORD_ADDED, kept, "");
    }

    /** Whether what was sent with {@code token} is saved already, so that a draft of it is of no more use. */
    boolean isSaved(UUID token) {
        return findSavedWith(token).isPresent();
    }

    /** The record that the one who is signed in saved with {@code token}. */
    Optional<UUID> findSavedWith(UUID token) {
        return jdbc.sql("select record from submission where account = ? and token = ?")
                .params(viewers.getViewer().account(), token)
                .query(UUID.class)
                .optional();
    }

    /** Adds a record under an id that was chosen before, because something names it already. */
    @Transactional
    public <C extends Content> Kept<C> addKnownAs(RecordType<C> type, UUID id, UUID person, C content) {
        Viewer viewer = viewers.require(type.right());
        refuse(content.faults());
        addOne(viewer, type, id, person, null, null, content);
        return get(type, id);
    }

    /**
     * Adds a person, whose record is about itself.
     *
     * @return their id
     */
    @Transactional
    public <C extends Content> Kept<C> addPerson(RecordType<C> type, C content, UUID token) {
        Viewer viewer = viewers.require(type.right());
        refuse(content.faults());
        UUID id = UUID.randomUUID();
        Optional<UUID> already = findSaved(viewer, token, id);
        if (already.isPresent()) {
            return get(type, already.get());
        }
        store.insert(type, id, id, null, null, "", "", viewer.post(), content);
        Kept<C> kept = get(type, id);
        settling.settle(kept);
        log(viewer, Action.RECORD_ADDED, kept, "");
        return kept;
    }

    /**
     * Changes what a record says.
     *
     * @param version the one that was read
     * @param why needed where its pathway has ended
     * @throws StaleException where somebody else changed it since
     */
    @Transactional
    public <C extends Content> Kept<C> change(RecordType<C> type, UUID id, int version, C content, String why) {
        Viewer viewer = viewers.require(type.right());
        Kept<C> before = get(type, id);
        settling.lock(before.person());
        Optional<Pathway> pathway = deciding.pathway(type);
        if (before.withdrawn()) {
            refuse("", "This was withdrawn as entered in error. Restore it before you change it");
        }
        if (pathway.isPresent()) {
            Move change = pathway.get().findChange(before.state()).orElse(null);
            if (change == null) {
                refuse(
                        "",
                        type.title() + " cannot be changed while it is "
                                + Pathway.wordsWithin(before.state())
                                + ". Return it for changes first");
            } else {
                Deciding.requireDecider(viewer, type, change);
                if (change.wantsReason() && why.isBlank()) {
                    refuse("why", "Say why it is corrected");
                }
            }
        }
        refuse(content.faults());
        refuse(deciding.undone(before, content));
        if (content.equals(before.content()) && before.version() == version) {
            return before;
        }
        if (!keeping(type, () -> store.change(type, id, version, why.strip(), viewer.post(), content))) {
            throw new StaleException(type.title());
        }
        Kept<C> kept = get(type, id);
        settling.settle(kept);
        log(viewer, Action.RECORD_CHANGED, kept, "version " + kept.version());
        return kept;
    }

    /**
     * Makes a move along the record's pathway.
     *
     * @param version the one that was read: nobody decides on what they have not seen
     * @param on the day on which it was decided
     * @param reason why; some moves need it
     */
    @Transactional
    public <C extends Content> Kept<C> move(
            RecordType<C> type, UUID id, int version, String move, LocalDate on, String reason) {
        Viewer viewer = viewers.require(Right.WRITE_RECORDS);
        Kept<C> before = get(type, id);
        settling.lock(before.person());
        Pathway pathway = deciding.pathway(type)
                .orElseThrow(() -> new IllegalArgumentException(type.title() + " has no pathway to move along."));
        Move made = pathway.move(move, before.state());
        Deciding.requireDecider(viewer, type, made);
        List<Fault> faults = new ArrayList<>(deciding.lacking(before, made, viewer));
        if (before.withdrawn()) {
            faults.add(new Fault("move", "This was withdrawn as entered in error. Restore it before you decide on it"));
        }
        if (made.wantsReason() && reason.isBlank()) {
            faults.add(new Fault("reason", "Say why"));
        }
        if (on.isAfter(today())) {
            faults.add(new Fault("on", "The day of the decision cannot be in the future"));
        }
        refuse(faults);
        if (!store.move(type, id, version, made.to(), reason.strip(), viewer.post())) {
            throw new StaleException(type.title());
        }
        moves.add(before, move, made.to(), on, reason.strip(), viewer);
        Kept<C> kept = get(type, id);
        settling.settle(kept);
        log(viewer, Action.RECORD_MOVED, kept, move);
        return kept;
    }

    /** Withdraws a record as entered in error, or restores it: its events and its clocks go and come back with it. */
    @Transactional
    public <C extends Content> Kept<C> withdraw(
            RecordType<C> type, UUID id, int version, boolean withdrawn, String why) {
        Viewer viewer = viewers.require(type.right());
        if (why.isBlank()) {
            refuse("why", withdrawn ? "Say why it is withdrawn" : "Say why it is restored");
        }
        Kept<C> before = get(type, id);
        settling.lock(before.person());
        if (before.withdrawn() == withdrawn) {
            return before;
        }
        if (!deciding.mayWithdraw(viewer, before)) {
            throw new AccessDeniedException(
                    "A " + type.id() + " in the state \"" + before.state() + "\" is not theirs to withdraw.");
        }
        if (!keeping(type, () -> store.withdraw(type, id, version, withdrawn, why.strip(), viewer.post()))) {
            throw new StaleException(type.title());
        }
        Kept<C> kept = get(type, id);
        settling.settle(kept);
        log(viewer, Action.RECORD_WITHDRAWN, kept, withdrawn ? "withdrawn" : "restored");
        return kept;
    }

    /** The record, where it is and the person who is signed in may see it. */
    public <C extends Content> Optional<Kept<C>> find(RecordType<C> type, UUID id) {
        return store.find(type, id);
    }

    /** The record that one of {@code type} follows, of whatever kind it is; empty where there is none that may be seen. */
    public Optional<Kept<?>> findFollowed(RecordType<?> type, @Nullable UUID follows) {
        if (follows != null && type.followsAny()) {
            Optional<RecordType<?>> kind = jdbc.sql("select kind_of_record(?)")
                    .param(follows)
                    .query((row, number) -> Optional.ofNullable(row.getString(1)))
                    .single()
                    .flatMap(table -> types.findType(table.replace('_', '-')));
            return kind.flatMap(each -> store.find(each, follows)).map(each -> (Kept<?>) each);
        }
        if (follows != null) {
            for (String kind : type.follows()) {
                Optional<? extends Kept<?>> found = store.find(types.getType(kind), follows);
                if (found.isPresent()) {
                    return Optional.of(found.get());
                }
            }
        }
        return Optional.empty();
    }

    /** The version of the record that was known at {@code at}. */
    public <C extends Content> Optional<Kept<C>> findAsKnown(RecordType<C> type, UUID id, Instant at) {
        return store.findAsKnown(type, id, at);
    }

    public <C extends Content> List<Kept<C>> listVersions(RecordType<C> type, UUID id) {
        return store.listVersions(type, id);
    }

    public <C extends Content> List<Kept<C>> listOf(RecordType<C> type, UUID person) {
        return store.listOf(type, person);
    }

    /** A page of those of one person, the last recorded first, without those withdrawn. */
    @Transactional(readOnly = true)
    public <C extends Content> OnePage<Kept<C>> listPage(RecordType<C> type, UUID person, int limit, int skip) {
        return askedAtOnce.about(List.of(person), () -> store.page(type, person, limit, skip));
    }

    public <C extends Content> List<Kept<C>> listFollowing(RecordType<C> type, UUID record) {
        return store.listFollowing(type, record);
    }

    public List<MoveMade> listMoves(UUID record) {
        return moves.list(record);
    }

    /** @param at those that were made by then; null for all */
    public List<MoveMade> listMoves(UUID record, @Nullable Instant at) {
        return moves.list(record, at);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    private <C extends Content> Kept<C> get(RecordType<C> type, UUID id) {
        return store.find(type, id)
                .orElseThrow(() -> new AccessDeniedException(type.title() + " is not there, or not theirs to see."));
    }

    /** Where the database keeps two of a kind from overlapping, that is said as a fault of the dates. */
    private static boolean keeping(RecordType<?> type, BooleanSupplier keep) {
        try {
            return keep.getAsBoolean();
        } catch (DataAccessException refused) {
            String state = refused.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            if (EXCLUSION.equals(state)) {
                throw new RefusedException(List.of(new Fault(
                        type.fields().getFirst().name(),
                        "The dates overlap those of another record of the same kind: "
                                + type.title().toLowerCase(Locale.UK)
                                + ". End that one first, or correct the dates")));
            }
            if (MERGED.equals(state)) {
                throw new RefusedException(List.of(new Fault(
                        type.fields().getFirst().name(),
                        "This person’s record was merged with another while you had it open. Go to the person, who is found by both names, and"
                                + " enter it there")));
            }
            if (NOT_THEIRS.equals(state) && !type.restricted().isEmpty()) {
                throw new RefusedException(List.of(new Fault(
                        type.fields().getFirst().name(),
                        "Nothing of this is recorded on an open file. Restrict the file first, as "
                                + type.restricted().toLowerCase(Locale.UK)
                                + ", and be one of those named there")));
            }
            if (NOT_THEIRS.equals(state)) {
                throw new AccessDeniedException("The database refuses this " + type.id() + " to whoever writes it.");
            }
            throw refused;
        }
    }

    private void log(Viewer viewer, Action action, Kept<?> kept, String detail) {
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                kept.person().toString(),
                kept.type().id() + " " + kept.id() + (detail.isEmpty() ? "" : ", " + detail));
    }

    private static void refuse(String field, String message) {
        throw new RefusedException(List.of(new Fault(field, message)));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }
}
