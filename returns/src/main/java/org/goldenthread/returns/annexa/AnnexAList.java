package org.goldenthread.returns.annexa;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.core.tables.ResourceTable;

/**
 * One of the eleven lists.
 *
 * @param number 1 to 11
 */
public record AnnexAList(int number, List<ListColumn> columns) {
    private static final List<AnnexAList> ALL = load();

    /** In Ofsted's order. */
    public static List<AnnexAList> listAll() {
        return ALL;
    }

    /** What Ofsted calls its sheet, such as {@code List 3}. */
    public String name() {
        return "List " + number;
    }

    /** The table of the snapshot that it fills. */
    String table() {
        return "gt_annex_a_" + number;
    }

    /** Its name in the coverage of a snapshot. */
    String coverage() {
        return "annex-a." + number;
    }

    /** How many months back from its day the list reaches; nought for a list of how things stand. */
    public int monthsBack() {
        return switch (number) {
            case 1, 2, 3, 4, 5 -> 6;
            case 10, 11 -> 12;
            default -> 0;
        };
    }

    /** What it is of, in a few words. */
    public String title() {
        return switch (number) {
            case 1 -> "contacts";
            case 2 -> "early help";
            case 3 -> "referrals";
            case 4 -> "assessments";
            case 5 -> "section 47 enquiries and initial conferences";
            case 6 -> "children in need";
            case 7 -> "child protection";
            case 8 -> "children in care";
            case 9 -> "care leavers";
            case 10 -> "adoption";
            default -> "adopters";
        };
    }

    /** Its number and what it is of, as messages name it: {@code List 3 (referrals)}. */
    public String about() {
        return name() + " (" + title() + ")";
    }

    private static List<AnnexAList> load() {
        return ResourceTable.load(AnnexAList.class, "lists.csv").listRows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getInteger("list"),
                        TreeMap::new,
                        Collectors.mapping(AnnexAList::column, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new AnnexAList(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static ListColumn column(ResourceTable.Row row) {
        String others = row.get("other_headings");
        return new ListColumn(
                row.get("heading"),
                row.get("column"),
                ListColumn.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                row.get("codes"),
                !row.get("needed").isEmpty(),
                Stream.concat(Stream.of(row.get("heading")), Arrays.stream(others.split("\\|")))
                        .map(Headings::plain)
                        .filter(wording -> !wording.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                Pattern.compile(row.get("pattern")));
    }
}
