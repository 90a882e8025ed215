package org.goldenthread.core.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader knows of some whole numbers: how large each may be, what sums of them lie between, and of which groups at least one
 * is small.
 *
 * <p>A published count is the fact that a sum of one unknown is that count. A published percentage {@code p} of {@code a} out of
 * {@code d}, rounded half up to whole numbers, is two facts: {@code 200a - (2p - 1)d >= 0} and {@code 200a - (2p + 1)d <= -1}. A hidden
 * group tells that one of it is small, for nothing is hidden without cause.
 */
public final class Facts {

    /** What a count can never exceed; far above any council's. */
    public static final long MOST = 1_000_000;

    /** A sum that lies between two values, both included. */
    public record Fact(Sum sum, long least, long most) {
        boolean holdsIn(long[] world) {
            long value = sum.in(world);
            return value >= least && value <= most;
        }
    }

    final List<Long> least = new ArrayList<>();
    final List<Long> most = new ArrayList<>();
    final List<Long> likely = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<List<Fact>> groups = new ArrayList<>();

    /**
     * Adds an unknown.
     *
     * @param likely where a search for worlds starts; it changes how soon one is found, never whether it is a world
     */
    public Sum unknown(long least, long most, long likely) {
        this.least.add(least);
        this.most.add(most);
        this.likely.add(Math.max(least, Math.min(most, likely)));
        return Sum.of(this.least.size() - 1);
    }

    /** The reader knows that the sum is at least {@code least} and at most {@code most}. */
    public void between(Sum sum, long least, long most) {
        facts.add(new Fact(sum, least, most));
    }

    /** The reader knows what the sum is. */
    public void is(Sum sum, long value) {
        between(sum, value, value);
    }

    /** The reader knows that {@code part} is no more than {@code whole}. */
    public void atMost(Sum part, Sum whole) {
        between(whole.minus(part), 0, Long.MAX_VALUE / 4);
    }

    /** The reader knows that at least one of these holds. */
    public void oneOf(List<Fact> any) {
        groups.add(List.copyOf(any));
    }

    /**
     * The reader sees {@code part / whole x scale} rounded half up.
     *
     * @param shown the rounded value times ten to the power of its decimals
     * @param scale 100 for a percentage, times ten to the power of the decimals
     */
    public void ratioShown(Sum part, Sum whole, long shown, long scale) {
        Sum doubled = part.times(2 * scale);
        between(doubled.plus(-(2 * shown - 1), whole), 0, Long.MAX_VALUE / 4);
        between(doubled.plus(-(2 * shown + 1), whole), -(Long.MAX_VALUE / 4), -1);
    }

    /** The same unknowns and facts, to which others can be added apart. */
    public Facts copy() {
        Facts copy = new Facts();
        copy.least.addAll(least);
        copy.most.addAll(most);
        copy.likely.addAll(likely);
        copy.facts.addAll(facts);
        copy.groups.addAll(groups);
        return copy;
    }

    /** Whether the likely values, which are the true ones where they are known, fit every fact. */
    public boolean fitsLikely() {
        return fits(likely());
    }

    public boolean holdsInLikely(Fact fact) {
        return fact.holdsIn(likely());
    }

    int size() {
        return least.size();
    }

    long[] likely() {
        return likely.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether a world fits every fact. Used to check worlds again after they are found, by plain arithmetic. */
    public boolean fits(long[] world) {
        return fitsApartFromGroups(world)
                && groups.stream().allMatch(group -> group.stream().anyMatch(fact -> fact.holdsIn(world)));
    }

    boolean fitsApartFromGroups(long[] world) {
        for (int i = 0; i < size(); i++) {
            if (world[i] < least.get(i) || world[i] > most.get(i)) {
                return false;
            }
        }
        return facts.stream().allMatch(fact -> fact.holdsIn(world));
    }
}
