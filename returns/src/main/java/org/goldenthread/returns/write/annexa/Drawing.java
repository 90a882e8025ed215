package org.goldenthread.returns.write.annexa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.ListColumn;
import org.goldenthread.returns.check.Refusal;
import org.jspecify.annotations.Nullable;

/** The lists as they are being drawn from the tables of a snapshot, and what could not be drawn. */
final class Drawing {
    private static final String NEEDED =
            "If the child was erased, that is as it should be; otherwise load the returns again.";

    private final Facts facts;
    private final Window window;
    private final Children children;
    private final Teams teams;
    private final Map<AnnexAList, List<Draft>> drafts = new LinkedHashMap<>();
    private final TreeSet<String> unknown = new TreeSet<>();
    private final Map<AnnexAList, Map<String, Integer>> unworded = new HashMap<>();
    private final Map<AnnexAList, Integer> useless = new HashMap<>();
    private final Map<AnnexAList, String> withoutSource = new TreeMap<>(Comparator.comparing(AnnexAList::number));

    Drawing(Facts facts, Window window) {
        this.facts = facts;
        this.window = window;
        children = new Children(facts, window);
        teams = new Teams(facts, window);
        AnnexAList.listAll().forEach(list -> drafts.put(list, new ArrayList<>()));
    }

    Facts facts() {
        return facts;
    }

    Window window() {
        return window;
    }

    Children children() {
        return children;
    }

    Teams teams() {
        return teams;
    }

    /** The rows of a table from which a list is drawn; where it has none the list is told to have no source. */
    List<Fact> source(int list, String table, String what) {
        List<Fact> rows = facts.list(table);
        if (rows.isEmpty()) {
            withoutSource.put(list(list), what);
        }
        return rows;
    }

    /** A new row of a list with who the child is; null where the snapshot does not hold the child's identifier. */
    @Nullable Draft begin(int number, String person) {
        String id = children.findCouncilId(person);
        if (id == null) {
            unknown.add(person);
            return null;
        }
        Draft draft = begin(number).text("person_id", id);
        children.describe(draft, person);
        return draft;
    }

    /** A new row of a list that is not of children. */
    Draft begin(int number) {
        return new Draft(
                list(number),
                window,
                (list, column) -> unworded.computeIfAbsent(list, any -> new TreeMap<>())
                        .merge(column.heading(), 1, Integer::sum));
    }

    /** Adds a row that is complete; without what its list is of no use without, it is left out and told. */
    void add(int number, Draft draft) {
        AnnexAList list = list(number);
        if (draft.isOfUse()) {
            drafts.getOrDefault(list, new ArrayList<>()).add(draft);
        } else {
            useless.merge(list, 1, Integer::sum);
        }
    }

    /** A list for which a snapshot has no table at all. */
    void noSource(int number, String what) {
        withoutSource.put(list(number), what);
    }

    boolean hasNoSource() {
        return withoutSource.size() == AnnexAList.listAll().size();
    }

    List<WrittenList> lists() {
        List<WrittenList> lists = new ArrayList<>();
        drafts.forEach((list, rows) -> {
            rows.sort(Comparator.comparing(Draft::order));
            lists.add(new WrittenList(
                    list, List.of(), rows.stream().map(Draft::cells).toList()));
        });
        return lists;
    }

    List<Refusal> refusals(String file) {
        List<Refusal> refusals = new ArrayList<>();
        drafts.forEach((list, rows) -> {
            String about = list.about();
            if (withoutSource.containsKey(list)) {
                refusals.add(new Refusal(
                        file,
                        null,
                        about + " has no row, for the snapshot holds no " + withoutSource.get(list) + ".",
                        "Load an extract that has them, or fill the list in by hand."));
            }
            tellEmpty(list, rows, file, about, refusals);
            unworded.getOrDefault(list, Map.of())
                    .forEach((heading, count) -> refusals.add(new Refusal(
                            file,
                            null,
                            about + ": values of \"" + heading + "\" that are none known here and were left empty: "
                                    + count + ".",
                            "Correct them in the returns that were loaded, or fill the cells in by hand.")));
            if (useless.containsKey(list)) {
                refusals.add(new Refusal(
                        file,
                        null,
                        about + ": rows left out, for the snapshot does not tell their " + needed(list) + ": "
                                + useless.get(list) + ".",
                        "Correct them in the returns that were loaded."));
            }
        });
        unknown.forEach(person -> refusals.add(new Refusal(
                "snapshot " + facts.snapshot().manifest().id(),
                null,
                "The snapshot does not hold the identifier of " + person
                        + ", so the rows of this person were left out.",
                NEEDED)));
        return refusals;
    }

    private static void tellEmpty(
            AnnexAList list, List<Draft> rows, String file, String about, List<Refusal> refusals) {
        String empty = list.columns().stream()
                .filter(column -> rows.stream().allMatch(row -> row.isEmpty(column)))
                .map(ListColumn::heading)
                .collect(Collectors.joining("; "));
        if (!rows.isEmpty() && !empty.isEmpty()) {
            refusals.add(new Refusal(
                    file,
                    null,
                    about + ": the snapshot tells nothing of these columns, which are empty: " + empty + ".",
                    "Fill them in by hand, or load an extract that has them."));
        }
    }

    private static String needed(AnnexAList list) {
        return list.columns().stream()
                .filter(ListColumn::needed)
                .map(column -> "\"" + column.heading() + "\"")
                .collect(Collectors.joining(" or "));
    }

    private static AnnexAList list(int number) {
        return AnnexAList.listAll().get(number - 1);
    }
}
