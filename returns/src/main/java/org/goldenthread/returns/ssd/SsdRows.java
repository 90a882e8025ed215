package org.goldenthread.returns.ssd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.IdentifierKind;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table of an extract. */
final class SsdRows {
    private static final Set<String> NO_VALUE = Set.of("null", "nan", "none");
    private static final Set<String> YES = Set.of("1", "y", "yes", "true", "t");
    private static final Set<String> NO = Set.of("0", "n", "no", "false", "f");
    /** Dates that say nothing of how far an extract reaches: births, and days that lie ahead. */
    private static final List<String> NOT_EVENTS = List.of("dob", "due", "target", "expected", "valid_to", "expiry");

    private final Schema.Table table;
    private final Map<Integer, Schema.Column> columns;
    private final int width;
    private final RowSink sink;
    private final RepeatedFindings findings;
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;

    /**
     * @param columns by place in the row
     * @param width how many headings there are
     */
    SsdRows(Schema.Table table, Map<Integer, Schema.Column> columns, int width, RowSink sink) {
        this.table = table;
        this.columns = columns;
        this.width = width;
        this.sink = sink;
        this.findings = new RepeatedFindings(sink);
    }

    void read(List<GridRow> rows, @Nullable LocalDate extracted) {
        for (GridRow row : rows) {
            if (!row.isBlank()) {
                take(row);
            }
        }
        findings.finish();
        tellCoverage(extracted);
    }

    private void take(GridRow row) {
        if (row.cells().size() > width) {
            findings.add(
                    Severity.WARNING,
                    row.line(),
                    "",
                    "rows",
                    "the row has more fields than there are headings; the further ones were not read",
                    "Put fields that hold commas in quotation marks.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach((place, column) -> {
            Object value = value(column, row.cell(place), row.line());
            if (value != null) {
                values.put(column.name(), value);
            }
        });
        for (Schema.Column column : columns.values()) {
            if (column.key() && !values.containsKey(column.name())) {
                findings.add(
                        Severity.ERROR,
                        row.line(),
                        column.name(),
                        "rows",
                        "the row has no " + column.name() + " and was left out",
                        "Every row of " + table.name() + " needs its key.");
                return;
            }
        }
        sink.row(table.name(), row.line(), values);
        tellIdentifiers(values, row.line());
    }

    private void tellIdentifiers(Map<String, Object> values, int line) {
        if (!(values.get("pers_person_id") instanceof String child)) {
            tellLinkedIdentifier(values, line);
            return;
        }
        tell(child, IdentifierKind.NHS_NUMBER, values.get("pers_common_child_id"), line);
        tell(child, IdentifierKind.FORENAME, values.get("pers_forename"), line);
        tell(child, IdentifierKind.SURNAME, values.get("pers_surname"), line);
        tell(child, IdentifierKind.OTHER, values.get("pers_legacy_id"), line);
    }

    private void tellLinkedIdentifier(Map<String, Object> values, int line) {
        if (values.get("link_person_id") instanceof String child
                && values.get("link_identifier_type") instanceof String type) {
            String kind = type.toLowerCase(Locale.ROOT);
            boolean pupil = kind.contains("upn") || kind.contains("unique pupil");
            boolean former = kind.contains("former") || kind.contains("previous");
            tell(
                    child,
                    pupil
                            ? former ? IdentifierKind.FORMER_UPN : IdentifierKind.UPN
                            : kind.contains("nhs") ? IdentifierKind.NHS_NUMBER : IdentifierKind.OTHER,
                    values.get("link_identifier_value"),
                    line);
        }
    }

    private void tell(String child, IdentifierKind kind, @Nullable Object value, int line) {
        if (value instanceof String text) {
            sink.identifier(child, kind, text, line);
        }
    }

    private @Nullable Object value(Schema.Column column, GridCell cell, int line) {
        String text = cell.text();
        if (cell.isBlank() || NO_VALUE.contains(text.toLowerCase(Locale.ROOT))) {
            return null;
        }
        return switch (column.type()) {
            case VARCHAR -> text;
            case DATE -> date(column, cell, line);
            case INTEGER -> integer(column, text, line);
            case DOUBLE -> decimal(column, text, line);
            case BOOLEAN -> truth(column, text, line);
        };
    }

    private @Nullable LocalDate date(Schema.Column column, GridCell cell, int line) {
        return switch (DateText.read(cell.text())) {
            case DateText.Read read -> {
                if (NOT_EVENTS.stream().noneMatch(column.name()::contains)) {
                    LocalDate date = read.value();
                    earliest = earliest == null || date.isBefore(earliest) ? date : earliest;
                    latest = latest == null || date.isAfter(latest) ? date : latest;
                }
                yield read.value();
            }
            case DateText.Blank blank -> null;
            case DateText.Refused refused -> {
                findings.add(
                        Severity.ERROR,
                        line,
                        column.name(),
                        "dates",
                        (column.name().endsWith("dob") ? "the date of birth cannot be read" : refused.problem())
                                + "; it was left out",
                        refused.action());
                yield null;
            }
        };
    }

    private @Nullable Integer integer(Schema.Column column, String text, int line) {
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return refuse(column, text, "a whole number", line);
        }
    }

    private @Nullable Double decimal(Schema.Column column, String text, int line) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException notNumber) {
            return refuse(column, text, "a number", line);
        }
    }

    private @Nullable Boolean truth(Schema.Column column, String text, int line) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return true;
        }
        return NO.contains(plain) ? Boolean.FALSE : refuse(column, text, "yes or no", line);
    }

    private <T> @Nullable T refuse(Schema.Column column, String text, String what, int line) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        findings.add(
                Severity.ERROR,
                line,
                column.name(),
                "values",
                "\"" + shown + "\" is not " + what + "; it was left out",
                "Correct it in the extract.");
        return null;
    }

    private void tellCoverage(@Nullable LocalDate extracted) {
        LocalDate to = extracted != null ? extracted : latest;
        if (to == null) {
            sink.finding(
                    Severity.WARNING,
                    null,
                    "",
                    "Nothing in the file tells which day it describes, so no measure can be made from it.",
                    "Say on which day the extract was taken.");
            return;
        }
        LocalDate from = earliest == null || earliest.isAfter(to) ? to : earliest;
        sink.coverage("ssd." + table.name(), from, to);
    }
}
