package org.goldenthread.core.disclosure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A sum of whole-number unknowns, each times a whole number: {@code 2x + y - 3z}. */
public final class Sum {

    /** The empty sum, which is nought. */
    public static final Sum NOTHING = new Sum(new int[0], new long[0]);

    final int[] unknowns;
    final long[] times;

    private Sum(int[] unknowns, long[] times) {
        this.unknowns = unknowns;
        this.times = times;
    }

    /** One unknown, by the number that {@link Facts#unknown} gave it. */
    public static Sum of(int unknown) {
        return new Sum(new int[] {unknown}, new long[] {1});
    }

    public Sum plus(Sum other) {
        return plus(1, other);
    }

    public Sum minus(Sum other) {
        return plus(-1, other);
    }

    public Sum times(long factor) {
        return NOTHING.plus(factor, this);
    }

    /** This and {@code factor} times the other. */
    public Sum plus(long factor, Sum other) {
        Map<Integer, Long> all = new TreeMap<>();
        for (int i = 0; i < unknowns.length; i++) {
            all.merge(unknowns[i], times[i], Long::sum);
        }
        for (int i = 0; i < other.unknowns.length; i++) {
            all.merge(other.unknowns[i], Math.multiplyExact(factor, other.times[i]), Long::sum);
        }
        all.values().removeIf(value -> value == 0);
        int[] names = new int[all.size()];
        long[] factors = new long[all.size()];
        int next = 0;
        for (Map.Entry<Integer, Long> entry : all.entrySet()) {
            names[next] = entry.getKey();
            factors[next++] = entry.getValue();
        }
        return new Sum(names, factors);
    }

    /** What it comes to in a world, which holds a value for each unknown. */
    public long in(long[] world) {
        long total = 0;
        for (int i = 0; i < unknowns.length; i++) {
            total += times[i] * world[unknowns[i]];
        }
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sum sum && Arrays.equals(unknowns, sum.unknowns) && Arrays.equals(times, sum.times);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(unknowns) + Arrays.hashCode(times);
    }
}
