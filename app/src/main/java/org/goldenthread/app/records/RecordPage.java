package org.goldenthread.app.records;

import java.util.List;
import org.goldenthread.core.clocks.ClockStanding;
import org.goldenthread.core.pathways.Move;
import org.jspecify.annotations.Nullable;

/**
 * One record, read.
 *
 * @param clocks those that are owed in it
 * @param remarks what the record does not say itself and whoever decides on it must know
 * @param choices the moves that the person signed in may make
 * @param waiting the moves that others decide
 * @param files what was attached to it
 * @param made the moves that were made, the first first
 * @param steps what came of the record, and what it came of
 * @param mayChange whether it may be changed by the person signed in
 * @param faults what stood against the move that was just tried
 * @param chosen the move that was just tried
 * @param knownAt set where it is shown as it was known on an earlier day
 */
public record RecordPage(
        PersonBar bar,
        Kept<?> record,
        List<ClockLine> clocks,
        List<String> remarks,
        List<Choice> choices,
        List<Choice> waiting,
        List<Enclosures.Enclosure> files,
        List<MadeLine> made,
        List<Step> steps,
        List<Start> starts,
        boolean mayChange,
        boolean mayWithdraw,
        List<Fault> faults,
        String chosen,
        String reason,
        String on,
        @Nullable String knownAt) {

    /**
     * One clock in words.
     *
     * @param address of the record that it is owed in; empty where it is that of the page, or cannot be told
     */
    public record ClockLine(
            String name, ClockStanding standing, String due, String law, String note, String about, String address) {

        /** The class of its tag: the word is always beside the colour. */
        public String tag() {
            return switch (standing) {
                case OVERDUE -> "govuk-tag govuk-tag--red";
                case DUE_SOON -> "govuk-tag govuk-tag--yellow";
                case DUE -> "govuk-tag govuk-tag--blue";
                case MET -> "govuk-tag govuk-tag--green";
                case MET_LATE -> "govuk-tag govuk-tag--orange";
                case PAUSED, FELL_AWAY -> "govuk-tag govuk-tag--grey";
            };
        }
    }

    /** More clocks than this are told apart into those that run and those that are done. */
    private static final int MANY = 8;

    /** Whether so much is done already that what is due would be lost among it. */
    public boolean isLongWatched() {
        return clocks.size() > MANY
                && !openClocks().isEmpty()
                && !closedClocks().isEmpty();
    }

    public List<ClockLine> openClocks() {
        return clocks.stream().filter(each -> each.standing().isOpen()).toList();
    }

    public List<ClockLine> closedClocks() {
        return clocks.stream().filter(each -> !each.standing().isOpen()).toList();
    }

    /** A move that may be made, and what must be done first. */
    public record Choice(Move move, List<Fault> lacking, String deciders) {}

    public record MadeLine(String label, String to, String on, String reason, String by, String madeAt) {}

    /** Another record of the same chain. */
    public record Step(String title, String summary, String state, String address) {}

    /** What may be recorded next from here. */
    public record Start(String label, String address) {}

    /** What was answered, and what was asked and not answered; not what is asked of records of another sort alone. */
    public List<Line> lines() {
        List<Field> fields = record.type().fields();
        return fields.stream()
                .map(field -> new Line(field, field.words(record.content())))
                .filter(line -> !line.words().isBlank() || line.field().isAskedOf(record.content(), fields))
                .toList();
    }

    /** One answer in words. */
    public record Line(Field field, String words) {

        public List<String> paragraphs() {
            return words.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    public boolean wantsReason() {
        return choices.stream().anyMatch(choice -> choice.move().wantsReason());
    }
}
