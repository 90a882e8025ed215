package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.demo.Case.Assessment;
import org.goldenthread.demo.Case.ProtectionPlan;

/** The case that each time in care belongs to: how the child came to notice before it, and what follows after. */
final class CareCases {
    private final Records records;
    private final Dice dice;
    private final ProtectionCourse protection;

    CareCases(Records records, Dice dice) {
        this.records = records;
        this.dice = dice;
        this.protection = new ProtectionCourse(records, dice);
    }

    void open(Person person, CarePeriod period, CareKind kind) {
        LocalDate referred = referralBefore(person, period, kind);
        Case held = new Case(referred, source(kind, referred), period.need, false);
        List<String> factors = kind == CareKind.UNACCOMPANIED ? List.of("9A") : Assessing.factors(dice);
        Assessment assessment = Assessing.assessment(
                referred, Assessing.workingDays(records.calibration, referred, dice), factors, dice);
        held.assessments.add(assessment);
        boolean plan = !person.unaccompanied && Days.count(referred, period.started) > 75 && dice.chance(0.6);
        if (plan) {
            planBefore(person, held, period);
        } else if (period.legal.getFirst().status().matches("L1|C1")) {
            held.enquiries.add(Assessing.enquiryWithoutConference(Days.workingOnOrAfter(referred)));
        }
        end(person, held, period);
        records.keep(person, held);
    }

    private LocalDate referralBefore(Person person, CarePeriod period, CareKind kind) {
        int lead = kind == CareKind.UNACCOMPANIED
                ? 0
                : dice.chance(0.35) ? dice.between(0, 20) : dice.between(21, kind == CareKind.SHORT ? 200 : 330);
        LocalDate referred = Days.later(Days.workingOnOrBefore(period.started.minusDays(lead)), person.birth);
        for (Case earlier : person.cases) {
            if (earlier.closed != null) {
                referred = Days.later(referred, earlier.closed.plusDays(1));
            }
        }
        return Days.earlier(referred, period.started);
    }

    private String source(CareKind kind, LocalDate day) {
        return kind == CareKind.UNACCOMPANIED
                ? (dice.chance(0.6) ? "7" : "6")
                : Assessing.source(dice, DemoOptions.yearEnd(day).getYear());
    }

    /** A plan that ends as the child comes into care or soon after. */
    private void planBefore(Person person, Case held, CarePeriod period) {
        LocalDate conference = Days.workingOnOrAfter(held.referred.plusDays(dice.between(32, 40)));
        LocalDate enquired =
                Days.later(Assessing.enquiryBefore(conference, records, dice).started(), held.referred);
        held.enquiries.add(new Case.Enquiry(enquired, Days.after(enquired, 15), conference));
        LocalDate until =
                Days.earlier(Days.workingOnOrAfter(period.started.plusDays(dice.between(1, 30))), person.eighteenth());
        ProtectionPlan plan = protection.planUntil(conference, until, 0);
        if (plan.ended().isAfter(plan.started())) {
            held.plans.add(plan);
        }
    }

    private void end(Person person, Case held, CarePeriod period) {
        switch (period.endReason) {
            case "E11", "E12" -> held.close(period.ended, "RC1");
            case "E45", "E46", "E47", "E48" -> held.close(period.ended, "RC4");
            case "E41" -> held.close(period.ended.plusDays(dice.between(0, 60)), "RC3");
            case "E3" -> held.close(period.ended, "RC5");
            case "E7" -> held.close(period.ended.plusDays(dice.between(0, 30)), "RC6");
            default -> endOtherwise(person, held, period);
        }
    }

    /** Care leavers stay open to 21, most of them; others are helped at home for a while. */
    private void endOtherwise(Person person, Case held, CarePeriod period) {
        boolean grown = !period.ended.isBefore(person.eighteenth());
        if (grown && Days.count(period.started, period.ended) >= 91) {
            LocalDate until =
                    person.birth.plusYears(dice.chance(0.75) ? 21 : 19).plusDays(dice.between(0, 200));
            held.close(Days.workingOnOrAfter(until), "RC7");
        } else if (grown) {
            held.close(period.ended, "RC7");
        } else {
            LocalDate until = Days.workingOnOrAfter(period.ended.plusDays(dice.between(10, 150)));
            held.close(Days.earlier(until, person.eighteenth()), "RC7");
        }
        if (person.unaccompanied && period.endReason.equals("E15")) {
            held.close(period.ended, "RC7");
        }
    }

    void openForShortBreaks(Person person, CarePeriod period) {
        LocalDate referred = Days.workingOnOrBefore(period.started.minusDays(dice.between(40, 200)));
        Case held = new Case(
                referred, Assessing.source(dice, DemoOptions.yearEnd(referred).getYear()), "N2", false);
        held.assessments.add(Assessing.assessment(
                referred, Assessing.workingDays(records.calibration, referred, dice), List.of("5A", "6A"), dice));
        held.close(Days.workingOnOrAfter(period.ended.plusDays(dice.between(5, 40))), "RC7");
        records.keep(person, held);
    }
}
