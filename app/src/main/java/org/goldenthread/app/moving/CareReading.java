package org.goldenthread.app.moving;

import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/**
 * Makes facts of the rows of the return of children looked after. A child of whom a row cannot be read is left out whole, because a
 * history with a hole in it would be told as if it were one.
 */
final class CareReading {

    /** Asks whether the form of its kind would take a fact. */
    interface Check {
        /** @return what is wrong; empty for nothing */
        String problem(CareFiles.Fact fact);
    }

    private final Ssda903Rows rows;
    private final Check check;
    private final Map<String, CareFiles.Child> children = new TreeMap<>();
    private final Map<String, List<Row>> header = new TreeMap<>();
    private final Map<String, List<Row>> episodes = new TreeMap<>();
    private final Map<String, List<Row>> reviews = new TreeMap<>();
    private final List<CareFiles.Fact> facts = new ArrayList<>();
    private final List<CareFiles.Refused> refused = new ArrayList<>();
    private int nextId = 1;

    private CareReading(Ssda903Rows rows, Check check) {
        this.rows = rows;
        this.check = check;
    }

    static CareFiles read(Ssda903Rows rows, Check check) {
        return new CareReading(rows, check).read();
    }

    private CareFiles read() {
        int all = 0;
        for (Ssda903Table table : rows.tables()) {
            for (Row row : rows.list(table)) {
                all++;
                switch (table) {
                    case HEADER -> add(header, row);
                    case EPISODES -> add(episodes, row);
                    case REVIEWS -> add(reviews, row);
                    default -> refuse(row, "Rows of " + table.label() + " are not taken into the mirror yet");
                }
            }
        }
        rows.refusals()
                .forEach(each -> refused.add(new CareFiles.Refused(
                        each.file(), each.line() == null ? 0 : each.line(), each.problem() + " " + each.action())));
        header.forEach(this::readChild);
        episodes.forEach((number, theirs) -> refuseAll(number, theirs));
        reviews.forEach((number, theirs) -> refuseAll(number, theirs));
        return new CareFiles(List.copyOf(children.values()), facts, refused, all);
    }

    /** What is left when every child of the header was read. */
    private void refuseAll(String number, List<Row> theirs) {
        if (!header.containsKey(number)) {
            theirs.forEach(row -> refuse(row, "The header has no child of this number"));
        }
    }

    private static void add(Map<String, List<Row>> to, Row row) {
        to.computeIfAbsent(row.written(Ssda903Field.CHILD), unused -> new ArrayList<>())
                .add(row);
    }

    private void readChild(String number, List<Row> theirs) {
        // Several years' returns tell of the same child: the last is the latest.
        Row row = theirs.getLast();
        String upn = row.textOrEmpty(Ssda903Field.UPN);
        boolean told = upn.startsWith("UN");
        CareFiles.Child child = new CareFiles.Child(
                number,
                row.date(Ssda903Field.DOB),
                switch (row.textOrEmpty(Ssda903Field.SEX)) {
                    case "1", "M" -> "M";
                    case "2", "F" -> "F";
                    default -> "";
                },
                row.textOrEmpty(Ssda903Field.ETHNIC),
                told ? "" : upn,
                told ? upn : "");
        List<Row> own = episodes.getOrDefault(number, List.of());
        List<Row> seen = reviews.getOrDefault(number, List.of());
        try {
            if (number.isBlank()) {
                throw new UnreadableException(row, "The number of the child is missing");
            }
            if (child.born() == null) {
                throw new UnreadableException(row, "The date of birth is missing or no date");
            }
            CareHistory history = CareHistory.of(number, own, seen, nextId);
            for (CareFiles.Fact fact : history.facts()) {
                String problem = check.problem(fact);
                if (!problem.isEmpty()) {
                    throw new UnreadableException(fact.file(), fact.line(), problem);
                }
            }
            facts.addAll(history.facts());
            nextId += history.facts().size();
            children.put(number, child);
        } catch (UnreadableException problem) {
            String why = "All of this child is left out, because of line " + problem.line() + " of " + problem.file()
                    + ": " + problem.getMessage();
            Map<String, List<Row>> parts = new LinkedHashMap<>();
            parts.put(HEADER.label(), theirs);
            parts.put(EPISODES.label(), own);
            parts.put(REVIEWS.label(), seen);
            parts.values().forEach(part -> part.forEach(each -> refuse(each, why)));
        }
    }

    private void refuse(Row row, String why) {
        refused.add(new CareFiles.Refused(row.file(), line(row), why));
    }

    /** Of a CSV file the first line names the columns. */
    static int line(Row row) {
        return row.line() > 0 ? row.line() : row.number() + 1;
    }

    /** Something of a child that cannot be a fact. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;
        private final String file;
        private final int line;

        UnreadableException(Row row, String why) {
            this(row.file(), CareReading.line(row), why);
        }

        UnreadableException(String file, int line, String why) {
            super(why);
            this.file = file;
            this.line = line;
        }

        String file() {
            return file;
        }

        int line() {
            return line;
        }
    }

    /** A day that a row must have. */
    static LocalDate day(Row row, Ssda903Field field) throws UnreadableException {
        LocalDate day = row.date(field);
        if (day == null) {
            throw new UnreadableException(row, field.name() + " is missing or no date");
        }
        return day;
    }
}
