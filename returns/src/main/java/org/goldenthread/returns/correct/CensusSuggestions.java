package org.goldenthread.returns.correct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.returns.check.cin.CinField;
import org.goldenthread.returns.check.cin.CinTable;
import org.jspecify.annotations.Nullable;

/** What a child's data imply where a rule of the census fails. Dates are never offered in bulk: somebody has to look at the child. */
final class CensusSuggestions {
    /** Working Together: the conference is held within 15 working days of the strategy discussion. */
    private static final int WORKING_DAYS_TO_A_CONFERENCE = 15;

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private final CensusTree tree;
    private final Map<CinTable, ShownTable> tables;
    private final String child;
    private final List<Problem> problems;
    private final List<Suggestion> found = new ArrayList<>();

    CensusSuggestions(CensusTree tree, Map<CinTable, ShownTable> tables, String child, List<Problem> problems) {
        this.tree = tree;
        this.tables = tables;
        this.child = child;
        this.problems = problems;
    }

    List<Suggestion> list() {
        for (Problem problem : problems) {
            RowId row = problem.row();
            CensusTree.Node node = row == null ? null : tree.find(row);
            if (node != null) {
                problem.fields().forEach(field -> look(node, field));
            }
        }
        return found;
    }

    private void look(CensusTree.Node node, String field) {
        ShownTable shown = tables.get(node.table());
        int place = shown == null ? -1 : shown.place(field);
        if (shown == null || place < 0) {
            return;
        }
        ShownField known = shown.fields().get(place);
        String text = tree.text(node, field);
        if (field.equals(CinField.InitialCPCtarget.name())) {
            conference(node, text);
        } else if (known.date()) {
            String turned = turned(text);
            if (!turned.isEmpty()) {
                add(node, field, text, turned, "The census wants the year first: " + turned + ".", false);
            }
        } else if (!known.codes().isEmpty() && !text.isEmpty() && !known.codes().containsKey(text)) {
            String code = code(text.strip(), known);
            if (code != null) {
                add(node, field, text, code, "The code of " + known.codes().get(code) + " is " + code + ".", true);
            }
        }
    }

    private void conference(CensusTree.Node node, String text) {
        LocalDate begun = date(tree.text(node, CinField.S47ActualStartDate.name()));
        if (begun != null) {
            String due = WorkingCalendar.englandAndWales()
                    .addWorkingDays(begun, WORKING_DAYS_TO_A_CONFERENCE)
                    .toString();
            if (!due.equals(text)) {
                add(
                        node,
                        CinField.InitialCPCtarget.name(),
                        text,
                        due,
                        "It is " + WORKING_DAYS_TO_A_CONFERENCE + " working days from the enquiry's start on " + begun
                                + ".",
                        false);
            }
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException none) {
            return null;
        }
    }

    private static String turned(String text) {
        Matcher matcher = DAY_FIRST.matcher(text.strip());
        if (!matcher.matches()) {
            return "";
        }
        String turned = matcher.group(3) + "-" + two(matcher.group(2)) + "-" + two(matcher.group(1));
        return date(turned) == null ? "" : turned;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** The code that differs from a text in its letters' case or in sex's old numbers only; null where there is none. */
    private static @Nullable String code(String text, ShownField field) {
        for (String code : field.codes().keySet()) {
            if (code.toUpperCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT))) {
                return code;
            }
        }
        if (field.name().equals(CinField.Sex.name())) {
            return text.equals("1") ? "M" : text.equals("2") ? "F" : null;
        }
        return null;
    }

    private void add(CensusTree.Node node, String field, String before, String after, String why, boolean bulk) {
        found.add(new Suggestion(child, new Change.Edited(node.id(), field, before, after), why, bulk, 1));
    }
}
