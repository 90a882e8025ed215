package org.goldenthread.returns.local;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.goldenthread.core.figures.Period;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.local.CountsLayout.Field;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Gathers the counts of one file, measure by measure and period by period. */
final class CountsTable {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String file;
    private final Map<String, LocalMeasure> byKey = new HashMap<>();
    private final Map<String, LocalMeasure> byName = new HashMap<>();
    private final RowSink sink;
    private final RepeatedFindings findings;
    private final Map<Slot, Count> counts = new LinkedHashMap<>();

    private record Slot(String measure, LocalDate from, LocalDate to) {}

    private static final class Count {
        private final int line;
        private final Map<Field, Double> numbers = new HashMap<>();
        private String state = "";
        private String note = "";

        private Count(int line) {
            this.line = line;
        }
    }

    CountsTable(String file, Collection<LocalMeasure> known, RowSink sink) {
        this.file = file;
        this.sink = sink;
        this.findings = new RepeatedFindings(sink);
        known.forEach(measure -> {
            byKey.put(measure.id(), measure);
            byName.put(measure.name().toLowerCase(Locale.ROOT), measure);
        });
    }

    void take(CountsLayout layout, List<GridRow> rows) {
        for (GridRow row : rows) {
            boolean comment = row.cell(0).text().startsWith("#");
            if (!row.isBlank() && !comment) {
                findMeasure(layout, row).ifPresent(measure -> {
                    if (layout.isWide()) {
                        takeWide(layout, row, measure);
                    } else {
                        takeLong(layout, row, measure);
                    }
                });
            }
        }
    }

    private Optional<String> findMeasure(CountsLayout layout, GridRow row) {
        String key = text(layout, row, Field.MEASURE).toLowerCase(Locale.ROOT);
        String name = text(layout, row, Field.NAME).toLowerCase(Locale.ROOT);
        LocalMeasure named = byName.getOrDefault(name, byName.get(key));
        if (byKey.containsKey(key)
                || (named == null && byKey.isEmpty() && KEY.matcher(key).matches())) {
            return Optional.of(key);
        }
        if (named != null) {
            return Optional.of(named.id());
        }
        String slug = (key.isEmpty() ? name : key).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            findings.add(
                    Severity.ERROR,
                    row.line(),
                    "measure",
                    "rows",
                    "the row names no measure and was left out",
                    "Give the key of the measure, such as footfall.");
            return Optional.empty();
        }
        if (!byKey.isEmpty() && !byKey.containsKey(slug)) {
            findings.add(
                    Severity.WARNING,
                    row.line(),
                    "measure",
                    "rows",
                    "no local measure is called \"" + slug + "\"; the count was kept, but no figure uses it",
                    "Check the key against the template." + nearest(slug));
        }
        return Optional.of(slug);
    }

    private String nearest(String slug) {
        List<String> near = NearKeys.find(slug, byKey.keySet());
        return near.isEmpty() ? "" : " Near it are " + String.join(", ", near) + ".";
    }

    private void takeWide(CountsLayout layout, GridRow row, String measure) {
        Field part = switch (text(layout, row, Field.PART).toLowerCase(Locale.ROOT)) {
            case "numerator", "num" -> Field.NUMERATOR;
            case "denominator", "den", "out of" -> Field.DENOMINATOR;
            default -> Field.VALUE;
        };
        layout.periods().forEach((place, period) -> {
            GridCell cell = row.cell(place);
            if (!cell.isBlank()) {
                put(count(measure, period, row.line()), part, cell, row.line(), period.label());
            }
        });
        String note = text(layout, row, Field.NOTE);
        if (!note.isEmpty()) {
            layout.periods()
                    .values()
                    .forEach(period -> Optional.ofNullable(counts.get(new Slot(measure, period.start(), period.end())))
                            .ifPresent(count -> count.note = note));
        }
    }

    private void takeLong(CountsLayout layout, GridRow row, String measure) {
        Period period = period(layout, row);
        if (period == null) {
            return;
        }
        boolean anything = false;
        for (Field field : List.of(Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR)) {
            anything |= !cell(layout, row, field).isBlank();
        }
        String state = text(layout, row, Field.STATE).toLowerCase(Locale.ROOT);
        if (!anything && state.isEmpty()) {
            return;
        }
        Count count = count(measure, period, row.line());
        for (Field field : List.of(Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR)) {
            GridCell cell = cell(layout, row, field);
            if (!cell.isBlank()) {
                put(count, field, cell, row.line(), field.name().toLowerCase(Locale.ROOT));
            }
        }
        putState(count, state, row.line());
        count.note = text(layout, row, Field.NOTE);
    }

    private @Nullable Period period(CountsLayout layout, GridRow row) {
        if (layout.has(Field.FROM) && layout.has(Field.TO)) {
            LocalDate from = cell(layout, row, Field.FROM).date().date().orElse(null);
            LocalDate to = cell(layout, row, Field.TO).date().date().orElse(null);
            if (from != null && to != null && !to.isBefore(from)) {
                return new Period(Period.Grain.MONTH, from, to);
            }
        } else {
            Period period = CountPeriod.find(cell(layout, row, Field.PERIOD)).orElse(null);
            if (period != null) {
                return period;
            }
        }
        findings.add(
                Severity.ERROR,
                row.line(),
                "month",
                "rows",
                "\"" + text(layout, row, Field.PERIOD) + "\" is no month, quarter or year; the row was left out",
                "Write a month as 2024-03, a quarter as Q4 2023-24, a year as 2023-24 or academic 2023-24.");
        return null;
    }

    private Count count(String measure, Period period, int line) {
        return counts.computeIfAbsent(new Slot(measure, period.start(), period.end()), any -> new Count(line));
    }

    private void put(Count count, Field field, GridCell cell, int line, String column) {
        switch (CountCell.read(cell)) {
            case CountCell.Blank blank -> {}
            case CountCell.State state -> count.state = state.state();
            case CountCell.Number number -> {
                Double before = count.numbers.putIfAbsent(field, number.value());
                if (before != null && before != number.value()) {
                    findings.add(
                            Severity.ERROR,
                            line,
                            column,
                            "cells",
                            "line " + count.line + " gives another number for the same measure and period; this one was"
                                    + " left out",
                            "Keep the right one only.");
                }
            }
            case CountCell.Refused refused ->
                findings.add(
                        Severity.ERROR,
                        line,
                        column,
                        "cells",
                        refused.problem() + "; it was left out",
                        "Write a number, or \"not collected\", \"not applicable\" or \"awaiting publication\".");
        }
    }

    private void putState(Count count, String state, int line) {
        switch (state) {
            case "", "value", "final" -> {}
            case "provisional", "p" -> count.state = "provisional";
            default -> {
                if (CountCell.read(GridCell.text(state)) instanceof CountCell.State known) {
                    count.state = known.state();
                } else {
                    findings.add(
                            Severity.WARNING,
                            line,
                            "state",
                            "cells",
                            "\"" + state + "\" is no state that is known here; it was left out",
                            "Use value, provisional, awaiting publication, not collected or not applicable.");
                }
            }
        }
    }

    /** Hands over what was gathered. */
    void finish() {
        Map<String, Integer> rows = new TreeMap<>();
        counts.forEach((slot, count) -> {
            if (hand(slot, count)) {
                rows.merge(slot.measure(), 1, Integer::sum);
                sink.coverage("local." + slot.measure(), slot.from(), slot.to());
            }
        });
        findings.finish();
        if (rows.isEmpty()) {
            sink.finding(
                    Severity.WARNING, null, "", "The file holds no count.", "Fill in the template and load it again.");
        }
    }

    private boolean hand(Slot slot, Count count) {
        Double value = count.numbers.get(Field.VALUE);
        Double numerator = count.numbers.getOrDefault(Field.NUMERATOR, value);
        Double denominator = count.numbers.get(Field.DENOMINATOR);
        boolean stateAlone = numerator == null && !count.state.isEmpty() && !count.state.equals("provisional");
        if (numerator == null && !stateAlone) {
            if (denominator != null) {
                findings.add(
                        Severity.ERROR,
                        count.line,
                        "numerator",
                        "rows",
                        "there is a denominator and no numerator; the count was left out",
                        "Give the numerator too.");
            }
            return false;
        }
        if (denominator != null && denominator == 0 && numerator != null && numerator > 0) {
            findings.add(
                    Severity.ERROR,
                    count.line,
                    "denominator",
                    "rows",
                    "something was counted out of nought; the count was left out",
                    "Correct the denominator.");
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("row_id", file + "/" + slot.measure() + "/" + slot.from() + "/" + slot.to());
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
        values.put("state", count.state.isEmpty() ? "value" : count.state);
        values.put("note", count.note);
        sink.row("gt_local_counts", count.line, values);
        return true;
    }

    private static GridCell cell(CountsLayout layout, GridRow row, Field field) {
        Integer place = layout.fields().get(field);
        return place == null ? GridCell.BLANK : row.cell(place);
    }

    private static String text(CountsLayout layout, GridRow row, Field field) {
        return cell(layout, row, field).text().strip();
    }
}
