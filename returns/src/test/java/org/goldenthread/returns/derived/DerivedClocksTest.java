package org.goldenthread.returns.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTables;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Schema;
import org.junit.jupiter.api.Test;

class DerivedClocksTest {
    private static final Coverage CENSUS = new Coverage("cin", LocalDate.of(2025, 4, 1), LocalDate.of(2026, 6, 30));
    private final LoadedTables tables = new LoadedTables(Schema.standard());

    @Test
    void an_assessment_is_judged_from_the_referral_and_a_further_one_from_its_own_start() {
        referral("R1", LocalDate.of(2026, 3, 30), "0", null);
        // 45 working days from Monday 30 March 2026 end on Friday 5 June.
        LoadedRow first = assessment("A1", "R1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 5));
        LoadedRow further = assessment("A2", "R1", LocalDate.of(2026, 6, 8), null);
        DerivedClocks.derive(tables, List.of(CENSUS));
        assertThat(first.getDate("gt_due_date")).isEqualTo(LocalDate.of(2026, 6, 5));
        assertThat(first.getInteger("gt_working_days")).isEqualTo(45);
        assertThat(first.getBoolean("gt_in_time")).isTrue();
        // From Monday 8 June: 16 working days to 30 June, 23 in July make 39, the 45th is 10 August.
        assertThat(further.getDate("gt_due_date")).isEqualTo(LocalDate.of(2026, 8, 10));
        assertThat(further.getBoolean("gt_in_time")).isNull();
    }

    @Test
    void a_referral_that_was_taken_on_owes_an_assessment_and_one_without_further_action_does_not() {
        referral("R1", LocalDate.of(2026, 3, 30), "0", null);
        referral("R2", LocalDate.of(2026, 3, 30), "1", null);
        referral("R3", LocalDate.of(2026, 6, 29), "0", null);
        DerivedClocks.derive(tables, List.of(CENSUS));
        assertThat(tables.get("gt_obligations").rows())
                .extracting(row -> row.getText("subject_id"), row -> row.getBoolean("in_time"))
                .containsExactly(tuple("R1", false), tuple("R3", null));
    }

    @Test
    void a_conference_is_judged_from_the_strategy_discussion_or_for_a_transfer_from_the_notification() {
        referral("R1", LocalDate.of(2026, 3, 2), "0", null);
        tables.get("ssd_s47_enquiry")
                .add("cin", 3)
                .set("s47e_s47_enquiry_id", "E1")
                .set("s47e_referral_id", "R1")
                .set("s47e_s47_start_date", LocalDate.of(2025, 12, 19));
        // 15 working days from Friday 19 December 2025, with 25 and 26 December and 1 January out: 14 January.
        LoadedRow late = conference("C1", "E1", LocalDate.of(2026, 1, 15)).set("icpc_icpc_transfer_in", "N");
        LoadedRow transfer = conference("C2", null, LocalDate.of(2026, 3, 23))
                .set("icpc_icpc_transfer_in", "Y")
                .set("icpc_referral_id", "R1");
        DerivedClocks.derive(tables, List.of(CENSUS));
        assertThat(late.getInteger("gt_working_days")).isEqualTo(16);
        assertThat(late.getBoolean("gt_in_time")).isFalse();
        // Monday 2 March to Monday 23 March: three weeks of five working days.
        assertThat(transfer.getInteger("gt_working_days")).isEqualTo(15);
        assertThat(transfer.getBoolean("gt_in_time")).isTrue();
    }

    @Test
    void reviews_of_plans_and_of_children_looked_after_are_owed_as_law_says() {
        tables.get("ssd_cp_plans")
                .add("cin", 1)
                .set("cppl_cp_plan_id", "P1")
                .set("cppl_person_id", "K1")
                .set("cppl_cp_plan_start_date", LocalDate.of(2025, 11, 28));
        tables.get("ssd_cp_reviews")
                .add("cin", 2)
                .set("cppr_cp_plan_id", "P1")
                .set("cppr_cp_review_date", LocalDate.of(2026, 3, 2));
        period("CARE1", LocalDate.of(2026, 3, 27), false, true);
        period("BREAK", LocalDate.of(2026, 3, 27), true, true);
        review("CARE1", LocalDate.of(2026, 4, 28));
        DerivedClocks.derive(
                tables,
                List.of(CENSUS, new Coverage("ssda903.reviews", LocalDate.of(2025, 4, 1), LocalDate.of(2026, 6, 30))));
        assertThat(tables.get("gt_obligations").rows())
                .extracting(
                        row -> row.getText("obligation_id"),
                        row -> row.getDate("due_date"),
                        row -> row.getBoolean("in_time"))
                .containsExactly(
                        tuple("cp-review/P1/1", LocalDate.of(2026, 2, 28), false),
                        tuple("cp-review/P1/2", LocalDate.of(2026, 9, 2), null),
                        tuple("cla-review/CARE1/1", LocalDate.of(2026, 4, 28), true),
                        tuple("cla-review/CARE1/2", LocalDate.of(2026, 7, 28), null));
    }

    @Test
    void what_was_owed_at_the_start_of_a_gap_between_returns_is_not_held_against_anybody() {
        period("CARE1", LocalDate.of(2020, 1, 6), false, false);
        review("CARE1", LocalDate.of(2021, 1, 11));
        review("CARE1", LocalDate.of(2023, 9, 4));
        review("CARE1", LocalDate.of(2024, 3, 4));
        DerivedClocks.derive(
                tables,
                List.of(
                        new Coverage("ssda903.reviews", LocalDate.of(2020, 4, 1), LocalDate.of(2021, 3, 31)),
                        new Coverage("ssda903.reviews", LocalDate.of(2023, 4, 1), LocalDate.of(2024, 3, 31))));
        // In the first year the review of 11 January 2021 is more than six months after the records begin: late.
        // The next was due on 11 July 2021, in the gap. In the later year 4 September may or may not have been late.
        assertThat(tables.get("gt_obligations").rows())
                .extracting(
                        row -> row.getDate("due_date"),
                        row -> row.getDate("met_date"),
                        row -> row.getBoolean("in_time"))
                .containsExactly(
                        tuple(LocalDate.of(2020, 9, 30), LocalDate.of(2021, 1, 11), false),
                        tuple(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 4), true),
                        tuple(LocalDate.of(2024, 9, 4), null, null));
    }

    @Test
    void care_leavers_are_counted_by_the_rules_of_the_return() {
        birthday("YES", "F4", "U1");
        birthday("NO", "G5", "R2");
        birthday("RHOM", "0", "0");
        DerivedClocks.derive(tables, List.of());
        assertThat(tables.get("gt_care_leaver_birthdays").rows())
                .extracting(
                        row -> row.getBoolean("in_cohort"),
                        row -> row.getBoolean("in_education_employment_training"),
                        row -> row.getBoolean("suitable_accommodation"))
                .containsExactly(tuple(true, true, true), tuple(true, false, null), tuple(false, false, false));
        assertThat(CareLeavers.findBirthday(LocalDate.of(2004, 2, 29), new CollectionYear(2023)))
                .contains(new CareLeavers.Birthday(LocalDate.of(2023, 3, 1), 19));
        assertThat(CareLeavers.findBirthday(LocalDate.of(2008, 1, 1), new CollectionYear(2023)))
                .isEmpty();
    }

    private void referral(String id, LocalDate date, String nfa, LocalDate closed) {
        tables.get("ssd_cin_episodes")
                .add("cin", 1)
                .set("cine_referral_id", id)
                .set("cine_referral_date", date)
                .set("cine_referral_nfa", nfa)
                .set("cine_close_date", closed);
    }

    private LoadedRow assessment(String id, String referral, LocalDate start, LocalDate authorised) {
        return tables.get("ssd_cin_assessments")
                .add("cin", 2)
                .set("cina_assessment_id", id)
                .set("cina_referral_id", referral)
                .set("cina_assessment_start_date", start)
                .set("cina_assessment_auth_date", authorised);
    }

    private LoadedRow conference(String id, String enquiry, LocalDate date) {
        return tables.get("ssd_initial_cp_conference")
                .add("cin", 4)
                .set("icpc_icpc_id", id)
                .set("icpc_s47_enquiry_id", enquiry)
                .set("icpc_icpc_date", date);
    }

    private void period(String id, LocalDate start, boolean shortBreak, boolean began) {
        tables.get("gt_cla_periods_of_care")
                .add("episodes", 1)
                .set("cla_id", id)
                .set("start_date", start)
                .set("short_break", shortBreak)
                .set("began_in_return", began);
    }

    private void review(String period, LocalDate date) {
        tables.get("ssd_cla_reviews")
                .add("reviews", 1)
                .set("clar_cla_id", period)
                .set("clar_cla_review_date", date);
    }

    private void birthday(String inTouch, String activity, String accommodation) {
        tables.get("gt_care_leaver_birthdays")
                .add("oc3", 1)
                .set("in_touch", inTouch)
                .set("activity", activity)
                .set("accommodation", accommodation);
    }
}
