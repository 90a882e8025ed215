package org.goldenthread.core.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds worlds: values for all unknowns that fit all facts.
 *
 * <p>Bounds are tightened fact by fact until nothing moves; then one unknown is set, nearest to its likely value first, and so on. The
 * search is exact: a world found is checked by plain arithmetic, and where it ends without one there is none. It may also give up after
 * a number of steps, which the caller takes as "not proved", never as "safe".
 */
final class WorldSearch {

    /** Steps before a search gives up; a step sets one bound and tightens the rest. */
    private static final int STEPS = 400;

    /** A fact read as "the sum is at most a bound", which is the only form that bounds are tightened by. */
    private record Ceiling(int[] unknowns, long[] times, long most) {}

    private final Facts facts;
    private final List<Ceiling> ceilings = new ArrayList<>();
    private final int[][] ceilingsOf;
    private final long[] likely;

    WorldSearch(Facts facts) {
        this.facts = facts;
        this.likely = facts.likely();
        for (Facts.Fact fact : facts.facts) {
            addCeilings(ceilings, fact.sum(), fact.least(), fact.most());
        }
        List<List<Integer>> byUnknown = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            byUnknown.add(new ArrayList<>());
        }
        for (int c = 0; c < ceilings.size(); c++) {
            for (int unknown : ceilings.get(c).unknowns) {
                byUnknown.get(unknown).add(c);
            }
        }
        ceilingsOf = byUnknown.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static void addCeilings(List<Ceiling> to, Sum sum, long least, long most) {
        if (most < Long.MAX_VALUE / 8) {
            to.add(new Ceiling(sum.unknowns, sum.times, most));
        }
        if (least > -(Long.MAX_VALUE / 8)) {
            Sum negative = sum.times(-1);
            to.add(new Ceiling(negative.unknowns, negative.times, -least));
        }
    }

    /** A world in which {@code sum} lies between the two values; empty if there is none or none was found in time. */
    Optional<long[]> find(Sum sum, long least, long most) {
        State state = new State(facts);
        state.groupsLeft = new ArrayList<>(facts.groups);
        int[] steps = {STEPS};
        if (!state.tightenAll() || !state.limit(sum, least, most)) {
            return Optional.empty();
        }
        return search(state, steps).filter(facts::fits);
    }

    /** The bounds of a sum that follow from the facts by tightening alone: what even a hasty reader sees. */
    long[] bounds(Sum sum) {
        State state = new State(facts);
        state.tightenAll();
        return new long[] {state.leastOf(sum), -state.leastOf(sum.times(-1))};
    }

    private Optional<long[]> search(State state, int[] steps) {
        if (steps[0]-- <= 0) {
            return Optional.empty();
        }
        List<Facts.Fact> open = state.nextOpenGroup();
        if (open != null) {
            return searchGroup(state, open, steps);
        }
        int unknown = state.narrowestUnset();
        if (unknown < 0) {
            return Optional.of(state.low);
        }
        long start = Math.max(state.low[unknown], Math.min(state.high[unknown], likely[unknown]));
        Sum one = Sum.of(unknown);
        State at = state.copy();
        if (at.limit(one, start, start)) {
            Optional<long[]> found = search(at, steps);
            if (found.isPresent()) {
                return found;
            }
        }
        for (long[] side : new long[][] {{start + 1, state.high[unknown]}, {state.low[unknown], start - 1}}) {
            if (side[0] <= side[1]) {
                State half = state.copy();
                if (half.limit(one, side[0], side[1])) {
                    Optional<long[]> found = search(half, steps);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<long[]> searchGroup(State state, List<Facts.Fact> group, int[] steps) {
        List<Facts.Fact> order = new ArrayList<>(group);
        order.sort(java.util.Comparator.comparingLong(this::distance));
        for (Facts.Fact fact : order) {
            State chosen = state.copy();
            chosen.groupsLeft.remove(group);
            if (chosen.limit(fact.sum(), fact.least(), fact.most())) {
                Optional<long[]> found = search(chosen, steps);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private long distance(Facts.Fact fact) {
        long value = fact.sum().in(likely);
        return value < fact.least() ? fact.least() - value : Math.max(0, value - fact.most());
    }

    /** The bounds of every unknown at one point of a search. */
    private final class State {
        final long[] low;
        final long[] high;
        /** Limits put on sums during the search. */
        List<Ceiling> extra = new ArrayList<>();

        List<List<Facts.Fact>> groupsLeft = new ArrayList<>();

        State(Facts facts) {
            low = facts.least.stream().mapToLong(Long::longValue).toArray();
            high = facts.most.stream().mapToLong(Long::longValue).toArray();
        }

        private State(long[] low, long[] high) {
            this.low = low;
            this.high = high;
        }

        State copy() {
            State copy = new State(low.clone(), high.clone());
            copy.extra = new ArrayList<>(extra);
            copy.groupsLeft = new ArrayList<>(groupsLeft);
            return copy;
        }

        long leastOf(Sum sum) {
            long total = 0;
            for (int i = 0; i < sum.unknowns.length; i++) {
                total += sum.times[i] * (sum.times[i] > 0 ? low[sum.unknowns[i]] : high[sum.unknowns[i]]);
            }
            return total;
        }

        /** The first group of which no member is sure yet to hold; groups already met are dropped. */
        @Nullable List<Facts.Fact> nextOpenGroup() {
            groupsLeft.removeIf(group -> group.stream()
                    .anyMatch(fact -> leastOf(fact.sum()) >= fact.least()
                            && -leastOf(fact.sum().times(-1)) <= fact.most()));
            return groupsLeft.isEmpty() ? null : groupsLeft.getFirst();
        }

        int narrowestUnset() {
            int found = -1;
            long narrowest = Long.MAX_VALUE;
            for (int i = 0; i < low.length; i++) {
                long width = high[i] - low[i];
                if (width > 0 && width < narrowest) {
                    narrowest = width;
                    found = i;
                }
            }
            return found;
        }

        boolean limit(Sum sum, long least, long most) {
            List<Ceiling> added = new ArrayList<>();
            addCeilings(added, sum, least, most);
            ArrayDeque<Integer> moved = new ArrayDeque<>();
            for (Ceiling ceiling : added) {
                if (ceiling.unknowns.length > 1) {
                    extra.add(ceiling);
                }
                if (!apply(ceiling, moved)) {
                    return false;
                }
            }
            return settle(moved);
        }

        boolean tightenAll() {
            ArrayDeque<Integer> moved = new ArrayDeque<>();
            for (Ceiling ceiling : ceilings) {
                if (!apply(ceiling, moved)) {
                    return false;
                }
            }
            return settle(moved);
        }

        private boolean settle(ArrayDeque<Integer> moved) {
            // Slow creeping of one bound against another is cut short: the search sets values instead.
            int patience = 50 * (low.length + 10);
            boolean[] queued = new boolean[low.length];
            moved.forEach(unknown -> queued[unknown] = true);
            while (!moved.isEmpty() && patience-- > 0) {
                int unknown = moved.removeFirst();
                queued[unknown] = false;
                for (int c : ceilingsOf[unknown]) {
                    if (!applyQueued(ceilings.get(c), moved, queued)) {
                        return false;
                    }
                }
                for (Ceiling ceiling : extra) {
                    if (Arrays.stream(ceiling.unknowns).anyMatch(u -> u == unknown)
                            && !applyQueued(ceiling, moved, queued)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean applyQueued(Ceiling ceiling, ArrayDeque<Integer> moved, boolean[] queued) {
            ArrayDeque<Integer> now = new ArrayDeque<>();
            if (!apply(ceiling, now)) {
                return false;
            }
            for (int unknown : now) {
                if (!queued[unknown]) {
                    queued[unknown] = true;
                    moved.addLast(unknown);
                }
            }
            return true;
        }

        /** Tightens bounds by one ceiling. @return false if it cannot be met */
        private boolean apply(Ceiling ceiling, ArrayDeque<Integer> moved) {
            long least = 0;
            for (int i = 0; i < ceiling.unknowns.length; i++) {
                int unknown = ceiling.unknowns[i];
                least += ceiling.times[i] * (ceiling.times[i] > 0 ? low[unknown] : high[unknown]);
            }
            long slack = ceiling.most - least;
            if (slack < 0) {
                return false;
            }
            for (int i = 0; i < ceiling.unknowns.length; i++) {
                int unknown = ceiling.unknowns[i];
                long factor = ceiling.times[i];
                if (factor > 0) {
                    long highest = low[unknown] + slack / factor;
                    if (highest < high[unknown]) {
                        high[unknown] = highest;
                        moved.addLast(unknown);
                    }
                } else {
                    long lowest = high[unknown] - slack / -factor;
                    if (lowest > low[unknown]) {
                        low[unknown] = lowest;
                        moved.addLast(unknown);
                    }
                }
            }
            return true;
        }
    }
}
