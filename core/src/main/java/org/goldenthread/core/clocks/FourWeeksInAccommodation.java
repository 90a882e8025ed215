package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A care leaver's pathway plan is reviewed as soon as practicable after 28 days in unregulated accommodation that the council provides (Care
 * Leavers (England) Regulations 2010, regulation 7(3)). A review before then is not that one.
 */
final class FourWeeksInAccommodation implements StartLaw {

    static final String UNREGULATED = "unregulated-accommodation-began";

    private static final int WEEKS = 4;

    private final AfterCare afterCare = new AfterCare();

    @Override
    public Optional<Occurrence> start(Occurrence told, List<Occurrence> person, @Nullable LocalDate born) {
        return afterCare
                .start(told, person, born)
                .map(from -> new Occurrence(
                        told.event(), told.record(), told.about(), from.on().plusWeeks(WEEKS), null));
    }

    @Override
    public boolean mayLieFarAhead() {
        return false;
    }

    @Override
    public Set<String> events() {
        return TimeInCare.EVENTS;
    }
}
