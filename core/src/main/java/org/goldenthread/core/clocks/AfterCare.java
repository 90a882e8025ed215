package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is owed to those who have left care is owed from the day on which they leave, though its footing was laid while they were looked after. */
final class AfterCare implements StartLaw {

    @Override
    public Optional<Occurrence> start(Occurrence told, List<Occurrence> person, @Nullable LocalDate born) {
        return new TimeInCare(person)
                .firstDayOutOfCare(told.on())
                .map(day -> day.equals(told.on())
                        ? told
                        : new Occurrence(told.event(), told.record(), told.about(), day, null));
    }

    @Override
    public Set<String> events() {
        return TimeInCare.EVENTS;
    }
}
