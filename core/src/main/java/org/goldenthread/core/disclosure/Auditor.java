package org.goldenthread.core.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves that facts do not tell secrets.
 *
 * <p>For each secret it finds worlds that fit all the facts: one in which the secret is not small, and two that lie far enough apart. It
 * never concludes that a secret is safe from not having found a way to work it out; only from having found such worlds.
 */
public final class Auditor {

    private final DisclosureRules rules;
    private final WorldSearch search;
    private final List<long[]> worlds = new ArrayList<>();

    private Auditor(Facts facts, DisclosureRules rules) {
        this.rules = rules;
        this.search = new WorldSearch(facts);
    }

    /** The secrets that are told, or not proved untold; empty where all are proved. */
    public static List<Exposure> audit(Facts facts, List<Secret> secrets, DisclosureRules rules) {
        return new Auditor(facts, rules).audit(secrets);
    }

    private List<Exposure> audit(List<Secret> secrets) {
        if (secrets.isEmpty()) {
            return List.of();
        }
        search.findAny().ifPresent(worlds::add);
        if (worlds.isEmpty()) {
            return secrets.stream()
                    .map(secret -> new Exposure(
                            secret.cell(),
                            secret.cell()
                                    + ": no set of numbers was found that fits all that is shown, so nothing is proved."
                                    + " Hide the row (disclosure.always-hidden) or check its figures."))
                    .toList();
        }
        List<Exposure> exposures = new ArrayList<>();
        for (Secret secret : secrets) {
            if (secret.keptOpen() && !someWorldIsNotSmall(secret.sum())) {
                exposures.add(new Exposure(
                        secret.cell(),
                        secret.cell() + ": a reader could work out that it is a small number and not nought. "
                                + REMEDY));
            } else if (!isWide(secret)) {
                exposures.add(new Exposure(
                        secret.cell(), secret.cell() + ": a reader could work out too nearly what it is. " + REMEDY));
            }
        }
        return exposures;
    }

    private static final String REMEDY =
            "Hide more of what it adds up to or is part of, or add its measure to" + " disclosure.always-hidden.";

    private boolean someWorldIsNotSmall(Sum sum) {
        for (long[] world : worlds) {
            if (!rules.isSmall(sum.in(world))) {
                return true;
            }
        }
        return found(sum, rules.threshold() + 1L, Facts.MOST) || (rules.smallest() > 0 && found(sum, 0, 0));
    }

    private boolean isWide(Secret secret) {
        boolean isLarge = secret.span() != 0 && search.bounds(secret.sum())[0] > rules.threshold();
        if (secret.span() == 0 || isLarge) {
            return true;
        }
        long[] range = seen(secret.sum());
        if (range[1] - range[0] >= secret.span()) {
            return true;
        }
        if (found(secret.sum(), range[0] + secret.span(), Facts.MOST)) {
            return true;
        }
        if (range[1] >= secret.span() && found(secret.sum(), 0, range[1] - secret.span())) {
            return true;
        }
        // Neither end alone reaches far enough from what was seen: look for both ends themselves.
        long[] bounds = search.bounds(secret.sum());
        for (long end : new long[] {bounds[0], bounds[1]}) {
            found(secret.sum(), end, end);
        }
        long[] after = seen(secret.sum());
        return after[1] - after[0] >= secret.span();
    }

    private long[] seen(Sum sum) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long[] world : worlds) {
            low = Math.min(low, sum.in(world));
            high = Math.max(high, sum.in(world));
        }
        return new long[] {low, high};
    }

    private boolean found(Sum sum, long least, long most) {
        Optional<long[]> world = search.find(sum, least, most, worlds.getFirst());
        world.ifPresent(worlds::add);
        return world.isPresent();
    }
}
