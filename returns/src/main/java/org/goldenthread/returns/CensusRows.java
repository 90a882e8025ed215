package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.CensusHistory.Referral;
import org.goldenthread.returns.CensusReferral.Kind;
import org.goldenthread.returns.CensusReferral.Part;
import org.jspecify.annotations.Nullable;

/** Writes referrals and what happened in them as rows of the snapshot. */
final class CensusRows {
    private static final Pattern FACTOR = Pattern.compile("[0-9A-Za-z]{1,4}");
    private static final Pattern UP_TO_999 = Pattern.compile("[0-9]{1,3}");

    private final LoadedTables tables;

    CensusRows(LoadedTables tables) {
        this.tables = tables;
    }

    void write(Map<String, List<Referral>> referralsByChild) {
        referralsByChild.forEach((child, referrals) -> {
            Set<LocalDate> plansBegun = referrals.stream()
                    .flatMap(referral -> referral.list(Kind.PROTECTION).stream())
                    .map(Part::start)
                    .collect(Collectors.toSet());
            Set<LocalDate> conferences = new HashSet<>();
            @Nullable LocalDate before = null;
            for (Referral referral : referrals) {
                writeReferral(referral, before);
                writeParts(referral, plansBegun, conferences);
                before = referral.date();
            }
            writePlans(child, referrals, conferences);
        });
    }

    private void writeReferral(Referral referral, @Nullable LocalDate before) {
        CensusReferral told = referral.told();
        row("ssd_cin_episodes", told.source(), told.line())
                .set("cine_referral_id", referral.id())
                .set("cine_person_id", referral.child())
                .set("cine_referral_date", referral.date())
                .set("cine_cin_primary_need_code", told.element().text("PrimaryNeedCode"))
                .set("cine_referral_source_code", told.element().text("ReferralSource"))
                .set("cine_referral_nfa", told.noFurtherAction())
                .set("cine_close_reason", told.reasonForClosure())
                .set("cine_close_date", referral.closed())
                .set("gt_previous_referral_date", before);
    }

    /** @param conferences days of the child's conferences that have been written; each is written once */
    private void writeParts(Referral referral, Set<LocalDate> plansBegun, Set<LocalDate> conferences) {
        for (Part part : referral.parts()) {
            switch (part.kind()) {
                case ASSESSMENT -> writeAssessment(referral, part);
                case PLAN -> writePlan(referral, part);
                case ENQUIRY -> writeEnquiry(referral, part, plansBegun, conferences);
                case PRE_PROCEEDINGS -> writePreProceedings(referral, part);
                case PROTECTION -> {
                    // Plans are written together, for each has to know the one before it.
                }
            }
        }
        LocalDate transfer = transferConference(referral);
        if (transfer != null && conferences.add(transfer)) {
            CensusReferral told = referral.told();
            writeConference(referral, told.source(), told.line(), transfer, plansBegun)
                    .set("icpc_icpc_transfer_in", "Y");
        }
    }

    private void writeAssessment(Referral referral, Part part) {
        String id = "assessment|" + referral.id() + "|" + part.start();
        row("ssd_cin_assessments", part)
                .set("cina_assessment_id", id)
                .set("cina_person_id", referral.child())
                .set("cina_referral_id", referral.id())
                .set("cina_assessment_start_date", part.start())
                .set("cina_assessment_auth_date", part.end());
        List<String> factors = Stream.concat(
                        part.element().list("FactorsIdentifiedAtAssessment").stream()
                                .flatMap(list -> list.list("AssessmentFactors").stream()),
                        part.element().list("AssessmentFactors").stream())
                .map(CensusElement::text)
                .filter(code -> FACTOR.matcher(code).matches())
                .toList();
        if (!factors.isEmpty()) {
            row("ssd_assessment_factors", part)
                    .set("cinf_table_id", "factors|" + id)
                    .set("cinf_assessment_id", id)
                    .set(
                            "cinf_assessment_factors_json",
                            factors.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
        }
    }

    private void writePlan(Referral referral, Part part) {
        row("ssd_cin_plans", part)
                .set("cinp_cin_plan_id", "plan|" + referral.id() + "|" + part.start())
                .set("cinp_referral_id", referral.id())
                .set("cinp_person_id", referral.child())
                .set("cinp_cin_plan_start_date", part.start())
                .set("cinp_cin_plan_end_date", part.end());
    }

    private void writeEnquiry(Referral referral, Part part, Set<LocalDate> plansBegun, Set<LocalDate> conferences) {
        String id = "enquiry|" + referral.id() + "|" + part.start();
        row("ssd_s47_enquiry", part)
                .set("s47e_s47_enquiry_id", id)
                .set("s47e_referral_id", referral.id())
                .set("s47e_person_id", referral.child())
                .set("s47e_s47_start_date", part.start())
                .set("s47e_s47_nfa", YesNo.of(part.element().text("ICPCnotRequired")));
        if (part.end() != null && conferences.add(part.end())) {
            writeConference(referral, part.source(), part.line(), part.end(), plansBegun)
                    .set("icpc_s47_enquiry_id", id)
                    .set("icpc_icpc_target_date", date(part, "InitialCPCtarget"))
                    .set("icpc_icpc_transfer_in", "N");
        }
    }

    private LoadedRow writeConference(
            Referral referral, String source, int line, LocalDate day, Set<LocalDate> plansBegun) {
        boolean plan = plansBegun.contains(day);
        return row("ssd_initial_cp_conference", source, line)
                .set("icpc_icpc_id", conferenceId(referral.child(), day))
                .set("icpc_icpc_meeting_id", conferenceId(referral.child(), day))
                .set("icpc_person_id", referral.child())
                .set("icpc_referral_id", referral.id())
                .set("icpc_cp_plan_id", plan ? planId(referral.child(), day) : null)
                .set("icpc_icpc_date", day)
                .set("icpc_icpc_outcome_cp_flag", plan ? "Y" : "N");
    }

    private void writePlans(String child, List<Referral> referrals, Set<LocalDate> conferences) {
        record Owned(Referral referral, Part plan) {}
        List<Owned> plans = referrals.stream()
                .flatMap(referral -> referral.list(Kind.PROTECTION).stream().map(plan -> new Owned(referral, plan)))
                .sorted(Comparator.comparing(owned -> owned.plan().start()))
                .toList();
        @Nullable LocalDate ended = null;
        for (Owned owned : plans) {
            LocalDate start = owned.plan().start();
            writeProtection(child, owned.referral(), owned.plan(), ended)
                    .set("cppl_icpc_id", conferences.contains(start) ? conferenceId(child, start) : null);
            ended = owned.plan().end();
        }
    }

    private LoadedRow writeProtection(String child, Referral referral, Part plan, @Nullable LocalDate before) {
        String id = planId(child, plan.start());
        String previous = plan.element().text("NumberOfPreviousCPP");
        LoadedRow row = row("ssd_cp_plans", plan)
                .set("cppl_cp_plan_id", id)
                .set("cppl_referral_id", referral.id())
                .set("cppl_person_id", child)
                .set("cppl_cp_plan_start_date", plan.start())
                .set("cppl_cp_plan_end_date", plan.end())
                .set("cppl_cp_plan_initial_category", plan.element().text("InitialCategoryOfAbuse"))
                .set("cppl_cp_plan_latest_category", plan.element().text("LatestCategoryOfAbuse"))
                .set("cppl_cp_plan_ola", "N")
                .set("gt_previous_plans", number(previous))
                .set("gt_previous_plan_end_date", before);
        for (LocalDate day : plan.days()) {
            row("ssd_cp_reviews", plan)
                    .set("cppr_cp_review_id", "cp-review|" + id + "|" + day)
                    .set("cppr_person_id", child)
                    .set("cppr_cp_plan_id", id)
                    .set("cppr_cp_review_date", day);
        }
        return row;
    }

    private void writePreProceedings(Referral referral, Part part) {
        String meetings = part.element().text("ReviewMeetingsCount");
        row("ssd_pre_proceedings", part)
                .set("prep_table_id", "pre-proceedings|" + referral.id() + "|" + part.start())
                .set("prep_person_id", referral.child())
                .set("prep_plo_family_id", "pre-proceedings|" + referral.id())
                .set("prep_pre_pro_decision_date", part.start())
                .set("prep_pre_pro_letter_date", date(part, "LBPSentDate"))
                .set("prep_initial_pre_pro_meeting_date", date(part, "InitialPPMeetingDate"))
                .set("prep_pre_pro_meetings_num", number(meetings))
                .set("prep_agree_stepdown_issue_date", part.end())
                .set("prep_pre_pro_outcome", part.element().text("PPOutcome"))
                .set("prep_care_pro_letter_date", date(part, "LetterInitCPDate"));
    }

    private static @Nullable LocalDate transferConference(Referral referral) {
        return DateText.read(referral.told().transferConference()).date().orElse(null);
    }

    private static @Nullable LocalDate date(Part part, String name) {
        return DateText.read(part.element().text(name)).date().orElse(null);
    }

    private static @Nullable Integer number(String text) {
        return UP_TO_999.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    private static String conferenceId(String child, LocalDate day) {
        return "conference|" + child + "|" + day;
    }

    private static String planId(String child, LocalDate start) {
        return "protection|" + child + "|" + start;
    }

    private LoadedRow row(String table, Part origin) {
        return row(table, origin.source(), origin.line());
    }

    private LoadedRow row(String table, String source, int line) {
        return tables.get(table).add(source, line);
    }
}
