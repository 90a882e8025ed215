package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.calendar.Age;

/**
 * The strengths and difficulties questionnaire, which is completed at least once a year of a child looked after who is 4 to 16 years old (SSDA903,
 * guide to the collection, OC2): from coming into care, or from the 4th birthday in care, until the 17th. One that would not be due before the 17th
 * birthday is not owed.
 */
final class QuestionnairesByAge implements WatchLaw {

    private static final int FROM = 4;
    private static final int UNTIL = 17;

    @Override
    public List<Watched> watch(Facts facts) {
        LocalDate born = facts.born();
        LocalDate began = facts.start().on();
        LocalDate young = born == null ? LocalDate.MIN : Age.birthday(born, FROM);
        LocalDate over = born == null ? LocalDate.MAX : Age.birthday(born, UNTIL);
        LocalDate from = young.isAfter(began) ? young : began;
        LocalDate ended = facts.ended();
        if (!from.isBefore(over) || ended != null && ended.isBefore(from)) {
            return List.of();
        }
        List<LocalDate> completed =
                facts.done().stream().filter(day -> day.isBefore(over)).toList();
        String limit = facts.rule().limit(1);
        ReviewRule yearly = new ReviewRule(limit, limit, limit, true);
        return ReviewTimetable.obligations(completed, from, ended, ClockRules.END_OF_TIME, yearly, facts.limits())
                .stream()
                .filter(owed -> owed.met() != null || owed.due().isBefore(over))
                .map(owed -> facts.watched(owed.sequence(), owed, null))
                .toList();
    }

    @Override
    public boolean mayLieFarAhead() {
        return true;
    }

    @Override
    public Set<String> events() {
        return Set.of();
    }
}
