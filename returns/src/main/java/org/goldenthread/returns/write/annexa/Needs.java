package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Draws children in need: referrals that led to more than a referral and that are open, or closed in the last six months. */
final class Needs {
    private static final int LIST = 6;
    private static final int ADULT = 18;

    private final Drawing drawing;
    private final Window window;
    private final Visits visits;
    private final Map<String, List<Fact>> assessments;
    private final Map<String, List<Fact>> plans;
    private final Map<String, List<Fact>> enquiries;
    private final Map<String, List<Fact>> protection;
    private final Map<String, List<Fact>> protectionOf;
    private final Map<String, List<Fact>> careOf;

    Needs(Drawing drawing, Visits visits) {
        this.drawing = drawing;
        this.window = drawing.window();
        this.visits = visits;
        assessments = Fact.by("cina_referral_id", drawing.facts().list("ssd_cin_assessments"));
        plans = Fact.by("cinp_referral_id", drawing.facts().list("ssd_cin_plans"));
        enquiries = Fact.by("s47e_referral_id", drawing.facts().list("ssd_s47_enquiry"));
        List<Fact> protections = drawing.facts().list("ssd_cp_plans");
        protection = Fact.by("cppl_referral_id", protections);
        protectionOf = Fact.by("cppl_person_id", protections);
        careOf = Fact.by("person_id", drawing.facts().list("gt_cla_periods_of_care"));
    }

    void draw() {
        for (Fact referral : drawing.source(LIST, "ssd_cin_episodes", "children in need")) {
            String person = referral.text("cine_person_id");
            LocalDate closed = referral.date("cine_close_date");
            Draft draft = counts(referral, person) ? drawing.begin(LIST, person) : null;
            if (draft == null) {
                continue;
            }
            drawing.children().describeDisability(draft, person);
            draft.date("cin_start_date", referral.date("cine_referral_date"))
                    .code("primary_need", referral.text("cine_cin_primary_need_code"))
                    .date("last_seen_date", visits.lastSeen(person))
                    .date("cin_closure_date", closed)
                    .code("case_status", status(referral, person));
            if (window.hasCome(closed)) {
                draft.code("closure_reason", referral.text("cine_close_reason"));
            }
            drawing.teams().describe(draft, person, "");
            drawing.add(LIST, draft);
        }
    }

    private boolean counts(Fact referral, String person) {
        Integer age = drawing.children().findAge(person);
        return window.wentOnInSixMonths(referral.date("cine_referral_date"), referral.date("cine_close_date"))
                && !referral.saysYes("cine_referral_nfa")
                && (age == null || age < ADULT)
                && ledToMore(referral, person);
    }

    private boolean ledToMore(Fact referral, String person) {
        String id = referral.text("cine_referral_id");
        return anyBegan(assessments, id, "cina_assessment_start_date")
                || anyBegan(plans, id, "cinp_cin_plan_start_date")
                || anyBegan(enquiries, id, "s47e_s47_start_date")
                || anyBegan(protection, id, "cppl_cp_plan_start_date")
                || !openCase(person).isEmpty();
    }

    private boolean anyBegan(Map<String, List<Fact>> facts, String key, String column) {
        return facts.getOrDefault(key, List.of()).stream().anyMatch(fact -> window.hasCome(fact.date(column)));
    }

    /** How the case stands on the day, the most that is done for the child first; empty where nothing tells. */
    private String status(Fact referral, String person) {
        if (window.hasCome(referral.date("cine_close_date"))) {
            return "closed";
        }
        String open = openCase(person);
        String id = referral.text("cine_referral_id");
        if (!open.isEmpty()) {
            return open;
        }
        if (anyOpen(plans, id, "cinp_cin_plan_start_date", "cinp_cin_plan_end_date")) {
            return "child-in-need-plan";
        }
        return anyOpen(assessments, id, "cina_assessment_start_date", "cina_assessment_auth_date")
                ? "open-assessment"
                : "";
    }

    private String openCase(String person) {
        if (careOf.getOrDefault(person, List.of()).stream()
                .anyMatch(period -> !period.isTrue("short_break")
                        && window.isOpen(period.date("start_date"), period.date("end_date")))) {
            return "looked-after";
        }
        return anyOpen(protectionOf, person, "cppl_cp_plan_start_date", "cppl_cp_plan_end_date")
                ? "child-protection-plan"
                : "";
    }

    private boolean anyOpen(Map<String, List<Fact>> facts, String key, String start, String end) {
        return facts.getOrDefault(key, List.of()).stream()
                .anyMatch(fact -> window.isOpen(fact.date(start), fact.date(end)));
    }
}
