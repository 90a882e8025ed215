package org.goldenthread.returns.local;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.returns.local.CountsLayout.Field;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** The count of one measure and period while it is gathered from one row or several. */
final class Count {
    private static final String PROVISIONAL = "provisional";

    /** Which count it is. */
    record Slot(String measure, LocalDate from, LocalDate to) {}

    /** The first row that gave anything of it: rows that were refused before it gave nothing. */
    private @Nullable CountRow first;

    private final Map<Field, Double> numbers = new EnumMap<>(Field.class);
    /** The row that gave each number. */
    private final Map<Field, CountRow> givers = new EnumMap<>(Field.class);

    private final Set<Field> stated = EnumSet.noneOf(Field.class);
    private String state = "";
    private @Nullable CountRow stateGiver;
    private String note = "";
    private boolean handed;

    /** The line of the first row that gave anything of it; there is one wherever it has {@link #values}. */
    int line() {
        return giver().line();
    }

    /** Whether it became a row of the snapshot; known when all was gathered. */
    boolean isHanded() {
        return handed;
    }

    void handed() {
        handed = true;
    }

    void note(String text) {
        if (!text.isEmpty()) {
            note = text;
        }
    }

    /** Takes what a cell says; a finding tells of what it cannot take. */
    void put(Field field, GridCell cell, String column, CountRow row) {
        switch (CountCell.read(cell)) {
            case CountCell.Blank blank -> {}
            case CountCell.State known -> putState(field, known.state(), column, row);
            case CountCell.Number number -> putNumber(field, number.value(), column, row);
            case CountCell.Refused refused ->
                row.refuse(
                        Severity.ERROR,
                        column,
                        refused.problem() + "; it was left out",
                        "Write a number, or \"not collected\", \"not applicable\" or \"awaiting publication\".");
        }
    }

    private void putNumber(Field field, double value, String column, CountRow row) {
        CountRow denier = stateGiver;
        if (denier != null && denier != row && deniesNumber(state) && !numbers.containsKey(field)) {
            row.refuse(
                    Severity.ERROR,
                    column,
                    denier.place(row) + " says \"" + state
                            + "\" of the same measure and period; the number was left out",
                    "Keep the right one only.");
            return;
        }
        Double before = numbers.putIfAbsent(field, value);
        CountRow giver = givers.putIfAbsent(field, row);
        if (before == null || giver == null) {
            give(row);
            return;
        }
        if (before == value) {
            row.refuse(
                    Severity.WARNING,
                    column,
                    "the number repeats that of " + giver.place(row) + "; it was taken once",
                    "Take the repetition out.");
        } else {
            row.refuse(
                    Severity.ERROR,
                    column,
                    giver.place(row) + " gives another number for the same measure and period; this one was left out",
                    "Keep the right one only.");
        }
    }

    /** Takes the state that a row says in words of its own. */
    void putState(String text, CountRow row) {
        switch (text) {
            case "", "value", "final" -> {}
            case PROVISIONAL, "p" -> putState(Field.STATE, PROVISIONAL, "state", row);
            default -> {
                if (CountCell.read(GridCell.text(text)) instanceof CountCell.State known) {
                    putState(Field.STATE, known.state(), "state", row);
                } else {
                    row.refuse(
                            Severity.WARNING,
                            "state",
                            "\"" + text + "\" is no state that is known here; it was left out",
                            "Use value, provisional, awaiting publication, not collected or not applicable.");
                }
            }
        }
    }

    private void putState(Field field, String told, String column, CountRow row) {
        CountRow earlier = stateGiver == row ? null : stateGiver;
        CountRow giver = deniesNumber(told) ? otherGiver(row) : null;
        if (giver != null) {
            row.refuse(
                    Severity.ERROR,
                    column,
                    giver.place(row) + " gives a number for the same measure and period; \"" + told + "\" was left out",
                    "Keep the right one only.");
            return;
        }
        if (earlier != null && !state.equals(told)) {
            row.refuse(
                    Severity.ERROR,
                    column,
                    earlier.place(row) + " says \"" + state + "\" of the same measure and period; \"" + told
                            + "\" was left out",
                    "Keep the right one only.");
            return;
        }
        if (stated.add(field) || earlier == null) {
            state = told;
            stateGiver = row;
            give(row);
        } else if (field != Field.STATE) {
            row.refuse(
                    Severity.WARNING,
                    column,
                    "\"" + told + "\" repeats " + earlier.place(row) + "; it was taken once",
                    "Take the repetition out.");
        }
    }

    private CountRow giver() {
        return Objects.requireNonNull(first);
    }

    private void give(CountRow row) {
        if (first == null) {
            first = row;
        }
        row.gives(this);
    }

    /** Whether it says that there is no number. */
    private static boolean deniesNumber(String state) {
        return !state.isEmpty() && !state.equals(PROVISIONAL);
    }

    /** A row other than this that gave a number; null where there is none. */
    private @Nullable CountRow otherGiver(CountRow row) {
        return givers.values().stream()
                .filter(giver -> giver != row)
                .findFirst()
                .orElse(null);
    }

    /** What the snapshot holds of it; empty, with a finding, where what was gathered is no count. */
    Optional<Map<String, Object>> values(Slot slot) {
        Double value = numbers.get(Field.VALUE);
        Double numerator = numbers.getOrDefault(Field.NUMERATOR, value);
        Double denominator = numbers.get(Field.DENOMINATOR);
        boolean stateAlone = numerator == null && !state.isEmpty() && !state.equals(PROVISIONAL);
        if (numerator == null && !stateAlone) {
            if (denominator != null) {
                giver().leaveOut(
                                "numerator",
                                "there is a denominator and no numerator; the count was left out",
                                "Give the numerator too.");
            } else if (!state.isEmpty()) {
                giver().leaveOut(
                                "state",
                                "it is said to be provisional and there is no number; the count was left out",
                                "Give the number too, or write \"awaiting publication\".");
            }
            return Optional.empty();
        }
        if (denominator != null && denominator == 0 && numerator != null && numerator > 0) {
            giver().leaveOut(
                            "denominator",
                            "something was counted out of nought; the count was left out",
                            "Correct the denominator.");
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("local_measure", slot.measure());
        values.put("period_start", slot.from());
        values.put("period_end", slot.to());
        if (value != null) {
            values.put("value", value);
        }
        if (numerator != null) {
            values.put("numerator", numerator);
        }
        if (denominator != null) {
            values.put("denominator", denominator);
        }
        values.put("state", state.isEmpty() ? "value" : state);
        values.put("note", note);
        return Optional.of(values);
    }

    /** The name of a column of the long shape, for findings. */
    static String column(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
