package org.goldenthread.returns.local;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.returns.local.CountsLayout.Field;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** The count of one measure and period while it is gathered from one row or several. */
final class Count {
    private static final String PROVISIONAL = "provisional";

    /** Which count it is. */
    record Slot(String measure, LocalDate from, LocalDate to) {}

    private final CountSheet sheet;
    private final int line;
    private final Map<Field, Double> numbers = new EnumMap<>(Field.class);
    /** The row that gave each number. */
    private final Map<Field, CountRow> givers = new EnumMap<>(Field.class);

    private final Set<Field> stated = EnumSet.noneOf(Field.class);
    private String state = "";
    private @Nullable CountRow stateGiver;
    private String note = "";
    private boolean handed;

    /** @param line of the first row that tells of it */
    Count(CountSheet sheet, int line) {
        this.sheet = sheet;
        this.line = line;
    }

    int line() {
        return line;
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
        givers.putIfAbsent(field, row);
        if (before == null || row.line() == line && row.isOf(sheet)) {
            row.gives(this);
        }
        if (before == null) {
            return;
        }
        if (before == value) {
            row.refuse(
                    Severity.WARNING,
                    column,
                    "the number repeats that of " + place(row) + "; it was taken once",
                    "Take the repetition out.");
        } else {
            row.refuse(
                    Severity.ERROR,
                    column,
                    place(row) + " gives another number for the same measure and period; this one was left out",
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
        boolean another = row.line() != line || !row.isOf(sheet);
        CountRow giver = deniesNumber(told) ? otherGiver(row) : null;
        if (giver != null) {
            row.refuse(
                    Severity.ERROR,
                    column,
                    giver.place(row) + " gives a number for the same measure and period; \"" + told + "\" was left out",
                    "Keep the right one only.");
            return;
        }
        if (another && !state.isEmpty() && !state.equals(told)) {
            row.refuse(
                    Severity.ERROR,
                    column,
                    place(row) + " says \"" + state + "\" of the same measure and period; \"" + told
                            + "\" was left out",
                    "Keep the right one only.");
            return;
        }
        boolean repeats = !stated.add(field) && another;
        if (repeats && field != Field.STATE) {
            row.refuse(
                    Severity.WARNING,
                    column,
                    "\"" + told + "\" repeats " + place(row) + "; it was taken once",
                    "Take the repetition out.");
        }
        if (!repeats) {
            state = told;
            stateGiver = row;
            row.gives(this);
        }
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

    private String place(CountRow row) {
        return "line " + line + (row.isOf(sheet) ? "" : " of the sheet \"" + sheet.name() + "\"");
    }

    /** What the snapshot holds of it; empty, with a finding, where what was gathered is no count. */
    Optional<Map<String, Object>> values(Slot slot) {
        Double value = numbers.get(Field.VALUE);
        Double numerator = numbers.getOrDefault(Field.NUMERATOR, value);
        Double denominator = numbers.get(Field.DENOMINATOR);
        boolean stateAlone = numerator == null && !state.isEmpty() && !state.equals(PROVISIONAL);
        if (numerator == null && !stateAlone) {
            if (denominator != null) {
                leaveOut(
                        "numerator",
                        "there is a denominator and no numerator; the count was left out",
                        "Give the numerator too.");
            } else if (!state.isEmpty()) {
                leaveOut(
                        "state",
                        "it is said to be provisional and there is no number; the count was left out",
                        "Give the number too, or write \"awaiting publication\".");
            }
            return Optional.empty();
        }
        if (denominator != null && denominator == 0 && numerator != null && numerator > 0) {
            leaveOut(
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

    private void leaveOut(String column, String problem, String action) {
        RepeatedFindings findings = sheet.findings();
        findings.add(Severity.ERROR, line, column, "rows", problem, action);
    }

    /** The name of a column of the long shape, for findings. */
    static String column(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
