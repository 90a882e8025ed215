package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the tables of the Standard Safeguarding Dataset on children in need and child protection are in the record. */
final class SsdNeedTakings {

    private static final String NOT_SAID = "Not in the Standard Safeguarding Dataset";
    private static final String IN_THEIR_WORDS = "Outcome in the present system: ";
    private static final Set<String> FINDINGS = Set.of("LIKELY_HARM", "NO_LIKELY_HARM", "NOT_SUBSTANTIATED");
    private static final Pattern FACTOR = Pattern.compile("\\b[0-9]{1,2}[A-Z]?\\b");
    private static final Pattern NO_FACTOR = Pattern.compile("[\\s\\[\\]{}\",]*");

    private SsdNeedTakings() {}

    static final List<Taking> ALL = List.of(
            Taking.of("ssd_cin_episodes", "referral", "cine_referral_date")
                    .until("cine_close_date")
                    .day("received", "cine_referral_date")
                    .text("source", "cine_referral_source_code")
                    .text("primaryNeed", "cine_cin_primary_need_code")
                    .says("concern", NOT_SAID)
                    .moved(SsdNeedTakings::decided),
            Taking.of("ssd_cin_episodes", "closure", "cine_close_date")
                    .when(row -> row.has("cine_close_date"))
                    .follows(Follows.sameRow("referral"))
                    .day("closed", "cine_close_date")
                    .text("reason", "cine_close_reason"),
            Taking.of("ssd_cin_assessments", "assessment", "cina_assessment_start_date")
                    .until("cina_assessment_auth_date")
                    .follows(Follows.named("cina_referral_id", "referral"))
                    .day("began", "cina_assessment_start_date")
                    .makes("factors", SsdNeedTakings::factors)
                    .makes(
                            "outcome",
                            (row, child) -> row.isYes("cina_assessment_outcome_nfa") ? "NO_FURTHER_ACTION" : "")
                    .makes("plan", (row, child) -> theirWords(row, "cina_assessment_outcome_json"))
                    .moved("authorise", "cina_assessment_auth_date"),
            Taking.of("ssd_cin_plans", "child-in-need-plan", "cinp_cin_plan_start_date")
                    .until("cinp_cin_plan_end_date")
                    .follows(Follows.latestBeside("assessment"))
                    .day("began", "cinp_cin_plan_start_date")
                    .moved("end", "cinp_cin_plan_end_date"),
            Taking.of("ssd_s47_enquiry", "section-47", "s47e_s47_start_date")
                    .until("s47e_s47_end_date")
                    .day("began", "s47e_s47_start_date")
                    .day("strategyDiscussion", "s47e_s47_start_date")
                    .makes(
                            "finding",
                            (row, child) -> FINDINGS.contains(row.text("s47e_s47_outcome_json"))
                                    ? row.text("s47e_s47_outcome_json")
                                    : "")
                    .makes("analysis", (row, child) -> theirWords(row, "s47e_s47_outcome_json"))
                    .stands((row, child) ->
                            hasConference(row, child) && !row.has("s47e_s47_end_date") ? "conference" : "")
                    .moved(SsdNeedTakings::enquiryEnded),
            Taking.of("ssd_initial_cp_conference", "conference", "icpc_icpc_date")
                    .when(row -> row.has("icpc_icpc_date"), "It has no day, and so was not held")
                    .follows(Follows.named("icpc_s47_enquiry_id", "section-47"))
                    .day("held", "icpc_icpc_date")
                    .makes("discussion", (row, child) -> theirWords(row, "icpc_icpc_outcome_json"))
                    .moved((row, child) -> row.has("icpc_icpc_outcome_cp_flag")
                            ? Optional.of(new Fact.Decided(
                                    row.isYes("icpc_icpc_outcome_cp_flag") ? "plan" : "no-plan",
                                    row.day("icpc_icpc_date"),
                                    true))
                            : Optional.empty()),
            Taking.of("ssd_cp_plans", "child-protection-plan", "cppl_cp_plan_start_date")
                    .when(row -> !row.isYes("cppl_cp_plan_ola"), "It is the plan of another authority")
                    .until("cppl_cp_plan_end_date")
                    .follows(Follows.named("cppl_icpc_id", "conference"))
                    .day("began", "cppl_cp_plan_start_date")
                    .text("firstCategory", "cppl_cp_plan_initial_category")
                    .text("latestCategory", "cppl_cp_plan_latest_category")
                    .moved("end", "cppl_cp_plan_end_date"),
            Taking.of("ssd_cp_reviews", "review-conference", "cppr_cp_review_date")
                    .when(row -> row.has("cppr_cp_review_date"), "It has no day, and so was not held")
                    .mustFollow(Follows.named("cppr_cp_plan_id", "child-protection-plan"), "It names no plan")
                    .day("held", "cppr_cp_review_date")
                    .makes(
                            "decision",
                            (row, child) -> row.has("cppr_cp_review_outcome_continue_cp")
                                            && !row.isYes("cppr_cp_review_outcome_continue_cp")
                                    ? "END"
                                    : "CONTINUE"),
            visit("ssd_cp_visits", "cppv_cp_visit")
                    .mustFollow(Follows.named("cppv_cp_plan_id", "child-protection-plan"), "It names no plan"),
            visit("ssd_cin_visits", "cinv_cin_visit")
                    .mustFollow(
                            Follows.underWay("child-in-need-plan"),
                            "No child in need plan was in force on that day, and a visit in the record is one of a plan"));

    /** A visit, of which three columns have names that begin alike. */
    static Taking visit(String table, String begins) {
        return Taking.of(table, "visit", begins + "_date")
                .day("visited", begins + "_date")
                .makes(
                        "seen",
                        (row, child) -> row.isYes(begins + "_seen_alone")
                                ? "ALONE"
                                : row.isYes(begins + "_seen") ? "WITH_OTHERS" : "NO");
    }

    private static Optional<Fact.Decided> decided(SourceRow row, ChildRows child) throws UnreadableException {
        LocalDate received = row.day("cine_referral_date");
        if (row.isYes("cine_referral_nfa")) {
            return Optional.of(new Fact.Decided("no-further-action", received, false));
        }
        List<SourceRow> assessments = child.list("ssd_cin_assessments").stream()
                .filter(each -> each.text("cina_referral_id").equals(row.key()))
                .toList();
        Optional<LocalDate> assessed = ChildRows.firstFrom(received, assessments, "cina_assessment_start_date");
        return assessed.isEmpty() && !row.has("cine_close_date")
                ? Optional.empty()
                : Optional.of(new Fact.Decided("assess", assessed.orElse(received), false));
    }

    private static Optional<Fact.Decided> enquiryEnded(SourceRow row, ChildRows child) throws UnreadableException {
        LocalDate ended = row.findDay("s47e_s47_end_date");
        if (row.isYes("s47e_s47_nfa") && !hasConference(row, child)) {
            return Optional.of(new Fact.Decided(
                    "no-conference", ended == null ? row.day("s47e_s47_start_date") : ended, ended != null));
        }
        return ended != null && hasConference(row, child)
                ? Optional.of(new Fact.Decided("conference", ended, true))
                : Optional.empty();
    }

    private static boolean hasConference(SourceRow row, ChildRows child) {
        return child.list("ssd_initial_cp_conference").stream()
                .anyMatch(each -> each.text("icpc_s47_enquiry_id").equals(row.key()));
    }

    /** However the list is written: as JSON, or with commas. */
    private static String factors(SourceRow row, ChildRows child) throws UnreadableException {
        Set<String> factors = new LinkedHashSet<>();
        for (SourceRow each : child.list("ssd_assessment_factors")) {
            if (each.text("cinf_assessment_id").equals(row.key())) {
                String cell = each.text("cinf_assessment_factors_json");
                List<String> read =
                        FACTOR.matcher(cell).results().map(MatchResult::group).toList();
                if (read.isEmpty() && !NO_FACTOR.matcher(cell).matches()) {
                    throw new UnreadableException(each, "No factor can be read from “" + cell + "”");
                }
                factors.addAll(read);
            }
        }
        return String.join("\n", factors);
    }

    private static String theirWords(SourceRow row, String cell) {
        return row.has(cell) && !FINDINGS.contains(row.text(cell)) ? IN_THEIR_WORDS + row.text(cell) : "";
    }
}
