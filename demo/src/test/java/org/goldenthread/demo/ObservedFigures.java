package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.demo.CarePeriod.Placement;

/** The figures of a borough counted from its people's lives alone, for one year that ends on 31 March. */
final class ObservedFigures {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales();

    private final List<Person> people;
    private final LocalDate from;
    private final LocalDate to;

    ObservedFigures(Borough borough, int yearEnd) {
        people = borough.people();
        from = LocalDate.of(yearEnd - 1, 4, 1);
        to = LocalDate.of(yearEnd, 3, 31);
    }

    double of(String key) {
        return switch (key) {
            case "referrals" -> referrals().size();
            case "referrals-repeat" -> percent(referrals(), this::isRepeat);
            case "referrals-no-further-action" -> percent(referrals(), of -> of.held().noFurtherAction);
            case "assessments-in-time" -> percent(assessments(), of -> wait(of[0], of[1]) <= 45);
            case "children-in-need" -> people.stream().filter(this::isInNeed).count();
            case "plans" ->
                people.stream().filter(person -> person.hasPlanOn(to)).count();
            case "conferences-in-time" -> percent(conferences(), of -> wait(of[0], of[1]) <= 15);
            case "plan-reviews-in-time" -> percent(reviewedPlans(), this::isReviewedInTime);
            case "plans-second" -> percent(plansBegun(), of -> of.plan().previous() > 0);
            case "plans-second-two-years" -> percent(plansBegun(), this::isSecondWithinTwoYears);
            case "looked-after" -> lookedAfter().size();
            case "unaccompanied" ->
                lookedAfter().stream().filter(of -> of.person().unaccompanied).count();
            case "care-reviews-in-time" -> percent(careReviews(), of -> !of[1].isAfter(of[0]));
            case "three-placements" -> percent(lookedAfter(), of -> placementsInYear(of.period()) >= 3);
            case "long-term-stability" ->
                percent(longTerm(), of -> !carerSince(of.period()).isAfter(to.minusYears(2)));
            case "permanence" ->
                ended().filter(of -> of.endReason.matches("E11|E12|E4[5-8]")).count();
            case "leavers-active" -> percent(birthdays(), of -> of.activity().matches("[FP].*"));
            case "leavers-suitable" ->
                percent(birthdays(), of -> of.accommodation().endsWith("1"));
            default -> throw new IllegalArgumentException("No count here for \"" + key + "\".");
        };
    }

    record Referral(Person person, Case held) {}

    record Plan(Person person, Case.ProtectionPlan plan) {}

    record Care(Person person, CarePeriod period) {}

    private boolean inYear(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static <T> double percent(List<T> all, Predicate<T> some) {
        return 100.0 * all.stream().filter(some).count() / all.size();
    }

    private static int wait(LocalDate start, LocalDate end) {
        return CALENDAR.workingDaysBetween(start, end);
    }

    List<Referral> referrals() {
        return people.stream()
                .flatMap(person -> person.cases.stream()
                        .filter(held -> inYear(held.referred))
                        .map(held -> new Referral(person, held)))
                .toList();
    }

    private boolean isRepeat(Referral referral) {
        return referral.person().cases.stream()
                .anyMatch(held -> held.referred.isBefore(referral.held().referred)
                        && held.referred.isAfter(referral.held().referred.minusMonths(12)));
    }

    private List<LocalDate[]> assessments() {
        List<LocalDate[]> assessments = new ArrayList<>();
        people.forEach(person -> person.cases.forEach(held -> held.assessments.stream()
                .filter(assessment -> inYear(assessment.authorised()))
                .forEach(assessment -> assessments.add(new LocalDate[] {held.referred, assessment.authorised()}))));
        return assessments;
    }

    private List<LocalDate[]> conferences() {
        List<LocalDate[]> conferences = new ArrayList<>();
        people.forEach(person -> person.cases.forEach(held -> held.enquiries.stream()
                .filter(enquiry -> enquiry.conference() != null && inYear(enquiry.conference()))
                .forEach(enquiry -> conferences.add(new LocalDate[] {enquiry.started(), enquiry.conference()}))));
        return conferences;
    }

    private boolean isInNeed(Person person) {
        return person.ageOn(to) < 18
                && !person.hasPlanOn(to)
                && !person.isLookedAfterOn(to)
                && person.cases.stream()
                        .anyMatch(held -> held.isOpenOn(to)
                                && held.assessments.stream()
                                        .anyMatch(assessment ->
                                                !assessment.authorised().isAfter(to)));
    }

    private List<Plan> plansBegun() {
        return people.stream()
                .flatMap(person -> person.cases.stream()
                        .flatMap(held -> held.plans.stream())
                        .filter(plan -> inYear(plan.started()))
                        .map(plan -> new Plan(person, plan)))
                .toList();
    }

    private boolean isSecondWithinTwoYears(Plan begun) {
        return begun.person().cases.stream()
                .flatMap(held -> held.plans.stream())
                .anyMatch(plan -> plan.started().isBefore(begun.plan().started())
                        && plan.ended().isAfter(begun.plan().started().minusYears(2)));
    }

    private List<Case.ProtectionPlan> reviewedPlans() {
        return people.stream()
                .flatMap(person -> person.cases.stream())
                .flatMap(held -> held.plans.stream())
                .filter(plan -> plan.isOpenOn(to) && !plan.started().isAfter(to.minusMonths(3)))
                .toList();
    }

    private boolean isReviewedInTime(Case.ProtectionPlan plan) {
        LocalDate due = plan.started().plusMonths(3);
        for (LocalDate review : plan.reviews()) {
            if (review.isAfter(to)) {
                break;
            }
            if (review.isAfter(due)) {
                return false;
            }
            due = review.plusMonths(6);
        }
        return due.isAfter(to);
    }

    private List<Care> lookedAfter() {
        return people.stream()
                .flatMap(person -> person.carePeriods.stream()
                        .filter(period -> !period.shortBreaks && period.isOpenOn(to))
                        .map(period -> new Care(person, period)))
                .toList();
    }

    private java.util.stream.Stream<CarePeriod> ended() {
        return people.stream()
                .flatMap(person -> person.carePeriods.stream())
                .filter(period -> !period.shortBreaks && inYear(period.ended));
    }

    private List<LocalDate[]> careReviews() {
        List<LocalDate[]> reviews = new ArrayList<>();
        people.forEach(person -> person.carePeriods.stream()
                .filter(period -> !period.shortBreaks)
                .forEach(period -> {
                    LocalDate due = CALENDAR.addWorkingDays(period.started, 20);
                    int sequence = 1;
                    for (LocalDate review : period.reviews) {
                        if (inYear(review)) {
                            reviews.add(new LocalDate[] {due, review});
                        }
                        due = review.plusMonths(sequence == 1 ? 3 : 6);
                        sequence++;
                    }
                }));
        return reviews;
    }

    private long placementsInYear(CarePeriod period) {
        long count = 0;
        for (int index = 0; index < period.placements.size(); index++) {
            Placement placement = period.placements.get(index);
            boolean last = index + 1 == period.placements.size();
            boolean openInYear = !placement.from().isAfter(to)
                    && (last || period.placements.get(index + 1).from().isAfter(from));
            boolean back = index > 0 && period.placements.get(index - 1).isTemporary();
            if (openInYear && !placement.isTemporary() && !placement.sameCarer() && !back) {
                count++;
            }
        }
        return count;
    }

    private List<Care> longTerm() {
        return lookedAfter().stream()
                .filter(of -> of.person().ageOn(to) < 16 && Days.count(of.period().started, to) >= 913)
                .toList();
    }

    private LocalDate carerSince(CarePeriod period) {
        LocalDate since = period.started;
        for (int index = 0; index < period.placements.size(); index++) {
            Placement placement = period.placements.get(index);
            boolean back = index > 0 && period.placements.get(index - 1).isTemporary();
            if (!placement.from().isAfter(to) && !placement.sameCarer() && !placement.isTemporary() && !back) {
                since = placement.from();
            }
        }
        return since;
    }

    private List<Aftercare.Birthday> birthdays() {
        return people.stream()
                .filter(person -> person.aftercare != null)
                .flatMap(person -> person.aftercare.birthdays().stream())
                .filter(birthday -> birthday.age() >= 19 && inYear(birthday.day()))
                .toList();
    }
}
