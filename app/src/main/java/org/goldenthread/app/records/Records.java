package org.goldenthread.app.records;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.clocks.Watched;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records of every kind: added, changed, moved along their pathways, withdrawn, and read as they are or were known.
 *
 * <p>Each act is one transaction: the version, the move, the events, the clocks and the line in the audit log are all kept or
 * none is. Whoever acts must have the right, and the database's policies are asked besides.
 */
@Service
public class Records {

    /** A need that every kind of record knows: somebody else than whoever submitted it must decide. */
    static final String SECOND_PERSON = "second-person";

    /** How a need for a record that follows begins, such as {@code has-agreed-action}. */
    static final String HAS = "has-";

    /** What PostgreSQL calls a violated exclusion constraint. */
    private static final String EXCLUSION = "23P01";

    /** What it calls a row that a policy refuses. */
    private static final String NOT_THEIRS = "42501";

    private static final String SUBMIT = "submit";

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;
    private final MoveStore moves;
    private final EventStore events;
    private final ClockStore clocks;
    private final Practice practice;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Records(
            JdbcClient jdbc,
            RecordTypes types,
            RecordStore store,
            MoveStore moves,
            EventStore events,
            ClockStore clocks,
            Practice practice,
            Viewers viewers,
            AuditLog audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
        this.moves = moves;
        this.events = events;
        this.clocks = clocks;
        this.practice = practice;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
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
        int counted = jdbc.sql("""
                        insert into submission (account, token, record, at) values (?, ?, ?, acting_at()) on conflict do nothing
                        """).params(viewer.account(), token, first).update();
        if (counted == 0) {
            UUID already = jdbc.sql("select record from submission where account = ? and token = ?")
                    .params(viewer.account(), token)
                    .query(UUID.class)
                    .single();
            return get(type, already);
        }
        UUID together = people.size() > 1 ? UUID.randomUUID() : null;
        // Always in the same order, so that two who record for the same children do not wait for one another.
        people.stream().sorted().forEach(this::lock);
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

    /** What a record comes of is of the same person, and is there for whoever writes it to see. */
    private void requireChain(RecordType<?> type, UUID person, @Nullable UUID follows) {
        if (follows == null) {
            if (!type.follows().isEmpty()) {
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
        lock(person);
        Optional<Move> opening = pathway(type).map(Pathway::opening);
        opening.ifPresent(move -> requireDecider(viewer, type, move));
        keeping(type, () -> {
            store.insert(
                    type, id, person, follows, together, opening.map(Move::to).orElse(""), viewer.post(), content);
            return true;
        });
        Kept<C> kept = get(type, id);
        settle(kept);
        log(viewer, Action.RECORD_ADDED, kept, "");
    }

    /** Whether what was sent with {@code token} is saved already, so that a draft of it is of no more use. */
    boolean isSaved(UUID token) {
        return jdbc.sql("select count(*) from submission where account = ? and token = ?")
                        .params(viewers.getViewer().account(), token)
                        .query(Long.class)
                        .single()
                > 0;
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
        UUID id = UUID.nameUUIDFromBytes(
                (viewers.getViewer().account() + token).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Optional<Kept<C>> already = store.find(type, id);
        if (already.isPresent()) {
            return already.get();
        }
        Viewer viewer = viewers.require(type.right());
        refuse(content.faults());
        store.insert(type, id, id, null, null, "", viewer.post(), content);
        Kept<C> kept = get(type, id);
        settle(kept);
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
        lock(before.person());
        Optional<Pathway> pathway = pathway(type);
        if (before.withdrawn()) {
            refuse("", "This was withdrawn as entered in error. Restore it before you change it");
        }
        if (pathway.isPresent()) {
            Move change = pathway.get().findChange(before.state()).orElse(null);
            if (change == null) {
                refuse(
                        "",
                        type.title() + " cannot be changed while it is "
                                + before.stateWords().toLowerCase(Locale.UK)
                                + ". Return it for changes first");
            } else {
                requireDecider(viewer, type, change);
                if (change.wantsReason() && why.isBlank()) {
                    refuse("why", "Say why it is corrected");
                }
            }
        }
        refuse(content.faults());
        if (content.equals(before.content()) && before.version() == version) {
            return before;
        }
        if (!keeping(type, () -> store.change(type, id, version, why.strip(), viewer.post(), content))) {
            throw new StaleException(type.title());
        }
        Kept<C> kept = get(type, id);
        settle(kept);
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
        lock(before.person());
        Pathway pathway = pathway(type)
                .orElseThrow(() -> new IllegalArgumentException(type.title() + " has no pathway to move along."));
        Move made = pathway.move(move, before.state());
        requireDecider(viewer, type, made);
        List<Fault> faults = new ArrayList<>(lacking(before, made, viewer));
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
        settle(kept);
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
        lock(before.person());
        if (before.withdrawn() == withdrawn) {
            return before;
        }
        if (!mayWithdraw(viewer, before)) {
            throw new AccessDeniedException(
                    "A " + type.id() + " in the state \"" + before.state() + "\" is not theirs to withdraw.");
        }
        if (!keeping(type, () -> store.withdraw(type, id, version, withdrawn, why.strip(), viewer.post()))) {
            throw new StaleException(type.title());
        }
        Kept<C> kept = get(type, id);
        settle(kept);
        log(viewer, Action.RECORD_WITHDRAWN, kept, withdrawn ? "withdrawn" : "restored");
        return kept;
    }

    /** The record, where it is and the person who is signed in may see it. */
    public <C extends Content> Optional<Kept<C>> find(RecordType<C> type, UUID id) {
        return store.find(type, id);
    }

    /** The record that one of {@code type} follows, of whatever kind it is; empty where there is none that may be seen. */
    public Optional<Kept<?>> findFollowed(RecordType<?> type, @Nullable UUID follows) {
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

    public <C extends Content> Optional<Kept<C>> findAsKnown(RecordType<C> type, UUID id, Instant at) {
        return store.findAsKnown(type, id, at);
    }

    public <C extends Content> List<Kept<C>> listVersions(RecordType<C> type, UUID id) {
        return store.listVersions(type, id);
    }

    public <C extends Content> List<Kept<C>> listOf(RecordType<C> type, UUID person) {
        return store.listOf(type, person);
    }

    public <C extends Content> List<Kept<C>> listFollowing(RecordType<C> type, UUID record) {
        return store.listFollowing(type, record);
    }

    public List<MoveMade> listMoves(UUID record) {
        return moves.list(record);
    }

    /**
     * Something that a child said, in the child's words.
     *
     * @param from what it was said in
     */
    public record Said(String question, String words, String from, Instant knownFrom, String address) {}

    /** What a child said, in every kind of record, the last said first. */
    public List<Said> listVoices(UUID person) {
        List<Said> voices = new ArrayList<>();
        for (RecordType<?> type : types.listTypes()) {
            List<Field> fields = type.fields().stream().filter(Field::isVoice).toList();
            if (!fields.isEmpty()) {
                for (Kept<?> kept : store.listOf(type, person)) {
                    fields.stream()
                            .filter(field -> !field.text(kept.content()).isBlank())
                            .forEach(field -> voices.add(new Said(
                                    field.label(),
                                    field.words(kept.content()),
                                    type.title(),
                                    kept.knownFrom(),
                                    kept.address())));
                }
            }
        }
        voices.sort(Comparator.comparing(Said::knownFrom).reversed());
        return voices;
    }

    /** The clocks of a person, the first due first. */
    public List<Watched> listClocks(UUID person, @Nullable Instant at) {
        return clocks.list(person, at);
    }

    public List<Event> chronology(UUID person, @Nullable Instant at, boolean significantOnly, int limit, int skip) {
        return events.list(person, at, significantOnly, limit, skip);
    }

    public long countEvents(UUID person) {
        return events.count(person, null, false);
    }

    public long countEvents(UUID person, @Nullable Instant at, boolean significantOnly) {
        return events.count(person, at, significantOnly);
    }

    /**
     * Draws the clocks anew where a limit was set: of everybody for whom one of these clocks runs, whoever may see them.
     *
     * @return how many people
     */
    int settleClocks(Set<String> rules) {
        return AsSystem.call(() -> {
            List<UUID> people = jdbc.sql("""
                            select distinct person from watched_clock
                            where clock in (:rules) and known_until is null and met_on is null and void_on is null
                            """)
                    .param("rules", rules)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            for (UUID person : people) {
                transactions.executeWithoutResult(unused -> {
                    lock(person);
                    settleClocks(person);
                });
            }
            return people.size();
        });
    }

    private void settleClocks(UUID person) {
        clocks.set(person, ClockRules.standard().watch(events.occurrences(person), practice.limits()));
    }

    /** Whether {@code viewer} may begin a record of that kind. */
    public boolean mayBegin(Viewer viewer, RecordType<?> type) {
        return viewer.may(type.right())
                && pathway(type).map(each -> decides(viewer, each.opening())).orElse(true);
    }

    @Transactional
    public void pick(UUID person, UUID record, String event, boolean significant) {
        events.pick(
                person,
                record,
                event,
                significant,
                viewers.require(Right.WRITE_RECORDS).account());
    }

    /** What is missing before {@code move} may be made of the record, by {@code viewer}. */
    List<Fault> lacking(Kept<?> record, Move move, Viewer viewer) {
        List<Fault> lacking = new ArrayList<>();
        for (String need : move.needs()) {
            if (need.equals(SECOND_PERSON)) {
                boolean own = moves.list(record.id()).reversed().stream()
                        .filter(each -> each.move().equals(SUBMIT))
                        .findFirst()
                        .map(each -> each.madeBy().equals(viewer.account()))
                        .orElse(false);
                if (own) {
                    lacking.add(new Fault("move", "Somebody else must decide, for you submitted it yourself"));
                }
            } else if (need.startsWith(HAS)) {
                RecordType<?> wanted = types.getType(need.substring(HAS.length()));
                if (store.listFollowing(wanted, record.id()).isEmpty()) {
                    lacking.add(new Fault(
                            "move", "Add at least one " + wanted.title().toLowerCase(Locale.UK)));
                }
            } else {
                record.content().lacks(need).ifPresent(lacking::add);
            }
        }
        return lacking;
    }

    /** Whether {@code viewer} may change what the record says. */
    boolean mayChange(Viewer viewer, Kept<?> record) {
        return !record.withdrawn() && !record.type().hasOwnPages() && isTheirs(viewer, record);
    }

    /** Whether {@code viewer} may withdraw the record or restore it: whoever may change it where it stands may. */
    boolean mayWithdraw(Viewer viewer, Kept<?> record) {
        // A person is merged, not withdrawn: all that is recorded of them would hang in the air.
        return !record.id().equals(record.person()) && !record.type().hasOwnPages() && isTheirs(viewer, record);
    }

    private boolean isTheirs(Viewer viewer, Kept<?> record) {
        if (!viewer.may(record.type().right())) {
            return false;
        }
        Optional<Pathway> pathway = pathway(record.type());
        return pathway.isEmpty()
                || pathway.get()
                        .findChange(record.state())
                        .filter(change -> decides(viewer, change))
                        .isPresent();
    }

    /** The pathway of a kind of record, with the deciders that this council set; empty where it has none. */
    public Optional<Pathway> pathway(RecordType<?> type) {
        return type.pathway().map(practice::pathway);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    /** Whether {@code viewer} may make the move. */
    public static boolean decides(Viewer viewer, Move move) {
        return move.deciders().contains(viewer.role().decider());
    }

    private static void requireDecider(Viewer viewer, RecordType<?> type, Move move) {
        if (!decides(viewer, move)) {
            throw new AccessDeniedException("The role " + viewer.role().label() + " does not decide \"" + move.id()
                    + "\" of the pathway \"" + type.id() + "\".");
        }
    }

    private <C extends Content> Kept<C> get(RecordType<C> type, UUID id) {
        return store.find(type, id)
                .orElseThrow(() -> new AccessDeniedException(type.title() + " is not there, or not theirs to see."));
    }

    /** Makes events and clocks what the record now says. */
    private void settle(Kept<?> kept) {
        List<EventStore.Said> said = new ArrayList<>();
        if (!kept.withdrawn()) {
            for (Happening each : kept.content().happenings()) {
                UUID about = each.ofFollowed() && kept.follows() != null ? kept.follows() : kept.id();
                said.add(new EventStore.Said(each.event(), about, each.on(), each.at(), each.summary()));
            }
            kept.type()
                    .pathway()
                    .ifPresent(pathway -> moves.list(kept.id())
                            .forEach(made -> pathway.findMove(made.move())
                                    .filter(move -> !move.event().isEmpty())
                                    .ifPresent(move -> said.add(said(kept, made, move)))));
        }
        events.set(kept.person(), kept.id(), kept.type().id(), said);
        settleClocks(kept.person());
    }

    private static EventStore.Said said(Kept<?> kept, MoveMade made, Move move) {
        java.time.ZonedDateTime at = made.madeAt().atZone(Words.LONDON);
        // The time is that of the recording, and so known only where it was recorded on the day.
        LocalTime time = at.toLocalDate().equals(made.on())
                ? at.toLocalTime().withSecond(0).withNano(0)
                : null;
        String what = kept.type().title() + ": " + move.label().toLowerCase(Locale.UK)
                + (made.reason().isEmpty() ? "" : ". " + made.reason());
        return new EventStore.Said(move.event(), kept.id(), made.on(), time, what);
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
            if (NOT_THEIRS.equals(state)) {
                throw new AccessDeniedException("The database refuses this " + type.id() + " to whoever writes it.");
            }
            throw refused;
        }
    }

    /** One writer at a time for each person, so that the clocks are drawn from all events and not from some. */
    private void lock(UUID person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param(person.toString())
                .query(String.class)
                .single();
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
