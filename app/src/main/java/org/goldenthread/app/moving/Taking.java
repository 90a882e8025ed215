package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a row of one table of the present system is in the record: of which kind, what its answers are, and where it stood. */
final class Taking {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.UK);

    private final String table;
    private final String kind;
    private final String began;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<Moving> moves = new ArrayList<>();
    private @Nullable String ended;
    private boolean lasts;
    private boolean onceADay;
    private Follows follows = Follows.NONE;
    private String whyFollows = "";
    private boolean wholeChild;
    private boolean alone;
    private Answer state = (row, child) -> "";

    /** A text of the record made of a row, or of it and the child's other rows. */
    @FunctionalInterface
    interface Answer {
        String of(SourceRow row, ChildRows child) throws UnreadableException;
    }

    /** What was decided according to a row. */
    @FunctionalInterface
    interface Moving {
        Optional<Fact.Decided> of(SourceRow row, ChildRows child) throws UnreadableException;
    }

    /** @param otherwise why a row that does not meet it is not taken; empty where that needs no telling */
    private record Condition(Predicate<SourceRow> met, String otherwise) {}

    /** What became of a row: a fact, a reason why it is none, or neither. */
    record Outcome(@Nullable Fact fact, String refused) {
        private static final Outcome NOTHING = new Outcome(null, "");
    }

    private Taking(String table, String kind, String began) {
        this.table = table;
        this.kind = kind;
        this.began = began;
    }

    /** @param began the cell that says on which day it was, or from which day */
    static Taking of(String table, String kind, String began) {
        return new Taking(table, kind, began);
    }

    String table() {
        return table;
    }

    /** Only rows of which this is so; the others may be of another kind. */
    Taking when(Predicate<SourceRow> condition) {
        return when(condition, "");
    }

    Taking when(Predicate<SourceRow> condition, String otherwise) {
        conditions.add(new Condition(condition, otherwise));
        return this;
    }

    /** Two of one kind and one day are the same. */
    Taking onceADay() {
        onceADay = true;
        return this;
    }

    /** It lasts from its first day to the day of this cell. */
    Taking until(String cell) {
        ended = cell;
        lasts = true;
        return this;
    }

    Taking day(String answer, String cell) {
        return makes(answer, (row, child) -> typed(row.findDay(cell)));
    }

    Taking text(String answer, String cell) {
        return makes(answer, (row, child) -> row.text(cell));
    }

    Taking says(String answer, String text) {
        return makes(answer, (row, child) -> text);
    }

    Taking makes(String answer, Answer made) {
        answers.put(answer, made);
        return this;
    }

    Taking follows(Follows what) {
        follows = what;
        return this;
    }

    /** It must come of something; a row of which that is not there is not taken. */
    Taking mustFollow(Follows what, String otherwise) {
        follows = what;
        whyFollows = otherwise;
        return this;
    }

    /** It must come of something, without which the child's history has a hole. */
    Taking historyMustHave(Follows what, String otherwise) {
        wholeChild = true;
        return mustFollow(what, otherwise);
    }

    /** Of a row of which it cannot be read, this falls away alone, and not all of the child: no history has a hole for want of it. */
    Taking alone() {
        alone = true;
        return this;
    }

    /** Where it stood, where no day is known on which that was decided. */
    Taking stands(Answer where) {
        state = where;
        return this;
    }

    /** A move on the day of a cell, where the cell has one. */
    Taking moved(String move, String cell) {
        return moved(
                (row, child) -> Optional.ofNullable(row.findDay(cell)).map(day -> new Fact.Decided(move, day, true)));
    }

    Taking moved(Moving decided) {
        moves.add(decided);
        return this;
    }

    /** @throws UnreadableException where the child's history cannot be told without what is wrong with the row */
    Outcome take(SourceRow row, ChildRows child, ChildHistory history) throws UnreadableException {
        try {
            return read(row, child, history);
        } catch (UnreadableException problem) {
            if (!alone) {
                throw problem;
            }
            return new Outcome(null, String.valueOf(problem.getMessage()));
        }
    }

    private Outcome read(SourceRow row, ChildRows child, ChildHistory history) throws UnreadableException {
        for (Condition condition : conditions) {
            if (!condition.met().test(row)) {
                return new Outcome(null, condition.otherwise());
            }
        }
        if (row.has(SourceRow.UNREADABLE)) {
            throw new UnreadableException(row, row.text(SourceRow.UNREADABLE));
        }
        LocalDate first = row.day(began);
        LocalDate last = ended == null ? null : row.findDay(ended);
        if (onceADay && history.findBegunOn(kind, first).isPresent()) {
            return Outcome.NOTHING;
        }
        if (last != null && last.isBefore(first)) {
            throw new UnreadableException(row, ended + " is before " + began);
        }
        Fact followed = follows.find(row, first, history).orElse(null);
        if (followed == null && !whyFollows.isEmpty()) {
            if (wholeChild) {
                throw new UnreadableException(row, whyFollows);
            }
            return new Outcome(null, whyFollows);
        }
        Map<String, String> typed = new HashMap<>();
        for (Map.Entry<String, Answer> answer : answers.entrySet()) {
            String text = answer.getValue().of(row, child);
            if (!text.isBlank()) {
                typed.put(answer.getKey(), text);
            }
        }
        List<Fact.Decided> decided = new ArrayList<>();
        for (Moving move : moves) {
            move.of(row, child).ifPresent(decided::add);
        }
        return new Outcome(
                new Fact(
                        history.nextId(),
                        row.number(),
                        kind,
                        followed == null ? null : followed.id(),
                        typed,
                        state.of(row, child),
                        decided,
                        lasts,
                        first,
                        last,
                        row.file(),
                        row.line()),
                "");
    }

    /** A day as it is typed; empty for none. */
    static String typed(@Nullable LocalDate day) {
        return day == null ? "" : TYPED.format(day);
    }
}
