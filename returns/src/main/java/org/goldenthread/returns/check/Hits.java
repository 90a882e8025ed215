package org.goldenthread.returns.check;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The faults of every rule one after another. A region's returns have millions: what was found is kept as the rules gave it, and a fault is
 * put into words when it is asked for.
 *
 * @param <F> what a rule gives, such as the row at fault
 */
final class Hits<F> extends AbstractList<Hit> implements RandomAccess {
    private final List<List<F>> found;
    /** For each rule how many faults it and those before it have. */
    private final int[] ends;

    private final RuleRun.Telling<F> telling;

    /** @param found faults of each rule in their order, by its place among the rules */
    Hits(List<List<F>> found, RuleRun.Telling<F> telling) {
        this.found = found;
        this.telling = telling;
        this.ends = new int[found.size()];
        int count = 0;
        for (int rule = 0; rule < ends.length; rule++) {
            count += found.get(rule).size();
            ends[rule] = count;
        }
    }

    @Override
    public Hit get(int place) {
        int at = Arrays.binarySearch(ends, place);
        int rule = at < 0 ? -at - 1 : at + 1;
        // Rules without a fault end where the one before them does.
        while (ends[rule] <= place) {
            rule++;
        }
        List<F> ofRule = found.get(rule);
        return telling.hit(rule, ofRule.get(place - ends[rule] + ofRule.size()));
    }

    @Override
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }
}
