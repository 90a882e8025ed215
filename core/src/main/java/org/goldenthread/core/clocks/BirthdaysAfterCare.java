package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.calendar.Age;

/**
 * What a care leaver does and where they live about each birthday from the 17th to the 21st, as the return asks it (SSDA903, OC3): somebody is in
 * touch with them at some time from three months before the birthday to one month after it. It is asked of those alone who had left care before
 * that birthday.
 */
final class BirthdaysAfterCare implements WatchLaw {

    private static final int YOUNGEST = 17;
    private static final int OLDEST = 21;
    private static final int MONTHS_BEFORE = 3;

    @Override
    public List<Watched> watch(Facts facts) {
        LocalDate born = facts.born();
        if (born == null) {
            return List.of();
        }
        LocalDate ended = facts.ended();
        List<Watched> watched = new ArrayList<>();
        TimeInCare care = new TimeInCare(facts.person());
        for (int age = YOUNGEST; age <= OLDEST; age++) {
            LocalDate birthday = Age.birthday(born, age);
            LocalDate due = facts.due(1, birthday);
            boolean over = ended != null && !ended.isAfter(birthday);
            // Who leaves care on the birthday itself had not left before it.
            boolean inCare = care.isLookedAfterOn(birthday.minusDays(1));
            if (over || inCare || facts.start().on().isAfter(due)) {
                continue;
            }
            LocalDate opens = birthday.minusMonths(MONTHS_BEFORE);
            LocalDate met = facts.done().stream()
                    .filter(day -> !day.isBefore(opens) && (ended == null || !day.isAfter(ended)))
                    .findFirst()
                    .orElse(null);
            watched.add(new Watched(
                    facts.rule().id(),
                    facts.start().about(),
                    age - YOUNGEST + 1,
                    opens,
                    due,
                    null,
                    met,
                    met == null ? ended : null,
                    met == null ? null : !met.isAfter(due),
                    false,
                    null,
                    0,
                    null));
        }
        return watched;
    }

    @Override
    public boolean mayLieFarAhead() {
        return true;
    }

    @Override
    public Set<String> events() {
        return TimeInCare.EVENTS;
    }
}
