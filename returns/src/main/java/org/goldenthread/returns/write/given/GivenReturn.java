package org.goldenthread.returns.write.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.write.census.Tag;
import org.goldenthread.snapshot.Identity;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.goldenthread.snapshot.TableRows;
import org.jspecify.annotations.Nullable;

/**
 * What the returns of one collection year, or of one day, said, out of a snapshot, with the council's own identifiers again. Of two returns of the
 * same year the later replaces all that the earlier said of the children in it, as in the rest of the snapshot.
 */
public final class GivenReturn {
    private final List<Kept> rows;
    private final Map<String, String> councilIds;
    private final Map<String, List<String>> held;
    private final List<Refusal> refusals = new ArrayList<>();

    private GivenReturn(List<Kept> rows, Map<String, String> councilIds, Map<String, List<String>> held) {
        this.rows = rows;
        this.councilIds = councilIds;
        this.held = held;
    }

    /** Which return a file is of, and the last day that it can speak of. */
    private record File(String givenIn, @Nullable LocalDate upTo) {}

    /** A row as the snapshot has it. */
    private record Kept(
            File file, String table, int number, @Nullable String person, String content, String source, int line) {
        String place() {
            return place(source, table, String.valueOf(number));
        }

        static String place(String source, String table, String number) {
            return source + "\n" + table + "\n" + number;
        }
    }

    /**
     * Reads the returns of a year; empty where the snapshot has none.
     *
     * @param returnName {@code ssda903} or {@code cin}
     */
    public static GivenReturn read(Snapshot snapshot, String returnName, CollectionYear year) {
        return read(
                snapshot,
                snapshot.rows("gt_returns")
                        .where("return_name", returnName)
                        .where("collection_year_end", year.lastDay()));
    }

    /** Reads what the files of a return that is of a day and of no year said of that day; empty where the snapshot has none. */
    public static GivenReturn readDay(Snapshot snapshot, String returnName, LocalDate day) {
        return read(
                snapshot,
                snapshot.rows("gt_returns").where("return_name", returnName).where("drawn_up_to", day));
    }

    private static GivenReturn read(Snapshot snapshot, TableRows wanted) {
        Map<String, File> files = new HashMap<>();
        wanted.forEach(
                row -> files.put(row.text("gt_source"), new File(row.text("given_in"), row.findDate("drawn_up_to"))));
        List<Kept> rows = new ArrayList<>();
        if (!files.isEmpty()) {
            snapshot.rows("gt_return_rows")
                    .whereIn("gt_source", files.keySet())
                    .forEach(row -> rows.add(kept(row, files)));
        }
        rows.sort(
                Comparator.comparing((Kept row) -> row.file().upTo(), Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(row -> row.file().givenIn())
                        .thenComparing(Kept::source)
                        .thenComparing(Kept::table)
                        .thenComparing(Kept::number));
        Map<String, List<String>> held = new HashMap<>();
        for (Identity identity : snapshot.identities().listOfKind(Identity.RETURN_ROW)) {
            List<String> parts = CsvLine.split(identity.value());
            held.put(Kept.place(identity.source(), parts.get(0), parts.get(1)), parts.subList(2, parts.size()));
        }
        Set<String> persons = new HashSet<>();
        for (Kept row : rows) {
            if (row.person() != null) {
                persons.add(row.person());
            }
        }
        return new GivenReturn(latest(rows), snapshot.identities().findCouncilIds(persons), held);
    }

    /** The collection years of which the snapshot has returns of that name, as people write them. */
    public static Collection<String> listYears(Snapshot snapshot, String returnName) {
        Set<String> years = new TreeSet<>();
        snapshot.rows("gt_returns").where("return_name", returnName).forEach(row -> {
            LocalDate end = row.findDate("collection_year_end");
            if (end != null) {
                years.add(CollectionYear.containing(end).label());
            }
        });
        return years;
    }

    /** The days of which the snapshot has returns of that name. */
    public static Collection<LocalDate> listDays(Snapshot snapshot, String returnName) {
        Set<LocalDate> days = new TreeSet<>();
        snapshot.rows("gt_returns").where("return_name", returnName).forEach(row -> {
            LocalDate day = row.findDate("drawn_up_to");
            if (day != null) {
                days.add(day);
            }
        });
        return days;
    }

    private static Kept kept(TableRow row, Map<String, File> files) {
        return new Kept(
                Objects.requireNonNull(files.get(row.text("gt_source"))),
                row.text("return_table"),
                row.number("row_number"),
                row.findText("person_id"),
                row.text("content"),
                row.text("gt_source"),
                row.number("gt_line"));
    }

    /** What counts of each child is the last return that has it in its Header or Episodes, or as a child of the census. */
    private static List<Kept> latest(List<Kept> rows) {
        Map<String, Integer> order = new LinkedHashMap<>();
        Map<String, Integer> last = new HashMap<>();
        for (Kept row : rows) {
            int number = order.computeIfAbsent(row.file().givenIn(), any -> order.size());
            if (row.person() != null && tellsOfChild(row.table())) {
                last.merge(row.person(), number, Math::max);
            }
        }
        if (order.size() < 2) {
            return rows;
        }
        int newest = order.size() - 1;
        List<Kept> counting = new ArrayList<>();
        for (Kept row : rows) {
            int number = order.getOrDefault(row.file().givenIn(), newest);
            boolean counts = row.table().equals("Header")
                            && row.person() == null
                            && row.content().startsWith("<")
                    ? number == newest
                    : row.person() == null || number >= last.getOrDefault(row.person(), number);
            if (counts) {
                counting.add(row);
            }
        }
        return counting;
    }

    private static boolean tellsOfChild(String table) {
        return table.equals("Header") || table.equals("Episodes") || table.equals("Child");
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows of a table of the SSDA903, texts in the order of its file. Those of a child who was erased are refused. */
    public List<List<String>> list(Ssda903Table table) {
        List<List<String>> whole = new ArrayList<>();
        for (Kept row : rows) {
            if (row.table().equals(table.label()) && isHeld(row)) {
                whole.add(GivenRow.texts(table, row.content(), heldOf(row), councilId(row)));
            }
        }
        return whole;
    }

    /** The rows of a list that was kept cell by cell, in the order of the source. Those of a child who was erased are refused. */
    public List<List<String>> listCells(String table) {
        List<List<String>> whole = new ArrayList<>();
        for (Kept row : rows) {
            if (row.table().equals(table) && isHeld(row)) {
                whole.add(GivenRow.texts(row.content(), heldOf(row)));
            }
        }
        return whole;
    }

    /** The elements of a census of that name. Those of a child who was erased are refused. */
    public List<Tag> listTags(String name) {
        List<Tag> tags = new ArrayList<>();
        for (Kept row : rows) {
            if (row.table().equals(name) && isHeld(row)) {
                tags.add(GivenTag.read(row.content(), heldOf(row)));
            }
        }
        return tags;
    }

    /** What could not be put together, told once it has been asked for. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private List<String> heldOf(Kept row) {
        return held.getOrDefault(row.place(), List.of());
    }

    private String councilId(Kept row) {
        return row.person() == null ? "" : councilIds.getOrDefault(row.person(), "");
    }

    private boolean isHeld(Kept row) {
        if (row.person() == null || councilIds.containsKey(row.person())) {
            return true;
        }
        refusals.add(new Refusal(
                row.source(),
                row.line(),
                "The snapshot does not hold the identifiers of the child any more, so " + row.table() + " row "
                        + row.number() + " was left out.",
                "If the child was erased, that is as it should be; otherwise load the return again."));
        return false;
    }
}
