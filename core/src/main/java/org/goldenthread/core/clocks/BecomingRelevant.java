package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/**
 * An eligible child who leaves care before 18 becomes a relevant child (Children Act 1989, section 23A). Where nobody has assessed their needs
 * yet, that is done within three months (Care Leavers (England) Regulations 2010, regulation 5).
 */
final class BecomingRelevant implements StartLaw {

    private static final int ADULT = 18;

    @Override
    public Optional<Occurrence> start(Occurrence told, List<Occurrence> person, @Nullable LocalDate born) {
        if (born == null
                || TimeInCare.isAssessedBy(told.on(), person)
                || !told.on().isBefore(Age.birthday(born, ADULT))) {
            return Optional.empty();
        }
        TimeInCare care = new TimeInCare(person);
        return care.wasEligibleBy(told.on(), born) && !care.isLookedAfterOn(told.on())
                ? Optional.of(told)
                : Optional.empty();
    }

    @Override
    public Set<String> events() {
        return TimeInCare.EVENTS;
    }
}
