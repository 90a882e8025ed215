package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.app.moving.CareReading.UnreadableException;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.jspecify.annotations.Nullable;

/**
 * One child's periods of care, legal statuses and placements, taken apart from the episodes of the return. An episode begins wherever the
 * status or the placement changes, so several episodes are one placement, and several one status.
 */
final class CareHistory {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.UK);
    private static final Set<String> NEW_STATUS = Set.of("S", "L", "B", "U");
    private static final Set<String> NEW_PLACEMENT = Set.of("S", "P", "T", "B", "U");
    private static final Set<String> SAME_CARER = Set.of("T", "U");
    private static final String GOES_ON = "X1";

    private final String number;
    private int nextId;
    private final List<Open> made = new ArrayList<>();

    /** A fact of which the end may not have been read yet. */
    private static final class Open {
        private final int id;
        private final String kind;
        private final @Nullable Integer follows;
        private final Map<String, String> answers = new HashMap<>();
        private final LocalDate began;
        private final Row row;
        private @Nullable LocalDate ended;

        Open(int id, String kind, @Nullable Integer follows, LocalDate began, Row row) {
            this.id = id;
            this.kind = kind;
            this.follows = follows;
            this.began = began;
            this.row = row;
        }

        void end(LocalDate day) {
            ended = day;
            answers.put("ended", TYPED.format(day));
        }
    }

    private CareHistory(String number, int firstId) {
        this.number = number;
        this.nextId = firstId;
    }

    static CareHistory of(String number, List<Row> episodes, List<Row> reviews, int firstId)
            throws UnreadableException {
        CareHistory history = new CareHistory(number, firstId);
        history.readEpisodes(episodes);
        history.readReviews(reviews);
        return history;
    }

    List<CareFiles.Fact> facts() {
        return made.stream()
                .map(each -> new CareFiles.Fact(
                        each.id,
                        number,
                        each.kind,
                        each.follows,
                        each.answers,
                        each.began,
                        each.ended,
                        each.row.file(),
                        CareReading.line(each.row)))
                .toList();
    }

    private Open open(String kind, @Nullable Open of, LocalDate began, Row row) {
        Open open = new Open(nextId++, kind, of == null ? null : of.id, began, row);
        made.add(open);
        return open;
    }

    private void readEpisodes(List<Row> episodes) throws UnreadableException {
        // An episode that went on at one year's end is in the next year's return too, where its end is known.
        TreeMap<LocalDate, Row> byDay = new TreeMap<>();
        for (Row row : episodes) {
            byDay.merge(
                    CareReading.day(row, Ssda903Field.DECOM),
                    row,
                    (old, next) -> next.isBlank(Ssda903Field.DEC) ? old : next);
        }
        Open period = null;
        Open status = null;
        Open placement = null;
        LocalDate ended = null;
        int carers = 0;
        for (Map.Entry<LocalDate, Row> each : byDay.entrySet()) {
            LocalDate day = each.getKey();
            Row row = each.getValue();
            String reason = row.textOrEmpty(Ssda903Field.RNE);
            if (reason.equals("S")) {
                if (period != null) {
                    throw new UnreadableException(row, "A period begins while the one before it has not ended");
                }
                period = open("period-of-care", null, day, row);
                period.answers.put("began", TYPED.format(day));
            } else if (period == null) {
                throw new UnreadableException(
                        row,
                        "The episode in which the period began is not there. Give the earlier years’ returns with this one");
            } else if (!day.equals(ended)) {
                throw new UnreadableException(
                        row, "The episode does not begin on the day on which the one before it ends");
            }
            if (status == null
                    || NEW_STATUS.contains(reason)
                    || !row.textOrEmpty(Ssda903Field.LS).equals(status.answers.get("status"))) {
                endWith(status, day);
                status = open("legal-status", period, day, row);
                status.answers.put("started", TYPED.format(day));
                status.answers.put("status", row.textOrEmpty(Ssda903Field.LS));
            }
            if (placement == null || NEW_PLACEMENT.contains(reason) || isElsewhere(placement, row)) {
                Open before = placement;
                endWith(before, day);
                placement = open("placement", period, day, row);
                describe(placement, day, row);
                if (before != null && SAME_CARER.contains(reason)) {
                    // The return does not name the carer, but says that it is the same.
                    if (!before.answers.containsKey("carer")) {
                        carers++;
                        before.answers.put("carer", "Carer " + carers + ", whom the return does not name");
                    }
                    placement.answers.put("carer", before.answers.getOrDefault("carer", ""));
                }
            }
            ended = row.date(Ssda903Field.DEC);
            if (row.isBadDate(Ssda903Field.DEC) || (ended != null && ended.isBefore(day))) {
                throw new UnreadableException(row, "DEC is no date, or before DECOM");
            }
            if (row.isFilled(Ssda903Field.REASON_PLACE_CHANGE)) {
                placement.answers.put("reasonChanged", row.textOrEmpty(Ssda903Field.REASON_PLACE_CHANGE));
            }
            if (ended != null && !row.is(Ssda903Field.REC, GOES_ON)) {
                endWith(status, ended);
                endWith(placement, ended);
                endWith(period, ended);
                period.answers.put("reasonEnded", row.textOrEmpty(Ssda903Field.REC));
                period = null;
                status = null;
                placement = null;
            }
        }
        if (period != null && ended != null) {
            throw new UnreadableException(
                    byDay.lastEntry().getValue(), "The episode goes on in another, which is not there");
        }
    }

    private static void endWith(@Nullable Open open, LocalDate day) {
        if (open != null) {
            open.end(day);
        }
    }

    private static void describe(Open placement, LocalDate day, Row row) {
        placement.answers.put("started", TYPED.format(day));
        placement.answers.put("kind", row.textOrEmpty(Ssda903Field.PLACE));
        placement.answers.put("provider", row.textOrEmpty(Ssda903Field.PLACE_PROVIDER));
        placement.answers.put("postcode", row.textOrEmpty(Ssda903Field.PL_POST));
        placement.answers.put("ofstedNumber", row.textOrEmpty(Ssda903Field.URN));
    }

    private static boolean isElsewhere(Open placement, Row row) {
        return !row.textOrEmpty(Ssda903Field.PLACE).equals(placement.answers.get("kind"))
                || !row.textOrEmpty(Ssda903Field.PL_POST).equals(placement.answers.get("postcode"));
    }

    private void readReviews(List<Row> reviews) throws UnreadableException {
        List<Open> periods =
                made.stream().filter(each -> each.kind.equals("period-of-care")).toList();
        Set<LocalDate> seen = new java.util.HashSet<>();
        for (Row row : reviews) {
            LocalDate held = CareReading.day(row, Ssda903Field.REVIEW);
            Open period = periods.stream()
                    .filter(each -> !held.isBefore(each.began) && (each.ended == null || !held.isAfter(each.ended)))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableException(row, "The child was not looked after on that day"));
            if (seen.add(held)) {
                Open review = open("looked-after-review", period, held, row);
                review.answers.put("held", TYPED.format(held));
                review.answers.put("participation", row.textOrEmpty(Ssda903Field.REVIEW_CODE));
            }
        }
    }
}
