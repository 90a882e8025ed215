package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.demo.CarePeriod.AdoptionCourse;
import org.jspecify.annotations.Nullable;

/** Lists 10 and 11: children for whom adoption was the plan within the last year, and those who would adopt. */
final class AnnexAAdoptionLists {
    private AnnexAAdoptionLists() {}

    private static boolean isInLists(AnnexAContext context, CarePeriod period) {
        AdoptionCourse course = period.adoption;
        return course != null
                && context.knowledge.has(course.decided())
                && !period.ended.isBefore(context.yearBefore)
                && (course.reversed() == null || !course.reversed().isBefore(context.yearBefore));
    }

    record Children(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return List.of(
                    "Child Unique ID",
                    "Family identifier",
                    "Gender",
                    "Ethnicity",
                    "Date of Birth",
                    "Age of Child (Years)",
                    DISABILITY,
                    "Date the Child Entered Care",
                    "Date of Decision that Child Should be Placed for Adoption",
                    "Date of Placement Order",
                    "Date of Matching Child and Prospective Adopters",
                    "Date Placed for Adoption",
                    "Date of Adoption Order",
                    "Date of Decision that Child Should No Longer be Placed for Adoption",
                    "Reason Why Child No Longer Placed for Adoption",
                    "Date the child was placed for fostering in FFA or concurrent planning placement");
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (CarePeriod period : person.carePeriods) {
                    AdoptionCourse course = period.adoption;
                    if (course != null && isInLists(context, period)) {
                        fill(sheet, person, period, course);
                    }
                }
            }
        }

        private void fill(AnnexASheet sheet, Person person, CarePeriod period, AdoptionCourse course) {
            LocalDate reversed = context.known(course.reversed());
            LocalDate early = period.placements.stream()
                    .filter(placement -> placement.type().equals("U5"))
                    .map(CarePeriod.Placement::from)
                    .findFirst()
                    .orElse(null);
            sheet.row(
                    person.id(),
                    family(person, context.known(course.matched())),
                    person.sex.annexA(),
                    AnnexAContext.ethnicity(person),
                    person.birth,
                    person.ageOn(context.day),
                    AnnexAContext.disability(person),
                    period.started,
                    course.decided(),
                    context.known(course.ordered()),
                    context.known(course.matched()),
                    context.known(course.placed()),
                    context.known(course.adopted()),
                    reversed,
                    reversed == null ? null : "a) Child’s needs changed",
                    context.known(early));
        }
    }

    private static @Nullable String family(Person person, @Nullable LocalDate matched) {
        return matched == null ? null : "FAM" + (20_000 + person.number);
    }

    record Adopters(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return List.of(
                    "Individual adopter identifier",
                    "Family identifier",
                    "Gender",
                    "Ethnicity",
                    "Disability",
                    "Is the (prospective) adopter fostering for adoption?",
                    "Date enquiry received",
                    "Date Stage 1 started",
                    "Date Stage 1 ended",
                    "Date Stage 2 started",
                    "Date Stage 2 ended",
                    "Date application submitted",
                    "Date application approved",
                    "Date adopter matched with child(ren)",
                    "Date child/children placed with adopter(s)",
                    "No. of children placed",
                    "Date of Adoption Order",
                    "Date of leaving adoption process",
                    "Reason for leaving adoption process");
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (CarePeriod period : person.carePeriods) {
                    AdoptionCourse course = period.adoption;
                    LocalDate matched = course == null ? null : context.known(course.matched());
                    if (course != null && matched != null && isInLists(context, period)) {
                        fill(sheet, person, period, course, matched);
                    }
                }
            }
        }

        private void fill(
                AnnexASheet sheet, Person person, CarePeriod period, AdoptionCourse course, LocalDate matched) {
            LocalDate approved = Days.workingOnOrBefore(matched.minusDays(30 + person.number % 150));
            LocalDate placed = context.known(course.placed());
            int adopters = course.adopters().endsWith("1") ? 1 : 2;
            for (int adopter = 1; adopter <= adopters; adopter++) {
                char sex = course.adopters().charAt(adopters == 1 ? 0 : adopter - 1);
                sheet.row(
                        "ADP" + (20_000 + person.number) + "-" + adopter,
                        family(person, matched),
                        (sex == 'M' ? Sex.MALE : Sex.FEMALE).annexA(),
                        AnnexAContext.ethnicity(person),
                        "b) No",
                        period.isAdoptedByFosterCarer() ? "Yes" : "No",
                        Days.workingOnOrBefore(approved.minusDays(230)),
                        Days.workingOnOrBefore(approved.minusDays(210)),
                        Days.workingOnOrBefore(approved.minusDays(150)),
                        Days.workingOnOrBefore(approved.minusDays(135)),
                        Days.workingOnOrBefore(approved.minusDays(20)),
                        Days.workingOnOrBefore(approved.minusDays(15)),
                        approved,
                        matched,
                        placed,
                        placed == null ? null : 1,
                        context.known(course.adopted()),
                        null,
                        null);
            }
        }
    }
}
