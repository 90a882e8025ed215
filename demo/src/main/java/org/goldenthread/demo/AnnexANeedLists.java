package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists 4 to 7: assessments, section 47 enquiries, children in need, child protection plans. */
final class AnnexANeedLists {
    private static final String TEAM = "Referral and Assessment Team";
    private static final String PLANNING_TEAM = "Safeguarding and Care Planning Team";

    private AnnexANeedLists() {}

    private static List<String> columns(String... own) {
        return Stream.of(
                        AnnexAList.CHILD.stream(),
                        Stream.of(AnnexAList.DISABILITY),
                        Stream.of(own),
                        AnnexAList.WORKER.stream())
                .flatMap(stream -> stream)
                .toList();
    }

    record Assessments(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return AnnexANeedLists.columns(
                    "Continuous Assessment Start Date",
                    "Child Seen During Continuous Assessment",
                    "Continuous Assessment Date of Authorisation",
                    "Was the child assessed as requiring LA children's social care support?");
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (Case held : person.cases) {
                    for (Case.Assessment assessment : held.assessments) {
                        boolean known = context.knowledge.hasRecorded(person, assessment.authorised());
                        boolean open = context.knowledge.has(assessment.started()) && !known;
                        if (open || context.isInSixMonths(assessment.started())) {
                            sheet.row(
                                    context.child(person),
                                    AnnexAContext.disability(person),
                                    assessment.started(),
                                    AnnexAContext.yesOrNo(!open || AnnexAContext.chance(person, 1, 60)),
                                    known ? assessment.authorised() : null,
                                    known
                                            ? AnnexAContext.yesOrNo(
                                                    !assessment.factors().contains("21"))
                                            : null,
                                    context.worker(person, TEAM));
                        }
                    }
                }
            }
        }
    }

    record Enquiries(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return AnnexANeedLists.columns(
                    "Strategy discussion initiating Section 47 Enquiry Start Date",
                    "Was an Initial Child Protection Conference deemed unnecessary?",
                    "Date of Initial Child Protection Conference",
                    "Did the Initial Child Protection Conference Result in a Child Protection Plan",
                    "Number of Section 47 Enquiries in the last 12 months",
                    "Number of ICPCs in the last 12 months");
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (Case held : person.cases) {
                    for (Case.Enquiry enquiry : held.enquiries) {
                        if (context.isInSixMonths(enquiry.started())) {
                            fill(sheet, person, enquiry);
                        }
                    }
                }
            }
        }

        private void fill(AnnexASheet sheet, Person person, Case.Enquiry enquiry) {
            List<Case.Enquiry> all = person.cases.stream()
                    .flatMap(held -> held.enquiries.stream())
                    .toList();
            LocalDate conference = context.known(enquiry.conference());
            sheet.row(
                    context.child(person),
                    AnnexAContext.disability(person),
                    enquiry.started(),
                    AnnexAContext.yesOrNo(enquiry.conference() == null),
                    conference,
                    conference == null ? null : AnnexAContext.yesOrNo(person.hasPlanOn(conference)),
                    all.stream()
                            .filter(other -> context.isInYear(other.started()))
                            .count(),
                    all.stream()
                            .filter(other -> context.isInYear(other.conference()))
                            .count(),
                    context.worker(person, TEAM));
        }
    }

    record InNeed(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return AnnexANeedLists.columns(
                    "CIN Start Date",
                    "Primary Need Code",
                    "Date Child Was Last Seen",
                    "CIN Closure Date",
                    "Reason for Closure",
                    "Case Status");
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                if (person.ageOn(context.day) >= 18) {
                    continue;
                }
                for (Case held : person.cases) {
                    boolean closed = context.knowledge.hasRecorded(person, held.closed);
                    boolean current = context.knowledge.has(held.referred) && !closed;
                    if (!held.noFurtherAction && (current || context.isInSixMonths(held.closed))) {
                        fill(sheet, person, held, closed ? held.closed : null);
                    }
                }
            }
        }

        private void fill(AnnexASheet sheet, Person person, Case held, @Nullable LocalDate closed) {
            LocalDate latest = closed == null ? context.day : closed;
            sheet.row(
                    context.child(person),
                    AnnexAContext.disability(person),
                    held.referred,
                    AnnexASpellings.need(held.need),
                    AnnexAContext.lately(person, latest, held.referred, 28),
                    closed,
                    closed == null || held.closureReason == null ? null : AnnexASpellings.closure(held.closureReason),
                    status(person, held, closed),
                    context.worker(person, PLANNING_TEAM));
        }

        private String status(Person person, Case held, @Nullable LocalDate closed) {
            if (closed != null) {
                return "e) Closed episode";
            }
            if (person.isLookedAfterOn(context.day)) {
                return "a) Looked after child";
            }
            if (person.hasPlanOn(context.day)) {
                return "b) Child Protection plan";
            }
            boolean assessed = held.assessments.stream()
                    .anyMatch(assessment -> context.knowledge.hasRecorded(person, assessment.authorised()));
            return assessed ? "c) Child in need plan" : "d) Open assessment";
        }
    }

    record Plans(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return AnnexANeedLists.columns(
                    "Child Protection Plan Start Date",
                    "Initial Category of Abuse",
                    "Latest Category of Abuse",
                    "Date of the Last Statutory Visit",
                    "Was the Child Seen Alone?",
                    "Date of latest review conference",
                    "Child Protection Plan End Date",
                    "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
                    "Number of Previous Child Protection Plans");
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (Case held : person.cases) {
                    for (Case.ProtectionPlan plan : held.plans) {
                        if (context.knowledge.has(plan.started())
                                && !plan.ended().isBefore(context.sixMonthsBefore)) {
                            fill(sheet, person, plan);
                        }
                    }
                }
            }
        }

        private void fill(AnnexASheet sheet, Person person, Case.ProtectionPlan plan) {
            LocalDate ended = context.known(plan.ended());
            List<LocalDate> reviews = context.knowledge.reviews(person, plan.reviews());
            LocalDate latest = ended == null ? context.day : ended;
            boolean protectedByPolice = person.carePeriods.stream()
                    .anyMatch(period -> context.isInSixMonths(period.started)
                            && period.legal.getFirst().status().equals("L1"));
            sheet.row(
                    context.child(person),
                    AnnexAContext.disability(person),
                    plan.started(),
                    AnnexASpellings.abuse(plan.firstCategory()),
                    AnnexASpellings.abuse(plan.lastCategory()),
                    AnnexAContext.lately(person, latest, plan.started(), 16),
                    AnnexAContext.yesOrNo(person.ageOn(context.day) >= 2 && AnnexAContext.chance(person, 2, 92)),
                    reviews.isEmpty() ? null : reviews.getLast(),
                    ended,
                    AnnexAContext.yesOrNo(protectedByPolice),
                    plan.previous(),
                    context.worker(person, PLANNING_TEAM));
        }
    }
}
