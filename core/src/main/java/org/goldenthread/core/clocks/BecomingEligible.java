package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A looked after child becomes an eligible child, whose needs are assessed within three months of the 16th birthday, or of the later day on
 * which they became so (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 42).
 */
final class BecomingEligible implements StartLaw {

    @Override
    public Optional<Occurrence> start(Occurrence told, List<Occurrence> person, @Nullable LocalDate born) {
        if (born == null) {
            return Optional.empty();
        }
        return new TimeInCare(person)
                .becameEligibleIn(told.about(), born)
                // What was assessed a little before the birthday is not owed again.
                .filter(day -> !TimeInCare.isAssessedBy(day.minusDays(1), person))
                .map(day -> new Occurrence(told.event(), told.record(), told.about(), day, null));
    }

    @Override
    public Set<String> events() {
        return TimeInCare.EVENTS;
    }
}
