package org.goldenthread.app.records;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may begin, change, decide on and withdraw what, and what must be there first. */
@Component
public class Deciding {

    /** A need that every kind of record knows: somebody else than whoever submitted it must decide. */
    static final String SECOND_PERSON = "second-person";

    /** How a need for a record that follows begins, such as {@code has-agreed-action}. */
    static final String HAS = "has-";

    private static final String SUBMIT = "submit";

    private final RecordTypes types;
    private final RecordStore store;
    private final MoveStore moves;
    private final Practice practice;
    private final List<FurtherNeeds> further;
    private final InstantSource clock;

    Deciding(
            RecordTypes types,
            RecordStore store,
            MoveStore moves,
            Practice practice,
            List<FurtherNeeds> further,
            InstantSource clock) {
        this.further = further;
        this.clock = clock;
        this.types = types;
        this.store = store;
        this.moves = moves;
        this.practice = practice;
    }

    /** The pathway of a kind of record, with the deciders that this council set; empty where it has none. */
    public Optional<Pathway> pathway(RecordType<?> type) {
        return type.pathway().map(practice::pathway);
    }

    /** Whether {@code viewer} may make the move. */
    public static boolean decides(Viewer viewer, Move move) {
        return move.deciders().contains(viewer.role().decider());
    }

    static void requireDecider(Viewer viewer, RecordType<?> type, Move move) {
        if (!decides(viewer, move)) {
            throw new AccessDeniedException("The role " + viewer.role().label() + " does not decide \"" + move.id()
                    + "\" of the pathway \"" + type.id() + "\".");
        }
    }

    /** Whether {@code viewer} may begin a record of that kind. */
    public boolean mayBegin(Viewer viewer, RecordType<?> type) {
        return mayWrite(viewer, type)
                && pathway(type).map(each -> decides(viewer, each.opening())).orElse(true);
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

    private static boolean mayWrite(Viewer viewer, RecordType<?> type) {
        return viewer.may(type.right()) && (!type.isOfSocialCare() || viewer.may(Right.SEE_SOCIAL_CARE));
    }

    private boolean isTheirs(Viewer viewer, Kept<?> record) {
        // Where it is open with its record, the database shows it to those alone who may write it.
        boolean open =
                record.type().isOpenWithItsRecord() && viewer.may(record.type().right());
        if (!open && !mayWrite(viewer, record.type())) {
            return false;
        }
        Optional<Pathway> pathway = pathway(record.type());
        return pathway.isEmpty()
                || pathway.get()
                        .findChange(record.state())
                        .filter(change -> decides(viewer, change))
                        .isPresent();
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
                lacks(record, record.content(), need).ifPresent(lacking::add);
            }
        }
        return lacking;
    }

    /** Whether {@code need} is answered by other records than the one that is moved. */
    boolean isFurther(String need) {
        return further.stream().anyMatch(each -> each.knows(need));
    }

    private Optional<Fault> lacks(Kept<?> record, Content content, String need) {
        return further.stream()
                .filter(each -> each.knows(need))
                .findFirst()
                .map(each -> each.lacks(
                        need,
                        record.person(),
                        name -> record.type().findField(name).orElseThrow().read(content),
                        LocalDate.ofInstant(clock.instant(), Words.LONDON)))
                .orElseGet(() -> content.lacks(need));
    }

    /**
     * What the decision by which the record stands where it does needed, and what the record would lack once it says {@code content}: a
     * placement that was approved as one kind is not made another afterwards.
     */
    List<Fault> undone(Kept<?> record, Content content) {
        Optional<Pathway> pathway = pathway(record.type());
        if (pathway.isEmpty()) {
            return List.of();
        }
        return moves.list(record.id()).reversed().stream()
                .filter(each -> !each.from().equals(each.to()) && each.to().equals(record.state()))
                .findFirst()
                .flatMap(each -> pathway.get().findMove(each.move()))
                .map(Move::needs)
                .orElse(Set.of())
                .stream()
                .filter(need -> !need.equals(SECOND_PERSON) && !need.startsWith(HAS))
                .filter(need -> lacks(record, record.content(), need).isEmpty())
                .flatMap(need -> lacks(record, content, need).stream())
                .toList();
    }
}
