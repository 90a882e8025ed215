package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws child protection plans of this council that are open, or that ended in the last six months. */
final class Protection {
    private static final int LIST = 7;
    /** Police protection and the emergency protection order. */
    private static final Set<String> EMERGENCY = Set.of("L1", "L2");

    private final Drawing drawing;
    private final Window window;
    private final Visits visits;
    private final Map<String, List<Fact>> reviews;
    private final Map<String, List<Fact>> statuses;

    Protection(Drawing drawing, Visits visits) {
        this.drawing = drawing;
        this.window = drawing.window();
        this.visits = visits;
        reviews = Fact.by("cppr_cp_plan_id", drawing.facts().list("ssd_cp_reviews"));
        statuses = Fact.by("lega_person_id", drawing.facts().list("ssd_legal_status"));
    }

    void draw() {
        List<Fact> plans = drawing.source(LIST, "ssd_cp_plans", "child protection plans");
        Map<String, List<Fact>> plansOf = Fact.by("cppl_person_id", plans);
        for (Fact plan : plans) {
            String person = plan.text("cppl_person_id");
            LocalDate start = plan.date("cppl_cp_plan_start_date");
            boolean counts = window.wentOnInSixMonths(start, plan.date("cppl_cp_plan_end_date"))
                    && !plan.saysYes("cppl_cp_plan_ola");
            Draft draft = counts ? drawing.begin(LIST, person) : null;
            if (draft == null || start == null) {
                continue;
            }
            drawing.children().describeDisability(draft, person);
            draft.date("plan_start_date", start)
                    .date("plan_end_date", plan.date("cppl_cp_plan_end_date"))
                    .code("initial_category", plan.text("cppl_cp_plan_initial_category"))
                    .code("latest_category", plan.text("cppl_cp_plan_latest_category"))
                    .date("latest_review_date", lastReview(plan))
                    .number("previous_plans", previousPlans(plan, start, plansOf.getOrDefault(person, List.of())));
            Fact visit = visits.lastUnderPlan(person, start);
            if (visit != null) {
                draft.date("last_visit_date", visit.date("cppv_cp_visit_date"))
                        .code("seen_alone", visit.text("cppv_cp_visit_seen_alone"));
            }
            // Where no child of the snapshot has a legal status, that this one has none tells nothing.
            if (!statuses.isEmpty()) {
                draft.yesOrNo("emergency_protection", isEmergency(person));
            }
            drawing.teams().describe(draft, person, "");
            drawing.add(LIST, draft);
        }
    }

    private @Nullable LocalDate lastReview(Fact plan) {
        @Nullable LocalDate last = null;
        for (Fact review : reviews.getOrDefault(plan.text("cppl_cp_plan_id"), List.of())) {
            last = window.latest(last, review.date("cppr_cp_review_date"));
        }
        return last;
    }

    /** As the council returned it, for it may know of plans before those loaded; else those that are loaded. */
    private static Integer previousPlans(Fact plan, LocalDate start, List<Fact> all) {
        Integer returned = plan.number("gt_previous_plans");
        if (returned != null) {
            return returned;
        }
        int before = 0;
        for (Fact one : all) {
            LocalDate begun = one.date("cppl_cp_plan_start_date");
            if (begun != null && begun.isBefore(start)) {
                before++;
            }
        }
        return before;
    }

    private boolean isEmergency(String person) {
        return statuses.getOrDefault(person, List.of()).stream()
                .anyMatch(status -> EMERGENCY.contains(status.text("lega_legal_status"))
                        && window.wentOnInSixMonths(
                                status.date("lega_legal_status_start_date"),
                                status.date("lega_legal_status_end_date")));
    }
}
