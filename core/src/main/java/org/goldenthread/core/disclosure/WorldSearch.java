package org.goldenthread.core.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.goldenthread.core.disclosure.Bounds.Ceiling;
import org.jspecify.annotations.Nullable;

/**
 * Finds worlds: values for all unknowns that fit all facts.
 *
 * <p>Bounds are tightened fact by fact until nothing moves; then one unknown is set, nearest to its likely value first, and so on. Only
 * unknowns that hang together with the sum asked for are moved; the rest stay as in a world known already. A world found is checked by
 * plain arithmetic. The search may give up after a number of steps, which the caller takes as "not proved", never as "safe".
 */
final class WorldSearch {

    /** Steps before a search gives up; a step sets one unknown and tightens the rest. */
    private static final int STEPS = 300;

    /**
     * Where a search starts: at the likely values, then at many times those, where the same percentages stand for so many that one
     * month's can change without its showing in the year's.
     */
    private static final long[] SCALES = {1, 16};

    private final Facts facts;
    private final long[] likely;
    private final @Nullable Bounds root;
    /** Which unknowns hang together through facts: the least of each such set. */
    private final int[] piece;
    /** Groups of which no member is sure to begin with. */
    private final List<List<Facts.Fact>> openGroups = new ArrayList<>();

    WorldSearch(Facts facts) {
        this.facts = facts;
        this.likely = facts.likely();
        List<Ceiling> ceilings = new ArrayList<>();
        for (Facts.Fact fact : facts.facts) {
            Ceiling.add(ceilings, fact.sum(), fact.least(), fact.most());
        }
        List<List<Ceiling>> byUnknown = new ArrayList<>();
        for (int i = 0; i < likely.length; i++) {
            byUnknown.add(new ArrayList<>());
        }
        for (Ceiling ceiling : ceilings) {
            for (int unknown : ceiling.unknowns()) {
                byUnknown.get(unknown).add(ceiling);
            }
        }
        Bounds bounds = new Bounds(
                facts.least.stream().mapToLong(Long::longValue).toArray(),
                facts.most.stream().mapToLong(Long::longValue).toArray(),
                byUnknown.stream().map(list -> list.toArray(new Ceiling[0])).toArray(Ceiling[][]::new));
        root = bounds.tighten(ceilings) ? bounds : null;
        piece = new int[likely.length];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = i;
        }
        for (Facts.Fact fact : facts.facts) {
            join(bounds, fact.sum().unknowns);
        }
        for (List<Facts.Fact> group : facts.groups) {
            if (group.stream().noneMatch(bounds::isSure)) {
                openGroups.add(group);
            }
        }
    }

    private void join(Bounds bounds, int[] unknowns) {
        int first = -1;
        for (int unknown : unknowns) {
            if (bounds.isSet(unknown)) {
                continue;
            }
            int top = topOf(unknown);
            if (first < 0) {
                first = top;
            } else {
                piece[Math.max(first, top)] = Math.min(first, top);
                first = Math.min(first, top);
            }
        }
    }

    private int topOf(int unknown) {
        int top = unknown;
        while (piece[top] != top) {
            top = piece[top];
        }
        piece[unknown] = top;
        return top;
    }

    /**
     * A world in which {@code sum} lies between the two values; empty if there is none or none was found in time.
     *
     * @param known a world that fits all facts, from which as little as possible is changed; null where none is known. Groups that
     *     it does not meet need not be met by the world found.
     */
    Optional<long[]> find(Sum sum, long least, long most, long @Nullable [] known) {
        if (root == null) {
            return Optional.empty();
        }
        Bounds bounds = root.copy();
        BitSet moving = known == null ? allPieces() : piecesOf(sum, known);
        List<List<Facts.Fact>> groups = new ArrayList<>(openGroups);
        if (known != null) {
            groups.removeIf(group -> group.stream().noneMatch(fact -> fact.holdsIn(known)));
        }
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < likely.length; i++) {
            if (known != null && !moving.get(topOf(i))) {
                bounds.low[i] = known[i];
                bounds.high[i] = known[i];
            } else if (!bounds.isSet(i)) {
                free.add(i);
            }
        }
        if (!bounds.limit(sum, least, most)) {
            return Optional.empty();
        }
        boolean groupsToo = known == null || facts.fits(known);
        int[] moved = free.stream().mapToInt(Integer::intValue).toArray();
        for (long scale : SCALES) {
            Optional<long[]> world = new Attempt(moved, scale)
                    .search(bounds, groups)
                    .filter(found -> groupsToo ? facts.fits(found) : facts.fitsApartFromGroups(found));
            if (world.isPresent()) {
                return world;
            }
        }
        return Optional.empty();
    }

    /** A first world: the likely values where they fit, else these with each group that lacks a small member given one. */
    Optional<long[]> findAny() {
        if (facts.fits(likely)) {
            return Optional.of(likely);
        }
        if (!facts.fitsApartFromGroups(likely)) {
            return find(Sum.NOTHING, 0, 0, null).filter(facts::fits);
        }
        long[] world = likely;
        for (List<Facts.Fact> group : openGroups) {
            long[] sofar = world;
            if (group.stream().anyMatch(fact -> fact.holdsIn(sofar))) {
                continue;
            }
            Optional<long[]> repaired = group.stream()
                    .sorted(Comparator.comparingLong(this::distance))
                    .map(fact -> find(fact.sum(), fact.least(), fact.most(), sofar))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (repaired.isEmpty()) {
                return find(Sum.NOTHING, 0, 0, null).filter(facts::fits);
            }
            world = repaired.get();
        }
        return Optional.of(world).filter(facts::fits);
    }

    private long distance(Facts.Fact fact) {
        long value = fact.sum().in(likely);
        return value < fact.least() ? fact.least() - value : Math.max(0, value - fact.most());
    }

    /** The bounds of a sum that follow from the facts by tightening alone. */
    long[] bounds(Sum sum) {
        return root == null ? new long[] {0, 0} : new long[] {root.leastOf(sum), root.mostOf(sum)};
    }

    private BitSet allPieces() {
        BitSet all = new BitSet();
        for (int i = 0; i < piece.length; i++) {
            all.set(topOf(i));
        }
        return all;
    }

    /** The pieces of a sum, and those of groups that would otherwise lose their only small member. */
    private BitSet piecesOf(Sum sum, long[] known) {
        BitSet moving = new BitSet();
        addPieces(moving, sum);
        boolean grown = true;
        while (grown) {
            int before = moving.cardinality();
            for (List<Facts.Fact> group : openGroups) {
                boolean stays = group.stream().anyMatch(fact -> fact.holdsIn(known) && isStill(fact.sum(), moving));
                boolean met = group.stream().anyMatch(fact -> fact.holdsIn(known));
                if (met && !stays && group.stream().anyMatch(fact -> !isStill(fact.sum(), moving))) {
                    group.forEach(fact -> addPieces(moving, fact.sum()));
                }
            }
            grown = moving.cardinality() > before;
        }
        return moving;
    }

    private void addPieces(BitSet to, Sum sum) {
        for (int unknown : sum.unknowns) {
            to.set(topOf(unknown));
        }
    }

    private boolean isStill(Sum sum, BitSet moving) {
        for (int unknown : sum.unknowns) {
            if (moving.get(topOf(unknown)) && root != null && !root.isSet(unknown)) {
                return false;
            }
        }
        return true;
    }

    /** One search over the unknowns that are free to move. */
    private final class Attempt {
        private final int[] free;
        private final long scale;
        private final int[] steps;

        Attempt(int[] free, long scale) {
            this.free = free;
            this.scale = scale;
            this.steps = new int[] {STEPS + free.length};
        }

        Optional<long[]> search(Bounds bounds, List<List<Facts.Fact>> groups) {
            if (steps[0]-- <= 0) {
                return Optional.empty();
            }
            List<List<Facts.Fact>> open = groups.stream()
                    .filter(group -> group.stream().noneMatch(bounds::isSure))
                    .toList();
            if (!open.isEmpty()) {
                return searchGroup(bounds, open);
            }
            int unknown = narrowestFree(bounds);
            if (unknown < 0) {
                return Optional.of(bounds.low);
            }
            long start = Math.max(bounds.low[unknown], Math.min(bounds.high[unknown], scale * likely[unknown]));
            return within(bounds, open, unknown, start, start)
                    .or(() -> within(bounds, open, unknown, start + 1, bounds.high[unknown]))
                    .or(() -> within(bounds, open, unknown, bounds.low[unknown], start - 1));
        }

        private Optional<long[]> within(
                Bounds bounds, List<List<Facts.Fact>> groups, int unknown, long least, long most) {
            if (least > most || steps[0] <= 0) {
                return Optional.empty();
            }
            Bounds part = bounds.copy();
            return part.limit(Sum.of(unknown), least, most) ? search(part, groups) : Optional.empty();
        }

        private Optional<long[]> searchGroup(Bounds bounds, List<List<Facts.Fact>> open) {
            List<Facts.Fact> order = new ArrayList<>(open.getFirst());
            order.sort(Comparator.comparingLong(WorldSearch.this::distance)
                    .thenComparingInt(fact -> fact.sum().unknowns.length));
            List<List<Facts.Fact>> rest = open.subList(1, open.size());
            for (Facts.Fact fact : order) {
                Bounds chosen = bounds.copy();
                if (chosen.limit(fact.sum(), fact.least(), fact.most())) {
                    Optional<long[]> found = search(chosen, rest);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }

        private int narrowestFree(Bounds bounds) {
            int found = -1;
            long narrowest = Long.MAX_VALUE;
            for (int unknown : free) {
                long width = bounds.high[unknown] - bounds.low[unknown];
                if (width > 0 && width < narrowest) {
                    narrowest = width;
                    found = unknown;
                }
            }
            return found;
        }
    }
}
