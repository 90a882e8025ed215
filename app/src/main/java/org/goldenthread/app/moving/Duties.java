package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goldenthread.app.records.Duty;
import org.jspecify.annotations.Nullable;

/**
 * What the involvements of one child are as allocations. But for further workers somebody alone has a duty at a time, to which the present system
 * does not hold.
 */
final class Duties {

    private static final Comparator<Made> LATEST_FIRST = Comparator.<Made, LocalDate>comparing(
                    made -> made.span().started())
            .thenComparing(made -> made.span().ended(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(made -> made.of().getFirst().id())
            .reversed();

    private Duties() {}

    /** An allocation of the record, or one that is to be: of a team and perhaps an account, from one day to before another. */
    record Span(
            Duty duty,
            String team,
            @Nullable String account,
            LocalDate started,
            @Nullable LocalDate ended) {

        private boolean overlaps(Span other) {
            return isBefore(started, other.ended) && isBefore(other.started, ended);
        }

        private static boolean isBefore(LocalDate day, @Nullable LocalDate end) {
            return end == null || day.isBefore(end);
        }

        private boolean isOfSame(Span other) {
            return team.equals(other.team) && Objects.equals(account, other.account);
        }

        private boolean hasDutyWith(Span other) {
            return duty == other.duty && duty != Duty.FURTHER_WORKER && overlaps(other);
        }

        /** Whether the record cannot have both, or would say one thing twice. */
        boolean standsAgainst(Span other) {
            return hasDutyWith(other) || (isOfSame(other) && (overlaps(other) || started.equals(other.started)));
        }

        /** The two as one; of one worker and one duty, this one begun first. */
        private Span and(Span later) {
            LocalDate end =
                    ended == null || later.ended == null ? null : ended.isAfter(later.ended) ? ended : later.ended;
            return new Span(duty, team, account, started, end);
        }

        private Span asFurther() {
            return new Span(Duty.FURTHER_WORKER, team, account, started, ended);
        }
    }

    /** @param of the involvements that it is made of, the first first */
    record Made(List<MirrorWorkers.Involved> of, Span span) {}

    private record Who(String team, @Nullable String account, Duty duty) {}

    /**
     * The last who took a duty up has it, and whoever has it beside them is a further worker for their own time. A worker who has it twice at once,
     * as where each referral names them, has it once without a break.
     */
    static List<Made> of(Collection<MirrorWorkers.Involved> ofChild) {
        List<Made> made = new ArrayList<>();
        for (Made each : joined(ofChild).stream().sorted(LATEST_FIRST).toList()) {
            boolean beside = made.stream().anyMatch(later -> later.span().hasDutyWith(each.span()));
            made.addFirst(beside ? new Made(each.of(), each.span().asFurther()) : each);
        }
        return made;
    }

    private static List<Made> joined(Collection<MirrorWorkers.Involved> ofChild) {
        Map<Who, List<Made>> joined = new LinkedHashMap<>();
        ofChild.stream()
                .sorted(Comparator.comparing(MirrorWorkers.Involved::started).thenComparing(MirrorWorkers.Involved::id))
                .forEach(each -> {
                    Span span = new Span(each.duty(), each.team(), each.account(), each.started(), each.ended());
                    List<Made> before = joined.computeIfAbsent(
                            new Who(each.team(), each.account(), each.duty()), unused -> new ArrayList<>());
                    Made last = before.isEmpty() ? null : before.getLast();
                    if (last != null && last.span().overlaps(span)) {
                        List<MirrorWorkers.Involved> of = new ArrayList<>(last.of());
                        of.add(each);
                        before.set(before.size() - 1, new Made(of, last.span().and(span)));
                    } else {
                        before.add(new Made(List.of(each), span));
                    }
                });
        return joined.values().stream().flatMap(List::stream).toList();
    }
}
