package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often a personal adviser visits a care leaver where the council provides them with somewhere to live: Care Leavers (England) Regulations
 * 2010, regulation 8(2).
 *
 * <p>Within 7 days of its being provided; then, where it is unregulated, again before the pathway plan is reviewed under regulation 7(3), which is
 * as soon as practicable after 28 days: by the 28th day; then at most every two months.
 */
final class AdviserVisits implements VisitLaw {

    private static final Footing FOOTING = new Footing("adviser-visit-first", "", "adviser-visit", "adviser-visit");
    private static final int SECOND = 2;

    @Override
    public List<Spell> spells(LocalDate start, List<Occurrence> about, List<Occurrence> person) {
        return List.of(new Spell(start, FOOTING));
    }

    @Override
    public Set<String> events() {
        return Set.of();
    }

    @Override
    public Map<String, Asking> asked() {
        return Map.of(FourWeeksInAccommodation.UNREGULATED, new Asking("adviser-visit-before-review", SECOND));
    }
}
