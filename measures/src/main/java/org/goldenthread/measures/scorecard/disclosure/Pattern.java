package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.jspecify.annotations.Nullable;

/** Which groups of cells of which rows are hidden. What follows from a group's being hidden is decided here, by place alone. */
final class Pattern implements View {

    private final Map<Row, BitSet> hidden = new HashMap<>();

    Pattern() {}

    private Pattern(Pattern other) {
        other.hidden.forEach((row, groups) -> hidden.put(row, (BitSet) groups.clone()));
    }

    Pattern with(Row row, int group) {
        Pattern more = new Pattern(this);
        more.hide(row, group);
        return more;
    }

    /** This and all that the other hides. */
    Pattern and(Pattern other) {
        Pattern both = new Pattern(this);
        other.hidden.forEach((row, groups) ->
                both.hidden.computeIfAbsent(row, r -> new BitSet()).or(groups));
        return both;
    }

    boolean isSameAs(Pattern other, Row row) {
        return groups(row).equals(other.groups(row));
    }

    /** Hides a group, and the rest of the months where more than half of their groups would be gone. */
    void hide(Row row, int group) {
        BitSet groups = hidden.computeIfAbsent(row, r -> new BitSet());
        groups.set(group);
        int ofMonths = row.monthGroups();
        if (groups.get(0, ofMonths).cardinality() * 2 > ofMonths) {
            groups.set(0, ofMonths);
        }
    }

    void hideMonths(Row row) {
        for (int g = 0; g < row.monthGroups(); g++) {
            hide(row, g);
        }
    }

    void hideAll(Row row) {
        for (int g = 0; g < row.groups.size(); g++) {
            hide(row, g);
        }
    }

    boolean isHidden(Row row, int group) {
        return hidden.containsKey(row) && groups(row).get(group);
    }

    private BitSet groups(Row row) {
        return hidden.getOrDefault(row, new BitSet());
    }

    boolean hidesAny(Row row) {
        return !groups(row).isEmpty();
    }

    boolean isHidden(Row row, Cell cell) {
        int group = row.groupOf(cell);
        return group >= 0 ? groups(row).get(group) : hidesYearToDate(row);
    }

    /**
     * The year to date goes where all months go; where it is a sum and the newest months are hidden, since last month's issue less this
     * would tell them; and where it could be turned round to find one month.
     */
    private boolean hidesYearToDate(Row row) {
        BitSet groups = groups(row);
        int months = row.monthGroups();
        if (months == 0) {
            return false;
        }
        boolean newest = groups.get(months - 1);
        boolean any = !groups.get(0, months).isEmpty();
        boolean latest = row.measure != null && row.measure.yearToDate() == YearToDateRule.LATEST;
        return groups.get(0, months).cardinality() == months
                || (newest && (row.kind == Kind.COUNT || latest))
                || (any && row.yearToDateTellsAnyMonth());
    }

    @Override
    public @Nullable Figure shown(Row row, Cell cell) {
        return isHidden(row, cell) ? null : publicFigure(row, cell.figure);
    }

    /** A figure that is not hidden, as Part 1 shows it: rounded, so that no further decimals tell what it is made of. */
    Figure publicFigure(Row row, Figure figure) {
        BigDecimal value = figure.value();
        if (value == null) {
            return figure;
        }
        Cell cell = row.findCell(figure);
        boolean whole = row.kind != Kind.SHARE || (cell != null && cell.isShare());
        boolean parts = !hidesAny(row) && !row.closed && figure.denominator() != null && whole;
        boolean count = row.kind == Kind.COUNT;
        BigDecimal before = figure.asPublished();
        return new Figure(
                figure.period(),
                figure.state(),
                row.indicator.rounded(value),
                parts || count ? figure.numerator() : null,
                parts ? figure.denominator() : null,
                before == null || hidesAny(row) ? null : row.indicator.rounded(before),
                figure.reason());
    }
}
