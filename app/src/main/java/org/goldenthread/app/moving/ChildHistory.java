package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of one child as far as they have been made, for those that come of others. */
final class ChildHistory {

    /** The database holds these to it, whoever writes them. */
    private static final List<String> ONE_AT_A_TIME = List.of("period-of-care", "legal-status", "placement");

    private final List<Made> made = new ArrayList<>();
    private int nextId;

    /** @param row that it was made of; null for one made of several */
    private record Made(Fact fact, @Nullable SourceRow row) {}

    ChildHistory(int firstId) {
        this.nextId = firstId;
    }

    int nextId() {
        return nextId;
    }

    void add(Fact fact, @Nullable SourceRow row) {
        made.add(new Made(fact, row));
        nextId = Math.max(nextId, fact.id() + 1);
    }

    List<Fact> facts() {
        return made.stream().map(Made::fact).toList();
    }

    /**
     * Two facts of a kind of which there is one at a time in the record, and which are at the same time.
     *
     * @throws UnreadableException where there are such
     */
    void refuseOverlaps() throws UnreadableException {
        for (String kind : ONE_AT_A_TIME) {
            Fact before = null;
            for (Fact each : facts().stream()
                    .filter(fact -> fact.kind().equals(kind))
                    .sorted(Comparator.comparing(Fact::began))
                    .toList()) {
                LocalDate ended = before == null ? LocalDate.MIN : before.ended();
                if (ended == null || ended.isAfter(each.began())) {
                    throw new UnreadableException(
                            each.file(),
                            each.line(),
                            "It begins before another of its kind has ended: " + kind.replace('-', ' '));
                }
                before = each;
            }
        }
    }

    /** What was made of the row of that key. */
    Optional<Fact> findOfRow(String kind, String key) {
        return made.stream()
                .filter(each -> each.fact().kind().equals(kind)
                        && each.row() != null
                        && each.row().key().equals(key))
                .map(Made::fact)
                .findFirst();
    }

    /** The last to begin of those that were so on a day. */
    Optional<Fact> findUnderWay(String kind, LocalDate day) {
        return made.stream()
                .map(Made::fact)
                .filter(each -> each.kind().equals(kind) && each.isUnderWay(day))
                .max(Comparator.comparing(Fact::began));
    }

    Optional<Fact> findBegunOn(String kind, LocalDate day) {
        return made.stream()
                .map(Made::fact)
                .filter(each -> each.kind().equals(kind) && each.began().equals(day))
                .findFirst();
    }

    /** The last to begin by a day, of those whose rows belong to the same row as another. */
    Optional<Fact> findLatestBeside(String kind, SourceRow row, LocalDate day) {
        return made.stream()
                .filter(each -> each.fact().kind().equals(kind)
                        && each.row() != null
                        && each.row().parent().equals(row.parent())
                        && !each.fact().began().isAfter(day))
                .map(Made::fact)
                .max(Comparator.comparing(Fact::began));
    }
}
