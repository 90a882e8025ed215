package org.goldenthread.returns.annexa;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Reads one row of a list; what cannot be read is reported and left out. */
final class AnnexARow {
    private static final Pattern LEADING_NUMBER =
            Pattern.compile("(\\d{1,6})(?:\\.\\d+)?(?: ?(?:years?|yrs?|months?))?");

    private final GridRow row;
    private final RepeatedFindings findings;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable LocalDate birth;
    private boolean useless;

    AnnexARow(RecognisedSheet sheet, GridRow row, RepeatedFindings findings) {
        this.row = row;
        this.findings = findings;
        sheet.headings().columns().forEach((place, column) -> read(column, row.cell(place)));
        for (ListColumn column : sheet.list().columns()) {
            if (column.needed() && !values.containsKey(column.column()) && !useless) {
                useless = true;
                findings.add(
                        Severity.ERROR,
                        row.line(),
                        column.heading(),
                        "rows",
                        "the row has no \"" + column.heading() + "\" and was left out",
                        "Fill it in and load again.");
            }
        }
    }

    /** The row lacks what its list is of no use without. */
    boolean isUseless() {
        return useless;
    }

    Map<String, Object> values() {
        return values;
    }

    @Nullable LocalDate birth() {
        return birth;
    }

    private void read(ListColumn column, GridCell cell) {
        if (cell.isBlank() || cell.kind() == GridCell.Kind.ERROR || cell.text().startsWith("#")) {
            if (!cell.isBlank()) {
                findings.add(
                        Severity.NOTE,
                        row.line(),
                        column.heading(),
                        "cells",
                        "the cell holds the spreadsheet error " + cell.text() + " and was taken as blank",
                        "Correct the formula, or clear the cell.");
            }
            return;
        }
        switch (column.kind()) {
            case CHILD, TEXT -> values.put(column.column(), cell.text());
            case BIRTH -> birth = date(column, cell);
            case DATE -> put(column, date(column, cell));
            case INTEGER -> put(column, number(column, cell));
            case CODE -> put(column, code(column, cell));
        }
    }

    private void put(ListColumn column, @Nullable Object value) {
        if (value != null) {
            values.put(column.column(), value);
        }
    }

    private @Nullable LocalDate date(ListColumn column, GridCell cell) {
        return switch (cell.date()) {
            case DateText.Read read -> read.value();
            case DateText.Blank blank -> null;
            case DateText.Refused refused -> {
                if (column.needed()) {
                    useless = true;
                }
                findings.add(
                        Severity.ERROR,
                        row.line(),
                        column.heading(),
                        "dates",
                        (column.kind() == ListColumn.Kind.BIRTH
                                        ? "the date of birth cannot be read"
                                        : refused.problem())
                                + (column.needed() ? "; the row was left out" : "; it was left out"),
                        refused.action());
                yield null;
            }
        };
    }

    private @Nullable Integer number(ListColumn column, GridCell cell) {
        Matcher matcher = LEADING_NUMBER.matcher(cell.text());
        if (matcher.matches()) {
            return Integer.valueOf(matcher.group(1));
        }
        findings.add(
                Severity.ERROR,
                row.line(),
                column.heading(),
                "numbers",
                "\"" + shortened(cell.text()) + "\" is not a whole number of nought or more; it was left out",
                "Correct it.");
        return null;
    }

    private @Nullable String code(ListColumn column, GridCell cell) {
        return AnnexACodes.standard().find(column.codes(), cell.text()).orElseGet(() -> {
            findings.add(
                    Severity.WARNING,
                    row.line(),
                    column.heading(),
                    "values",
                    "\"" + shortened(cell.text()) + "\" is not a value that is known here; it was left out",
                    "Use the wording of Ofsted's list or the code of the Department for Education.");
            return null;
        });
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
