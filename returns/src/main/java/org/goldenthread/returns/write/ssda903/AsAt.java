package org.goldenthread.returns.write.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/**
 * A return as it would have been on an earlier day of its year. What began later is left out; what ended later is open. A child all of whose
 * episodes began later is left out, unless there are answers about a care leaver. Answers about the whole year (OC2, OC3) stay.
 */
final class AsAt {
    private final LocalDate day;

    AsAt(LocalDate day) {
        this.day = day;
    }

    Ssda903Tables cut(Ssda903Tables whole) {
        Map<Ssda903Table, List<List<String>>> rows = new EnumMap<>(Ssda903Table.class);
        for (Ssda903Table table : whole.tables()) {
            List<List<String>> kept = new ArrayList<>();
            for (List<String> row : whole.rows(table)) {
                if (!isLater(table, row, start(table))) {
                    kept.add(cut(table, row));
                }
            }
            rows.put(table, kept);
        }
        Set<String> gone = children(whole, Ssda903Table.EPISODES);
        gone.removeAll(children(Ssda903Tables.of(rows), Ssda903Table.EPISODES));
        gone.removeAll(children(whole, Ssda903Table.OC3));
        rows.replaceAll((table, list) -> list.stream()
                .filter(row -> !gone.contains(row.get(table.position(CHILD))))
                .toList());
        return Ssda903Tables.of(rows);
    }

    private static Set<String> children(Ssda903Tables content, Ssda903Table table) {
        Set<String> children = new HashSet<>();
        content.rows(table).forEach(row -> children.add(row.get(table.position(CHILD))));
        return children;
    }

    private List<String> cut(Ssda903Table table, List<String> row) {
        List<String> cut = new ArrayList<>(row);
        ends(table).forEach((end, toldWithIt) -> {
            if (isLater(table, row, end)) {
                cut.set(table.position(end), "");
                toldWithIt.forEach(field -> cut.set(table.position(field), ""));
            }
        });
        return cut;
    }

    private boolean isLater(Ssda903Table table, List<String> row, Field field) {
        int place = table.position(field);
        LocalDate date = place < 0 ? null : table.readDate(row.get(place));
        return date != null && date.isAfter(day);
    }

    /** The day from which there is anything to say; the birth, where the table tells of no event. */
    private static Ssda903Field start(Ssda903Table table) {
        return switch (table) {
            case HEADER, UASC, OC2, OC3, AD1, PREV_PERM -> DOB;
            case EPISODES -> DECOM;
            case REVIEWS -> REVIEW;
            case PLACED_ADOPTION -> DATE_PLACED;
            case MISSING -> MIS_START;
            case SW_EPISODES -> SW_DECOM;
            case DOLO -> DOLO_START;
        };
    }

    /** Days that are told of when they have come, each with what is told beside it. That a child will cease to be unaccompanied is known before. */
    private static Map<Ssda903Field, List<Ssda903Field>> ends(Ssda903Table table) {
        return switch (table) {
            case HEADER -> Map.of(MC_DOB, List.of(MOTHER));
            case EPISODES -> Map.of(DEC, List.of(REC, REASON_PLACE_CHANGE));
            case AD1 -> Map.of(DATE_INT, List.of(), DATE_MATCH, List.of());
            case PLACED_ADOPTION -> Map.of(DATE_PLACED_CEASED, List.of(REASON_PLACED_CEASED));
            case MISSING -> Map.of(MIS_END, List.of());
            case SW_EPISODES -> Map.of(SW_DEC, List.of());
            case DOLO -> Map.of(DOLO_END, List.of());
            case UASC, REVIEWS, OC2, OC3, PREV_PERM -> Map.of();
        };
    }
}
