package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One child's periods of care, legal statuses and placements, taken apart from the episodes of the return. An episode begins wherever the
 * status or the placement changes, so several episodes are one placement, and several one status.
 */
final class CareHistory {

    private static final Set<String> NEW_STATUS = Set.of("S", "L", "B", "U");
    private static final Set<String> NEW_PLACEMENT = Set.of("S", "P", "T", "B", "U");
    private static final Set<String> SAME_CARER = Set.of("T", "U");
    private static final String GOES_ON = "X1";

    private final ChildHistory history;
    private final List<Open> made = new ArrayList<>();
    private @Nullable Open period;
    private @Nullable Open status;
    private @Nullable Open placement;
    private @Nullable LocalDate ended;
    private int carers;

    /** A fact of which the end may not have been read yet. */
    private static final class Open {
        private final int id;
        private final String kind;
        private final @Nullable Integer follows;
        private final Map<String, String> answers = new HashMap<>();
        private final LocalDate began;
        private final SourceRow row;
        private @Nullable LocalDate ended;

        Open(int id, String kind, @Nullable Integer follows, LocalDate began, SourceRow row) {
            this.id = id;
            this.kind = kind;
            this.follows = follows;
            this.began = began;
            this.row = row;
        }

        void end(LocalDate day) {
            ended = day;
            answers.put("ended", Taking.typed(day));
        }

        Fact fact() {
            return new Fact(
                    id,
                    row.number(),
                    kind,
                    follows,
                    answers,
                    CareStates.of(kind, answers.getOrDefault("status", "")),
                    List.of(),
                    true,
                    began,
                    ended,
                    row.file(),
                    row.line());
        }
    }

    private CareHistory(ChildHistory history) {
        this.history = history;
    }

    /** Begins a child's history with what its episodes, and its row of previous permanence, say. */
    static void tell(ChildRows child, ChildHistory history) throws UnreadableException {
        CareHistory care = new CareHistory(history);
        care.readEpisodes(child.list("Episodes"));
        care.readPermanence(child.list("PrevPerm"));
        care.made.forEach(each -> history.add(each.fact(), each.row));
    }

    private Open open(String kind, @Nullable Open of, LocalDate began, SourceRow row) {
        Open open = new Open(history.nextId() + made.size(), kind, of == null ? null : of.id, began, row);
        made.add(open);
        return open;
    }

    private void readEpisodes(List<SourceRow> episodes) throws UnreadableException {
        // An episode that went on at one year's end is in the next year's return too, where its end is known.
        TreeMap<LocalDate, SourceRow> byDay = new TreeMap<>();
        for (SourceRow row : episodes) {
            SourceRow before = byDay.get(row.day("DECOM"));
            if (before != null && row.contradicts(before)) {
                throw new UnreadableException(row, "Another episode begins on the same day, on line " + before.line());
            }
            if (before == null || row.has("DEC")) {
                byDay.put(row.day("DECOM"), row);
            }
        }
        for (Map.Entry<LocalDate, SourceRow> each : byDay.entrySet()) {
            readEpisode(each.getKey(), each.getValue());
        }
        if (period != null && ended != null) {
            throw new UnreadableException(
                    byDay.lastEntry().getValue(), "The episode goes on in another, which is not there");
        }
    }

    private void readEpisode(LocalDate day, SourceRow row) throws UnreadableException {
        Open of = period(day, row);
        Open under = status(of, day, row);
        Open at = placement(of, day, row);
        ended = row.findDay("DEC");
        if (ended != null && ended.isBefore(day)) {
            throw new UnreadableException(row, "DEC is before DECOM");
        }
        if (row.has("REASON_PLACE_CHANGE")) {
            at.answers.put("reasonChanged", row.text("REASON_PLACE_CHANGE"));
        }
        if (ended != null && !row.text("REC").equals(GOES_ON)) {
            under.end(ended);
            at.end(ended);
            of.end(ended);
            of.answers.put("reasonEnded", row.text("REC"));
            period = null;
            status = null;
            placement = null;
        }
    }

    private Open period(LocalDate day, SourceRow row) throws UnreadableException {
        Open now = period;
        if (row.text("RNE").equals("S")) {
            if (now != null) {
                throw new UnreadableException(row, "A period begins while the one before it has not ended");
            }
            now = open("period-of-care", null, day, row);
            now.answers.put("began", Taking.typed(day));
            period = now;
        } else if (now == null) {
            throw new UnreadableException(
                    row,
                    "The episode in which the period began is not there. Give the earlier years’ returns with this one");
        } else if (!day.equals(ended)) {
            throw new UnreadableException(row, "The episode does not begin on the day on which the one before it ends");
        }
        return now;
    }

    private Open status(Open of, LocalDate day, SourceRow row) {
        Open now = status;
        if (now == null
                || NEW_STATUS.contains(row.text("RNE"))
                || !row.text("LS").equals(now.answers.get("status"))) {
            if (now != null) {
                now.end(day);
            }
            now = open("legal-status", of, day, row);
            now.answers.put("started", Taking.typed(day));
            now.answers.put("status", row.text("LS"));
            status = now;
        }
        return now;
    }

    private Open placement(Open of, LocalDate day, SourceRow row) {
        Open before = placement;
        String reason = row.text("RNE");
        if (before != null && !NEW_PLACEMENT.contains(reason) && !isElsewhere(before, row)) {
            return before;
        }
        Open now = open("placement", of, day, row);
        describe(now, day, row);
        if (before != null) {
            before.end(day);
            if (SAME_CARER.contains(reason)) {
                // The return does not name the carer, but says that it is the same.
                if (!before.answers.containsKey("carer")) {
                    carers++;
                    before.answers.put("carer", "Carer " + carers + ", whom the return does not name");
                }
                now.answers.put("carer", before.answers.getOrDefault("carer", ""));
            }
        }
        placement = now;
        return now;
    }

    private static void describe(Open placement, LocalDate day, SourceRow row) {
        placement.answers.put("started", Taking.typed(day));
        placement.answers.put("kind", row.text("PLACE"));
        placement.answers.put("provider", row.text("PLACE_PROVIDER"));
        placement.answers.put("postcode", row.text("PL_POST"));
        placement.answers.put("ofstedNumber", row.text("URN"));
    }

    private static boolean isElsewhere(Open placement, SourceRow row) {
        return !row.text("PLACE").equals(placement.answers.get("kind"))
                || !row.text("PL_POST").equals(placement.answers.get("postcode"));
    }

    /** What the child left care to before: the return asks it once, and so of the last period. */
    private void readPermanence(List<SourceRow> rows) throws UnreadableException {
        Open last = made.stream()
                .filter(each -> each.kind.equals("period-of-care"))
                .reduce((first, second) -> second)
                .orElse(null);
        if (rows.isEmpty()) {
            return;
        }
        if (last == null) {
            throw new UnreadableException(rows.getLast(), "No episode of the child is there");
        }
        SourceRow row = rows.getLast();
        String before = row.text("PREV_PERM");
        last.answers.put("previousPermanence", before);
        if (!before.isEmpty() && !before.equals("Z1")) {
            last.answers.put("permanenceAuthority", row.text("LA_PERM"));
            last.answers.put("permanenceOrdered", row.text("DATE_PERM"));
        }
    }
}
