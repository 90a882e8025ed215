package org.goldenthread.returns.local;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.local.PopulationHeading.Field;
import org.goldenthread.returns.tabular.AboveHeading;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.returns.tabular.RowTally;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Hands over the estimates of one file; a row of which anything is wrong is reported and left out. */
final class PopulationTable {
    private static final Pattern AUTHORITY = Pattern.compile("[0-9]{3}");
    /** Plain, or with commas where thousands have them. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,2}");

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int OLDEST = 120;
    private static final int SHOWN_CHARACTERS = 40;

    private final String authorityCode;
    private final RowSink sink;
    private final Map<Estimate, Taken> taken = new HashMap<>();
    private RepeatedFindings findings;
    private String where = "";
    private boolean ofAuthority;

    private record Estimate(String authority, int year, int from, int to) {}

    private record Taken(String place, int persons) {}

    /** @param authorityCode three-digit number of the authority whose snapshot is made */
    PopulationTable(String authorityCode, RowSink sink) {
        this.authorityCode = authorityCode;
        this.sink = sink;
        this.findings = new RepeatedFindings(sink);
    }

    /**
     * Takes the estimates of one table.
     *
     * @param place of its heading among its rows
     * @param oneOfSeveral whether the file has other tables, so that findings must name the sheet
     */
    void take(SheetTable table, int place, boolean oneOfSeveral) {
        where = oneOfSeveral ? "Sheet \"" + table.name() + "\"" : "";
        findings = new RepeatedFindings(sink, where);
        AboveHeading.tell(table.rows().subList(0, place), where, sink);
        GridRow headings = table.rows().get(place);
        PopulationHeading heading = PopulationHeading.find(headings).orElseThrow();
        RowTally tally = new RowTally();
        for (GridRow row : table.rows().subList(place + 1, table.rows().size())) {
            tally.count(fate(heading, row));
        }
        findings.finish();
        tally.tell(where, headings.line(), sink);
    }

    private Fate fate(PopulationHeading heading, GridRow row) {
        if (row.isBlank()) {
            return Fate.BLANK;
        }
        if (row.cell(0).text().startsWith("#")) {
            return Fate.REMARK;
        }
        return take(heading, row) ? Fate.TAKEN : Fate.LEFT_OUT;
    }

    /** Says what the file as a whole lacks. */
    void finish() {
        if (!ofAuthority) {
            sink.finding(
                    Severity.WARNING,
                    null,
                    Field.LA_CODE.column(),
                    "The file has no estimate of the authority " + authorityCode + " that can be used, so no rate is"
                            + " worked out from it.",
                    "Give the estimates of the authority under its three-digit number.");
        }
    }

    private boolean take(PopulationHeading heading, GridRow row) {
        String authority = heading.cell(row, Field.LA_CODE).text();
        if (!AUTHORITY.matcher(authority).matches()) {
            leaveOut(
                    row,
                    Field.LA_CODE,
                    quote(authority) + " is not the number of an authority",
                    "Give the three digits by which the Department for Education knows the authority.");
            return false;
        }
        Integer year = number(heading, row, Field.MID_YEAR, FIRST_YEAR, LAST_YEAR);
        Integer from = number(heading, row, Field.AGE_FROM, 0, OLDEST);
        Integer to = number(heading, row, Field.AGE_TO, 0, OLDEST);
        Integer persons = number(heading, row, Field.POPULATION, 0, Integer.MAX_VALUE);
        if (year == null || from == null || to == null || persons == null) {
            return false;
        }
        if (to < from) {
            leaveOut(
                    row,
                    Field.AGE_TO,
                    "the oldest age, " + to + ", is below the youngest, " + from,
                    "Correct whichever is wrong; a single year of age has the same number in both.");
            return false;
        }
        Taken before = taken.putIfAbsent(new Estimate(authority, year, from, to), new Taken(place(row), persons));
        if (before != null) {
            reportRepeated(row, before, persons);
            return false;
        }
        ofAuthority |= authority.equals(authorityCode);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(Field.LA_CODE.column(), authority);
        values.put(Field.MID_YEAR.column(), year);
        values.put(Field.AGE_FROM.column(), from);
        values.put(Field.AGE_TO.column(), to);
        values.put(Field.POPULATION.column(), persons);
        values.put(
                Field.POPULATION_SOURCE.column(),
                heading.cell(row, Field.POPULATION_SOURCE).text());
        sink.row("gt_population", row.line(), values);
        return true;
    }

    private @Nullable Integer number(PopulationHeading heading, GridRow row, Field field, int least, int most) {
        String text = heading.cell(row, field).text();
        int number = WHOLE_NUMBER.matcher(text).matches() ? Integer.parseInt(text.replace(",", "")) : -1;
        if (number >= least && number <= most) {
            return number;
        }
        String range = most == Integer.MAX_VALUE ? "of " + least + " or more" : "from " + least + " to " + most;
        leaveOut(row, field, quote(text) + " is not a whole number " + range, "Give one, in figures.");
        return null;
    }

    private void reportRepeated(GridRow row, Taken before, int persons) {
        if (before.persons() == persons) {
            findings.add(
                    Severity.WARNING,
                    row.line(),
                    Field.POPULATION.column(),
                    "rows",
                    "the row repeats " + before.place() + "; it was taken once",
                    "Take the repetition out.");
        } else {
            leaveOut(
                    row,
                    Field.POPULATION,
                    before.place() + " gives another number for the same year and ages",
                    "Keep the right one only.");
        }
    }

    private void leaveOut(GridRow row, Field field, String problem, String action) {
        findings.add(Severity.ERROR, row.line(), field.column(), "rows", problem + "; the row was left out", action);
    }

    private String place(GridRow row) {
        return "line " + row.line() + (where.isEmpty() ? "" : " of " + "the s" + where.substring(1));
    }

    private static String quote(String text) {
        return "\"" + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "..." : text) + "\"";
    }
}
