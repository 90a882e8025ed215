package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/**
 * The strengths and difficulties questionnaire, which is completed at least once a year of a child looked after who is 4 to 16 years old (SSDA903,
 * guide to the collection, OC2): from coming into care, or from the 4th birthday in care, until the 17th. One that would not be due before the 17th
 * birthday is not owed.
 */
final class QuestionnairesByAge implements WatchLaw {

    private static final int FROM = 4;
    private static final int UNTIL = 17;
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    @Override
    public List<Watched> watch(
            ClockRule rule,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> person,
            @Nullable LocalDate born,
            CouncilLimits limits) {
        LocalDate young = born == null ? LocalDate.MIN : Age.birthday(born, FROM);
        LocalDate over = born == null ? LocalDate.MAX : Age.birthday(born, UNTIL);
        LocalDate from = young.isAfter(start.on()) ? young : start.on();
        LocalDate ended = occurrences.stream()
                .filter(each -> rule.ends().contains(each.event()) && !each.on().isBefore(start.on()))
                .map(Occurrence::on)
                .findFirst()
                .orElse(null);
        if (!from.isBefore(over) || ended != null && ended.isBefore(from)) {
            return List.of();
        }
        List<LocalDate> completed = occurrences.stream()
                .filter(each -> rule.stops().contains(each.event()))
                .map(Occurrence::on)
                .filter(day -> day.isBefore(over))
                .toList();
        ReviewRule yearly = new ReviewRule(rule.limit(1), rule.limit(1), rule.limit(1), true);
        return ReviewTimetable.obligations(completed, from, ended, END_OF_TIME, yearly, limits).stream()
                .filter(owed -> owed.met() != null || owed.due().isBefore(over))
                .map(owed -> new Watched(
                        rule.id(),
                        start.about(),
                        owed.sequence(),
                        owed.start(),
                        owed.due(),
                        null,
                        owed.met(),
                        owed.voidDate(),
                        owed.met() == null ? null : owed.inTime(),
                        owed.lateByKnockOn(),
                        null,
                        0,
                        null))
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
