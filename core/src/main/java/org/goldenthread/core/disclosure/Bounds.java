package org.goldenthread.core.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The least and greatest value of every unknown at one point of a search, tightened by facts. */
final class Bounds {

    /** A fact read as "the sum is at most a bound", which is the only form that bounds are tightened by. */
    record Ceiling(int[] unknowns, long[] times, long most) {

        static void add(List<Ceiling> to, Sum sum, long least, long most) {
            if (most < Long.MAX_VALUE / 8) {
                to.add(new Ceiling(sum.unknowns, sum.times, most));
            }
            if (least > -(Long.MAX_VALUE / 8)) {
                Sum negative = sum.times(-1);
                to.add(new Ceiling(negative.unknowns, negative.times, -least));
            }
        }

        /** Whether the two bound one sum from both sides with nothing left between. */
        boolean excludes(Ceiling other) {
            if (most + other.most >= 0 || !Arrays.equals(unknowns, other.unknowns)) {
                return false;
            }
            for (int i = 0; i < times.length; i++) {
                if (times[i] != -other.times[i]) {
                    return false;
                }
            }
            return true;
        }

        boolean has(int unknown) {
            for (int own : unknowns) {
                if (own == unknown) {
                    return true;
                }
            }
            return false;
        }
    }

    final long[] low;
    final long[] high;
    private final Ceiling[][] ceilingsOf;
    /** Limits put on sums during the search. */
    private final List<Ceiling> extra;

    Bounds(long[] low, long[] high, Ceiling[][] ceilingsOf) {
        this(low, high, ceilingsOf, new ArrayList<>());
    }

    private Bounds(long[] low, long[] high, Ceiling[][] ceilingsOf, List<Ceiling> extra) {
        this.low = low;
        this.high = high;
        this.ceilingsOf = ceilingsOf;
        this.extra = extra;
    }

    Bounds copy() {
        return new Bounds(low.clone(), high.clone(), ceilingsOf, new ArrayList<>(extra));
    }

    long leastOf(Sum sum) {
        long total = 0;
        for (int i = 0; i < sum.unknowns.length; i++) {
            total += sum.times[i] * (sum.times[i] > 0 ? low[sum.unknowns[i]] : high[sum.unknowns[i]]);
        }
        return total;
    }

    long mostOf(Sum sum) {
        long total = 0;
        for (int i = 0; i < sum.unknowns.length; i++) {
            total += sum.times[i] * (sum.times[i] > 0 ? high[sum.unknowns[i]] : low[sum.unknowns[i]]);
        }
        return total;
    }

    boolean isSet(int unknown) {
        return low[unknown] == high[unknown];
    }

    /** Whether the fact holds whatever the unknowns are within these bounds. */
    boolean isSure(Facts.Fact fact) {
        return leastOf(fact.sum()) >= fact.least() && mostOf(fact.sum()) <= fact.most();
    }

    /** Puts a limit on a sum. @return false if it cannot be met */
    boolean limit(Sum sum, long least, long most) {
        List<Ceiling> added = new ArrayList<>(2);
        Ceiling.add(added, sum, least, most);
        ArrayDeque<Integer> moved = new ArrayDeque<>();
        for (Ceiling ceiling : added) {
            // Bounds on the unknowns alone would find out such a contradiction only one step at a time.
            if (extra.stream().anyMatch(ceiling::excludes)) {
                return false;
            }
            if (ceiling.unknowns.length > 1) {
                extra.add(ceiling);
            }
            if (!apply(ceiling, moved)) {
                return false;
            }
        }
        return settle(moved);
    }

    boolean tighten(List<Ceiling> all) {
        ArrayDeque<Integer> moved = new ArrayDeque<>();
        for (Ceiling ceiling : all) {
            if (!apply(ceiling, moved)) {
                return false;
            }
        }
        return settle(moved);
    }

    private boolean settle(ArrayDeque<Integer> moved) {
        // Bounds that creep up on each other one by one are cut short: the search sets values instead.
        int patience = 400 + 8 * moved.size();
        while (!moved.isEmpty() && patience-- > 0) {
            int unknown = moved.removeFirst();
            for (Ceiling ceiling : ceilingsOf[unknown]) {
                if (!apply(ceiling, moved)) {
                    return false;
                }
            }
            for (Ceiling ceiling : extra) {
                if (ceiling.has(unknown) && !apply(ceiling, moved)) {
                    return false;
                }
            }
        }
        return true;
    }

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
