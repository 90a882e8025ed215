package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws assessments, and section 47 enquiries with the conferences that they led to. */
final class Enquiries {
    private static final int ASSESSMENTS = 4;
    private static final int ENQUIRIES = 5;

    private final Drawing drawing;
    private final Window window;

    Enquiries(Drawing drawing) {
        this.drawing = drawing;
        this.window = drawing.window();
    }

    void draw() {
        drawAssessments();
        drawEnquiries();
    }

    /** Assessments that went on at some time of the last six months, which end when they are authorised. */
    private void drawAssessments() {
        for (Fact assessment : drawing.source(ASSESSMENTS, "ssd_cin_assessments", "assessments")) {
            LocalDate start = assessment.date("cina_assessment_start_date");
            LocalDate authorised = assessment.date("cina_assessment_auth_date");
            String person = assessment.text("cina_person_id");
            Draft draft = window.wentOnInSixMonths(start, authorised) ? drawing.begin(ASSESSMENTS, person) : null;
            if (draft == null) {
                continue;
            }
            drawing.children().describeDisability(draft, person);
            draft.date("assessment_start_date", start)
                    .date("assessment_authorisation_date", authorised)
                    .code("child_seen", assessment.text("cina_assessment_child_seen"));
            if (window.hasCome(authorised)
                    && !assessment.text("cina_assessment_outcome_nfa").isEmpty()) {
                draft.yesOrNo("requires_support", !assessment.saysYes("cina_assessment_outcome_nfa"));
            }
            drawing.teams().describe(draft, person, assessment.text("cina_assessment_team"));
            drawing.add(ASSESSMENTS, draft);
        }
    }

    /**
     * Enquiries that began, or had their conference, in the last six months, and those still open. The census gives an enquiry no end, so one is
     * over when it has an end, its conference was held or found unnecessary, or the referral is closed.
     */
    private void drawEnquiries() {
        List<Fact> enquiries = drawing.source(ENQUIRIES, "ssd_s47_enquiry", "section 47 enquiries");
        List<Fact> conferences = drawing.facts().list("ssd_initial_cp_conference");
        Map<String, Fact> byEnquiry = new HashMap<>();
        conferences.forEach(conference -> byEnquiry.put(conference.text("icpc_s47_enquiry_id"), conference));
        Map<String, List<Fact>> enquiriesOf = Fact.by("s47e_person_id", enquiries);
        Map<String, List<Fact>> conferencesOf = Fact.by("icpc_person_id", conferences);
        Map<String, Fact> referrals = new HashMap<>();
        drawing.facts()
                .list("ssd_cin_episodes")
                .forEach(referral -> referrals.put(referral.text("cine_referral_id"), referral));
        for (Fact enquiry : enquiries) {
            Fact conference = byEnquiry.get(enquiry.text("s47e_s47_enquiry_id"));
            String person = enquiry.text("s47e_person_id");
            boolean counts = counts(enquiry, conference, referrals.get(enquiry.text("s47e_referral_id")));
            Draft draft = counts ? drawing.begin(ENQUIRIES, person) : null;
            if (draft == null) {
                continue;
            }
            drawing.children().describeDisability(draft, person);
            draft.date("strategy_discussion_date", enquiry.date("s47e_s47_start_date"))
                    .code("icpc_unnecessary", enquiry.text("s47e_s47_nfa"))
                    .number(
                            "s47_last_12_months",
                            inTwelveMonths(enquiriesOf.getOrDefault(person, List.of()), "s47e_s47_start_date"))
                    .number(
                            "icpc_last_12_months",
                            inTwelveMonths(conferencesOf.getOrDefault(person, List.of()), "icpc_icpc_date"));
            if (conference != null && window.hasCome(conference.date("icpc_icpc_date"))) {
                draft.date("icpc_date", conference.date("icpc_icpc_date"))
                        .code("icpc_led_to_plan", conference.text("icpc_icpc_outcome_cp_flag"));
            }
            drawing.teams().describe(draft, person, enquiry.text("s47e_s47_completed_by_team"));
            drawing.add(ENQUIRIES, draft);
        }
    }

    private boolean counts(Fact enquiry, @Nullable Fact conference, @Nullable Fact referral) {
        LocalDate start = enquiry.date("s47e_s47_start_date");
        LocalDate end = enquiry.date("s47e_s47_end_date");
        LocalDate held = conference == null ? null : conference.date("icpc_icpc_date");
        if (!window.hasCome(start)) {
            return false;
        }
        boolean over = window.hasCome(end)
                || window.hasCome(held)
                || enquiry.saysYes("s47e_s47_nfa")
                || (referral != null && window.hasCome(referral.date("cine_close_date")));
        return !over || window.isInSixMonths(start) || window.isInSixMonths(end) || window.isInSixMonths(held);
    }

    private int inTwelveMonths(List<Fact> facts, String column) {
        return (int) facts.stream()
                .filter(fact -> window.isInTwelveMonths(fact.date(column)))
                .count();
    }
}
