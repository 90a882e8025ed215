package org.goldenthread.returns.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goldenthread.core.figures.Period;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.local.Count.Slot;
import org.goldenthread.returns.local.CountsLayout.Field;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Gathers the counts of one file, measure by measure and period by period. */
final class CountsTable {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final List<Field> NUMBERS = List.of(Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR);

    private final String file;
    private final Map<String, LocalMeasure> byKey = new HashMap<>();
    private final Map<String, LocalMeasure> byName = new HashMap<>();
    private final RowSink sink;
    private final List<CountSheet> sheets = new ArrayList<>();
    private final Map<Slot, Count> counts = new LinkedHashMap<>();

    CountsTable(String file, Collection<LocalMeasure> known, RowSink sink) {
        this.file = file;
        this.sink = sink;
        known.forEach(measure -> {
            byKey.put(measure.id(), measure);
            byName.put(measure.name().toLowerCase(Locale.ROOT), measure);
        });
    }

    void take(CountSheet sheet) {
        sheets.add(sheet);
        CountsLayout layout = sheet.layout();
        for (GridRow cells : sheet.listRows()) {
            CountRow row = sheet.begin(cells);
            findMeasure(sheet, cells, row).ifPresent(measure -> {
                if (layout.isWide()) {
                    takeWide(sheet, cells, row, measure);
                } else {
                    takeLong(sheet, cells, row, measure);
                }
            });
        }
    }

    private Optional<String> findMeasure(CountSheet sheet, GridRow cells, CountRow row) {
        CountsLayout layout = sheet.layout();
        String key = text(layout, cells, Field.MEASURE).toLowerCase(Locale.ROOT);
        String name = text(layout, cells, Field.NAME).toLowerCase(Locale.ROOT);
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
            row.leaveOut(
                    "measure",
                    "the row names no measure and was left out",
                    "Give the key of the measure, such as footfall.");
            return Optional.empty();
        }
        if (!byKey.isEmpty() && !byKey.containsKey(slug)) {
            sheet.findings()
                    .add(
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

    private void takeWide(CountSheet sheet, GridRow cells, CountRow row, String measure) {
        CountsLayout layout = sheet.layout();
        Field part = switch (text(layout, cells, Field.PART).toLowerCase(Locale.ROOT)) {
            case "numerator", "num" -> Field.NUMERATOR;
            case "denominator", "den", "out of" -> Field.DENOMINATOR;
            default -> Field.VALUE;
        };
        String note = text(layout, cells, Field.NOTE);
        layout.periods().forEach((place, period) -> {
            GridCell cell = cells.cell(place);
            if (!cell.isBlank()) {
                count(measure, period).put(part, cell, period.label(), row);
            }
            Count count = counts.get(slot(measure, period));
            if (count != null) {
                count.note(note);
            }
        });
    }

    private void takeLong(CountSheet sheet, GridRow cells, CountRow row, String measure) {
        CountsLayout layout = sheet.layout();
        Period period = period(layout, cells, row);
        if (period == null) {
            return;
        }
        String state = text(layout, cells, Field.STATE).toLowerCase(Locale.ROOT);
        if (state.isEmpty()
                && NUMBERS.stream().allMatch(field -> cell(layout, cells, field).isBlank())) {
            return;
        }
        Count count = count(measure, period);
        for (Field field : NUMBERS) {
            count.put(field, cell(layout, cells, field), Count.column(field), row);
        }
        count.putState(state, row);
        count.note(text(layout, cells, Field.NOTE));
    }

    private static @Nullable Period period(CountsLayout layout, GridRow cells, CountRow row) {
        if (layout.has(Field.FROM) && layout.has(Field.TO)) {
            LocalDate from = cell(layout, cells, Field.FROM).date().date().orElse(null);
            LocalDate to = cell(layout, cells, Field.TO).date().date().orElse(null);
            if (from != null && to != null && !to.isBefore(from)) {
                return new Period(Period.Grain.MONTH, from, to);
            }
        } else {
            Period period = CountPeriod.find(cell(layout, cells, Field.PERIOD)).orElse(null);
            if (period != null) {
                return period;
            }
        }
        row.leaveOut(
                "month",
                "\"" + text(layout, cells, Field.PERIOD) + "\" is no month, quarter or year; the row was left out",
                "Write a month as 2024-03, a quarter as Q4 2023-24, a year as 2023-24 or academic 2023-24.");
        return null;
    }

    private Count count(String measure, Period period) {
        return counts.computeIfAbsent(slot(measure, period), any -> new Count());
    }

    private static Slot slot(String measure, Period period) {
        return new Slot(measure, period.start(), period.end());
    }

    /** Hands over what was gathered. */
    void finish() {
        boolean[] any = {false};
        counts.forEach((slot, count) -> count.values(slot).ifPresent(values -> {
            values.put("row_id", file + "/" + slot.measure() + "/" + slot.from() + "/" + slot.to());
            sink.row("gt_local_counts", count.line(), values);
            sink.coverage("local." + slot.measure(), slot.from(), slot.to());
            count.handed();
            any[0] = true;
        }));
        sheets.forEach(CountSheet::finish);
        if (!any[0]) {
            sink.finding(
                    Severity.WARNING, null, "", "The file holds no count.", "Fill in the template and load it again.");
        }
    }

    private static GridCell cell(CountsLayout layout, GridRow row, Field field) {
        Integer place = layout.fields().get(field);
        return place == null ? GridCell.BLANK : row.cell(place);
    }

    private static String text(CountsLayout layout, GridRow row, Field field) {
        return cell(layout, row, field).text().strip();
    }
}
