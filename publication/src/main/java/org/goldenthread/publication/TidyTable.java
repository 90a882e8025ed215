package org.goldenthread.publication;

import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as one row for each indicator and period, after the Department for Education's conventions for tidy data: {@code
 * time_period} and {@code time_identifier} say the period, {@code geographic_level} and {@code area} say where, a row has one
 * value, and a value that is missing has its state in a column of its own in place of a symbol among the numbers.
 */
final class TidyTable {

    /**
     * A column of the file.
     *
     * @param datatype as CSV on the Web names it
     * @param description what it holds, for the metadata
     */
    record Field(String name, String datatype, String description, boolean required) {}

    static final List<Field> FIELDS = List.of(
            field("time_period", "string", "The period: a year such as 2024, or 202324 for 2023 to 2024"),
            field(
                    "time_identifier",
                    "string",
                    "What the period is: a month's name, Quarter to a month, Financial year,"
                            + " Academic year, Calendar year, or one of the three to date; As published for other areas"),
            field("geographic_level", "string", "Local authority, or Comparator for another area"),
            field("area", "string", "The area's name"),
            field("series", "string", "month, year to date, earlier year or comparator"),
            optional("period_id", "string", "The period's id; empty for other areas"),
            optional("period_start", "date", "First day of the period"),
            optional("period_end", "date", "Last day of the period"),
            field("part", "integer", "1 for public, 2 for exempt (Local Government Act 1972, Schedule 12A)"),
            field("as_at", "date", "The last day that the scorecard speaks of"),
            field("snapshot", "string", "The snapshot that the council's own figures come from"),
            field("section", "string", "Section of the council's index"),
            field("indicator_number", "string", "The council's number for the indicator"),
            field("indicator_id", "string", "The measure's id in the catalogue"),
            field("measure_version", "integer", "Version of the measure"),
            field("indicator", "string", "The council's name for the indicator"),
            field("unit", "string", "count, percent, rate-per-10000, weeks, days, cases or score"),
            field(
                    "state",
                    "string",
                    "value, provisional, awaiting publication, not yet, not collected, not applicable or"
                            + " suppressed; or the publisher's symbol for another area"),
            optional("value", "decimal", "The value, rounded as the index shows it; empty where the state has none"),
            optional("numerator", "decimal", "What was counted"),
            optional("denominator", "decimal", "What it was counted out of; empty for a plain count"),
            optional("as_published", "decimal", "The value last published where it has since been revised"),
            optional("remark", "string", "Why there is no value, or the source of another area's value"));

    private TidyTable() {}

    static List<List<String>> rows(Scorecard scorecard) {
        List<List<String>> rows = new ArrayList<>();
        for (Indicator indicator : scorecard.indicators()) {
            for (int i = 0; i < indicator.months().size(); i++) {
                rows.add(
                        figure(scorecard, indicator, "month", indicator.months().get(i)));
            }
            rows.add(figure(scorecard, indicator, "year to date", indicator.yearToDate()));
            for (Figure year : indicator.earlierYears()) {
                rows.add(figure(scorecard, indicator, "earlier year", year));
            }
            for (Comparator comparator : indicator.comparators()) {
                if (comparator != null) {
                    rows.add(comparator(scorecard, indicator, comparator));
                }
            }
        }
        return rows;
    }

    private static List<String> figure(Scorecard scorecard, Indicator indicator, String series, Figure figure) {
        Period period = figure.period();
        List<String> row = new ArrayList<>();
        row.add(timePeriod(period));
        row.add(timeIdentifier(period, series.equals("year to date")));
        row.add("Local authority");
        row.add(CellGuard.text(scorecard.authority()));
        row.add(series);
        row.add(period.id());
        row.add(period.start().toString());
        row.add(period.end().toString());
        addIndicator(row, scorecard, indicator);
        row.add(figure.state().label());
        row.add(rounded(indicator, figure.value()));
        row.add(text(figure.numerator()));
        row.add(text(figure.denominator()));
        row.add(rounded(indicator, figure.asPublished()));
        row.add(CellGuard.text(figure.reason()));
        return row;
    }

    private static List<String> comparator(Scorecard scorecard, Indicator indicator, Comparator comparator) {
        List<String> row = new ArrayList<>();
        row.add(comparator.year().replaceAll("[^0-9]", ""));
        row.add("As published");
        row.add("Comparator");
        row.add(CellGuard.text(comparator.name()));
        row.add("comparator");
        row.add("");
        row.add("");
        row.add("");
        addIndicator(row, scorecard, indicator);
        row.add(comparator.value() != null ? "value" : CellGuard.text(comparator.mark()));
        row.add(rounded(indicator, comparator.value()));
        row.add("");
        row.add("");
        row.add("");
        row.add(CellGuard.text(joined(comparator.source(), comparator.detail())));
        return row;
    }

    private static void addIndicator(List<String> row, Scorecard scorecard, Indicator indicator) {
        row.add(String.valueOf(scorecard.part().number()));
        row.add(scorecard.asAt().toString());
        row.add(CellGuard.text(scorecard.snapshot()));
        row.add(CellGuard.text(indicator.section()));
        row.add(CellGuard.text(indicator.number()));
        row.add(CellGuard.text(indicator.measure()));
        row.add(String.valueOf(indicator.version()));
        row.add(CellGuard.text(indicator.name()));
        row.add(JsonRenderer.key(indicator.unit()));
    }

    private static String timePeriod(Period period) {
        return switch (period.grain()) {
            case MONTH, QUARTER -> String.valueOf(period.end().getYear());
            case YEAR -> period.label().replace("/", "");
        };
    }

    private static String timeIdentifier(Period period, boolean toDate) {
        String month = period.end().getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
        return switch (period.grain()) {
            case MONTH -> month;
            case QUARTER -> "Quarter to " + month;
            case YEAR -> {
                String year = switch (period.start().getMonthValue()) {
                    case 1 -> "Calendar year";
                    case 9 -> "Academic year";
                    default -> "Financial year";
                };
                yield toDate ? year + " to date" : year;
            }
        };
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    }

    private static String rounded(Indicator indicator, @Nullable BigDecimal value) {
        return value == null ? "" : Numbers.text(indicator.rounded(value));
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : Numbers.text(value);
    }

    private static Field field(String name, String datatype, String description) {
        return new Field(name, datatype, description, true);
    }

    private static Field optional(String name, String datatype, String description) {
        return new Field(name, datatype, description, false);
    }
}
