package org.goldenthread.app.moving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the files of one source say, child by child, before it is known whether it can be told as facts. */
final class SourceData {

    /** Far longer than any number of a child is. */
    private static final int LONGEST_NUMBER = 40;

    private final Map<String, Given.Child> children = new TreeMap<>();
    private final Map<String, SourceRow> about = new TreeMap<>();
    private final Map<String, ChildRows> rows = new TreeMap<>();
    private final List<Given.Refused> refused = new ArrayList<>();
    private int count;

    /** @param row that tells of the child; the last one holds */
    void add(Given.Child child, SourceRow row) {
        children.put(child.number(), child);
        tellOfBefore(about.put(child.number(), row), row);
    }

    /** As {@link #add(Given.Child, SourceRow)}, unless something else has told of the child. */
    void addIfUnknown(Given.Child child, SourceRow row) {
        if (!children.containsKey(child.number())) {
            add(child, row);
        }
    }

    void add(SourceRow row) {
        tellOfBefore(rows.computeIfAbsent(row.number(), ChildRows::new).put(row), row);
    }

    /** A later year's return may say more of the same thing; one return may not say it twice. */
    void tellOfBefore(@Nullable SourceRow before, SourceRow row) {
        if (before != null && row.contradicts(before)) {
            refuse(
                    before.file(),
                    before.line(),
                    "Line " + row.line() + " of " + row.file()
                            + " says otherwise of the same, and stands in its place. Correct it in the present system and import again");
        }
    }

    /** Rows that the files have, be they taken or not. */
    void count(int more) {
        count += more;
    }

    void refuse(String file, int line, String why) {
        refused.add(new Given.Refused(file, line, why));
    }

    /** The first steps of a child's history, where several rows make one fact. */
    @FunctionalInterface
    interface Beginning {
        /** Nothing is begun before the rows are taken one by one. */
        Beginning NONE = (child, history) -> {};

        void tell(ChildRows child, ChildHistory history) throws UnreadableException;
    }

    /** Asks whether the form of its kind would take a fact. */
    @FunctionalInterface
    interface Check {
        /** @return what is wrong; empty for nothing */
        String problem(Fact fact);
    }

    /**
     * Makes facts. A child of whom a row cannot be read is left out whole, because a history with a hole in it would be told as if it were
     * one.
     *
     * @param mustBeTold whether a child who is told of and has no row is a child of the area all the same
     */
    Given tell(
            String source,
            Beginning beginning,
            List<Taking> takings,
            Check check,
            boolean mustBeTold,
            Given.Checked checked) {
        List<Given.Child> taken = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        int nextId = 1;
        Set<String> numbers = new LinkedHashSet<>(rows.keySet());
        if (mustBeTold) {
            numbers.addAll(children.keySet());
        }
        for (String number : numbers) {
            ChildRows child = rows.getOrDefault(number, new ChildRows(number));
            ChildHistory history = new ChildHistory(nextId);
            List<Given.Refused> single = new ArrayList<>();
            try {
                Given.Child who = who(number, child);
                beginning.tell(child, history);
                Set<SourceRow> untold = Collections.newSetFromMap(new IdentityHashMap<>());
                takings.forEach(taking -> untold.addAll(child.list(taking.table())));
                for (Taking taking : takings) {
                    for (SourceRow row : child.list(taking.table())) {
                        Taking.Outcome outcome = taking.take(row, child, history);
                        if (outcome.fact() != null) {
                            history.add(outcome.fact(), row);
                            untold.remove(row);
                        } else if (!outcome.refused().isEmpty()) {
                            single.add(new Given.Refused(row.file(), row.line(), outcome.refused()));
                            untold.remove(row);
                        }
                    }
                }
                untold.forEach(row -> single.add(new Given.Refused(
                        row.file(), row.line(), "Another row tells of the same day, and stands in its place")));
                history.refuseOverlaps();
                for (Fact fact : history.facts()) {
                    String problem = check.problem(fact);
                    if (!problem.isEmpty()) {
                        throw new UnreadableException(fact.file(), fact.line(), problem);
                    }
                }
                taken.add(who);
                facts.addAll(history.facts());
                nextId = history.nextId();
                refused.addAll(single);
            } catch (UnreadableException problem) {
                leaveOut(number, child, problem);
            }
        }
        return new Given(source, taken, facts, refused, count, checked, Given.Workers.NONE);
    }

    private Given.Child who(String number, ChildRows child) throws UnreadableException {
        Given.Child who = children.get(number);
        if (who == null) {
            throw new UnreadableException(
                    child.all().getFirst(), "There is no row that says who the child of this number is");
        }
        SourceRow row = about.getOrDefault(number, new SourceRow("", number, "", "", Map.of(), "", 0));
        if (number.isBlank()) {
            throw new UnreadableException(row, "The number of the child is missing");
        }
        for (String each : List.of(number, who.upn(), who.nhsNumber())) {
            if (each.length() > LONGEST_NUMBER) {
                throw new UnreadableException(
                        row, "No number is as long as “" + each.substring(0, LONGEST_NUMBER) + "…”");
            }
        }
        if (who.born() != null && who.died() != null && who.died().isBefore(who.born())) {
            throw new UnreadableException(row, "The date of death is before the date of birth");
        }
        if (who.born() == null && who.expected() == null) {
            throw new UnreadableException(row, "The date of birth is missing or no date");
        }
        return who;
    }

    private void leaveOut(String number, ChildRows child, UnreadableException problem) {
        String why = "All of this child is left out, because of " + problem.inWords();
        SourceRow row = about.get(number);
        if (row != null && row.line() > 0 && child.all().stream().noneMatch(row::isOnLineOf)) {
            refuse(row.file(), row.line(), why);
        }
        child.all().forEach(each -> refuse(each.file(), each.line(), why));
    }

    /** Rows of a table that no taking is of, told in one line for each file. */
    void refuseTable(String file, String label, int rowsOfIt) {
        refuse(
                file,
                0,
                (rowsOfIt == 1
                                ? "Its row of " + label + " is"
                                : "Its " + String.format(Locale.UK, "%,d", rowsOfIt) + " rows of " + label + " are")
                        + " not part of this area, or the record has no such kind");
    }

    static Set<String> tables(List<Taking> takings) {
        return takings.stream().map(Taking::table).collect(Collectors.toSet());
    }
}
