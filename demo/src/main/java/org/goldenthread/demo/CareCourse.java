package org.goldenthread.demo;

import java.time.LocalDate;
import org.goldenthread.demo.CarePeriod.AdoptionCourse;
import org.goldenthread.demo.CarePeriod.Legal;
import org.jspecify.annotations.Nullable;

/** How long a child stays in care, and everything that happens meanwhile. */
final class CareCourse {
    private static final Weights HOME = Weights.of("E4A 58, E4B 12, E13 10, E41 8, E8 9, E3 2, E16 1");
    private static final Weights GROWN_UP = Weights.of("E17 30, E5 24, E6 18, E8 24, E7 4");
    private static final Weights GUARDIANS = Weights.of("E45 46, E47 38, E46 10, E48 6");
    private static final Weights ADOPTERS = Weights.of("MF L11 60, MF L3 15, MM L12 8, FF L12 8, F1 L0 7, MM L2 2");

    private final Records records;
    private final Dice dice;
    private final LegalCourse legal;
    private final PlacementCourse placements;
    private final CareEvents events;

    CareCourse(Records records, Dice dice) {
        this.records = records;
        this.dice = dice;
        this.legal = new LegalCourse(dice);
        this.placements = new PlacementCourse(dice, records.register);
        this.events = new CareEvents(records, dice);
    }

    CarePeriod run(Person person, LocalDate day, CareKind kind, String need) {
        AdoptionCourse adoption = adoption(person, day, kind);
        LocalDate adulthood = person.eighteenth();
        LocalDate end = switch (kind) {
            case SHORT -> day.plusDays(dice.chance(0.3) ? dice.between(4, 40) : 30 + dice.daysUntil(170));
            case LONG ->
                dice.chance(0.64) || person.ageOn(day) >= 16 ? adulthood : day.plusDays(380 + dice.daysUntil(900));
            case ADOPTION -> adoption != null && adoption.adopted() != null ? adoption.adopted() : adulthood;
            case GUARDIANSHIP -> day.plusDays(230 + dice.daysUntil(330));
            case UNACCOMPANIED -> dice.chance(0.93) ? adulthood : day.plusDays(dice.between(10, 200));
        };
        boolean grown = !end.isBefore(adulthood);
        LocalDate ended = grown ? adulthood : end;
        String reason = grown ? grownUpReason(person) : reason(kind, person, ended);
        CarePeriod period = new CarePeriod(day, ended, reason, need, false);
        period.adoption = adoption;
        legal.fill(person, period, kind);
        placements.fill(person, period, kind);
        boolean fostered = period.placements.getLast().type().startsWith("U");
        return complete(person, fostered ? period : withReason(period, withoutFosterCarers(reason)));
    }

    /** The same outcome for a child who was not with foster carers at the end: nobody to stay put with or to be guardian (516). */
    private static String withoutFosterCarers(String reason) {
        return switch (reason) {
            case "E17" -> "E5";
            case "E45" -> "E47";
            case "E46" -> "E48";
            default -> reason;
        };
    }

    private CarePeriod complete(Person person, CarePeriod period) {
        events.fill(person, period);
        return period;
    }

    private static CarePeriod withReason(CarePeriod period, String reason) {
        CarePeriod changed = new CarePeriod(period.started, period.ended, reason, period.need, false);
        changed.adoption = period.adoption;
        changed.legal.addAll(period.legal);
        changed.placements.addAll(period.placements);
        return changed;
    }

    private String grownUpReason(Person person) {
        String reason = dice.weighted(GROWN_UP);
        return reason.equals("E7") && person.disabilities.isEmpty() ? "E8" : reason;
    }

    private String reason(CareKind kind, Person person, LocalDate ended) {
        return switch (kind) {
            case ADOPTION -> dice.chance(0.45) ? "E11" : "E12";
            case GUARDIANSHIP -> dice.weighted(GUARDIANS);
            case UNACCOMPANIED -> dice.chance(0.3) ? "E15" : "E8";
            case SHORT, LONG -> person.ageOn(ended) >= 16 && dice.chance(0.3) ? "E6" : dice.weighted(HOME);
        };
    }

    private @Nullable AdoptionCourse adoption(Person person, LocalDate day, CareKind kind) {
        if (kind != CareKind.ADOPTION) {
            return null;
        }
        LocalDate ordered = Days.workingOnOrAfter(day.plusDays(dice.between(240, 370)));
        LocalDate decided = Days.workingOnOrBefore(ordered.minusDays(dice.between(10, 60)));
        String[] adopters = dice.weighted(ADOPTERS).split(" ");
        if (dice.chance(0.1)) {
            LocalDate reversed = Days.workingOnOrAfter(ordered.plusDays(dice.between(200, 420)));
            return new AdoptionCourse(decided, ordered, null, null, null, reversed, adopters[0], adopters[1], false);
        }
        boolean byFosterCarer = dice.chance(0.2);
        LocalDate matched = Days.workingOnOrAfter(ordered.plusDays(dice.between(20, byFosterCarer ? 60 : 200)));
        LocalDate placed = Days.workingOnOrAfter(matched.plusDays(dice.between(10, 35)));
        LocalDate adopted = Days.workingOnOrAfter(placed.plusDays(dice.between(120, 280)));
        if (adopted.getMonthValue() == 3 && adopted.getDayOfMonth() == 31) {
            // Of one who is adopted on the last day of the year the return wants and refuses the same answers (187,
            // 191).
            adopted = Days.workingOnOrBefore(adopted.minusDays(1));
        }
        boolean tooOld = adopted.isAfter(person.birth.plusYears(12));
        return tooOld
                ? null
                : new AdoptionCourse(
                        decided, ordered, matched, placed, adopted, null, adopters[0], adopters[1], byFosterCarer);
    }

    /** A series of short breaks in one place, recorded as an agreement (V4). */
    CarePeriod shortBreaks(Person person, LocalDate day) {
        LocalDate ended = Days.earlier(day.plusDays(dice.between(200, 700)), person.eighteenth());
        CarePeriod period = new CarePeriod(day, ended, "E8", "N2", true);
        period.legal.add(new Legal(day, "V4"));
        placements.fillShortBreaks(period);
        if (records.last.isAfter(day)) {
            period.reviews.add(Days.workingOnOrBefore(day.plusDays(85)));
        }
        return period;
    }
}
