package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Several SSDA903 returns as one history of each child.
 *
 * <p>What the same event is, the later return decides: an episode is the same when child and DECOM are, and so an episode
 * that was open in one year is replaced by the next year's, which tells its end. Of two returns of the same year the later
 * replaces all that the earlier said of the children in it.
 */
final class LookedAfterHistory {
    private static final Comparator<LookedAfterReturn> EARLIER_FIRST =
            Comparator.<LookedAfterReturn, LocalDate>comparing(
                            given -> given.covers().last())
                    .thenComparing(LookedAfterReturn::name);

    private final List<LookedAfterReturn> returns;
    private final People people;
    private final Findings findings;

    LookedAfterHistory(List<LookedAfterReturn> returns, People people, Findings findings) {
        this.returns = returns.stream().sorted(EARLIER_FIRST).toList();
        this.people = people;
        this.findings = findings;
    }

    /** The returns, earliest first. */
    List<LookedAfterReturn> returns() {
        return returns;
    }

    String child(ReturnRow row) {
        return people.canonical(row.child());
    }

    /**
     * The rows of a table by child, each event once, from the latest return that tells of it.
     *
     * @param event what makes two rows of a child tell of the same event
     */
    Map<String, List<Placed>> listByChild(LookedAfterTable table, Function<Placed, Object> event) {
        Map<String, Map<Object, List<Placed>>> kept = new TreeMap<>();
        for (int number = 0; number < returns.size(); number++) {
            LookedAfterReturn given = returns.get(number);
            Map<String, Map<Object, List<Placed>>> told = new LinkedHashMap<>();
            for (ReturnRow row : given.list(table)) {
                Placed placed = new Placed(row, given);
                addUnlessRepeated(
                        told.computeIfAbsent(child(row), child -> new LinkedHashMap<>())
                                .computeIfAbsent(event.apply(placed), same -> new ArrayList<>()),
                        placed);
            }
            forgetSameYear(kept, given, number);
            told.forEach((child, events) ->
                    kept.computeIfAbsent(child, any -> new LinkedHashMap<>()).putAll(events));
        }
        Map<String, List<Placed>> rows = new TreeMap<>();
        kept.forEach((child, events) -> {
            List<Placed> list = events.values().stream().flatMap(List::stream).toList();
            if (!list.isEmpty()) {
                rows.put(child, new ArrayList<>(list));
            }
        });
        return rows;
    }

    /** A row and the return that it is from. */
    record Placed(ReturnRow row, LookedAfterReturn given) {}

    /** Takes away what earlier returns of the same year say of the children that this one tells of. */
    private void forgetSameYear(Map<String, Map<Object, List<Placed>>> kept, LookedAfterReturn given, int number) {
        boolean first = returns.subList(0, number).stream()
                .noneMatch(earlier -> earlier.year().equals(given.year()));
        if (first) {
            return;
        }
        Set<String> children = new HashSet<>();
        given.list(LookedAfterTable.HEADER).forEach(row -> children.add(child(row)));
        given.list(LookedAfterTable.EPISODES).forEach(row -> children.add(child(row)));
        for (String child : children) {
            Map<Object, List<Placed>> events = kept.getOrDefault(child, new HashMap<>());
            events.values().removeIf(list -> list.getFirst().given().year().equals(given.year()));
        }
    }

    private void addUnlessRepeated(List<Placed> list, Placed placed) {
        ReturnRow row = placed.row();
        for (Placed other : list) {
            if (other.row().sameValues(row)) {
                findings.warning(
                        row.source(),
                        row.line(),
                        "",
                        "The row repeats " + other.row().source() + ", line "
                                + other.row().line() + ". It was taken once.",
                        "Take the repetition out.");
                return;
            }
        }
        // Two episodes may begin on one day, when the first lasts less than a day; nothing else can happen twice.
        if (!list.isEmpty() && row.table() != LookedAfterTable.EPISODES) {
            Placed other = list.removeFirst();
            findings.warning(
                    row.source(),
                    row.line(),
                    "",
                    "The row tells of the same as " + other.row().source() + ", line "
                            + other.row().line() + ", and differently. This row was used.",
                    "Take out whichever is wrong.");
        }
        list.add(placed);
    }
}
