package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/**
 * How often a child who is fostered privately must be visited: Children (Private Arrangements for Fostering) Regulations 2005.
 *
 * <p>Within 7 working days of the authority hearing that the child lives there (regulation 7); then every six weeks in the first year and
 * every twelve after it, the year counted from that hearing (regulation 8(1) and (6)); and when reasonably asked for (8(2)), for which the law
 * sets no days. It is over when the child turns 16, or 18 where disabled (Children Act 1989, section 66).
 */
final class PrivateFosteringVisits implements VisitLaw {

    private static final String DISABLED = "private-fostering-of-disabled-child";
    private static final int YEARS = 16;
    private static final int YEARS_IF_DISABLED = 18;
    private static final Footing FOOTING = new Footing(
            "private-fostering-visit-first", "", "private-fostering-visit-first-year", "private-fostering-visit-later");

    @Override
    public List<Spell> spells(LocalDate start, List<Occurrence> about, List<Occurrence> person) {
        return List.of(new Spell(start, FOOTING));
    }

    @Override
    public Set<String> events() {
        return Set.of(DISABLED);
    }

    @Override
    public Map<String, Asking> asked() {
        return Map.of("visit-requested", Asking.next("private-fostering-visit-requested"));
    }

    @Override
    public @Nullable LocalDate over(List<Occurrence> about, @Nullable LocalDate born) {
        boolean disabled = about.stream().anyMatch(each -> each.event().equals(DISABLED));
        return born == null ? null : Age.birthday(born, disabled ? YEARS_IF_DISABLED : YEARS);
    }
}
