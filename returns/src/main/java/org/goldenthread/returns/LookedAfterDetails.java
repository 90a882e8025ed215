package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.goldenthread.returns.LookedAfterHistory.Placed;
import org.goldenthread.returns.derived.CareLeavers;

/** Writes what an SSDA903 return tells beside episodes: who the children are, reviews, health, care leavers and the rest. */
final class LookedAfterDetails {
    private static final String UNACCOMPANIED = "UASC";
    /** SW_ID is a Social Work England number, or begins XX where the worker has none. */
    private static final String SOCIAL_WORK_ENGLAND = "SW";

    private static final Pattern SCORE = Pattern.compile("[0-9]|[1-3][0-9]|40");

    private final LookedAfterHistory history;
    private final LoadedTables tables;
    private final Map<String, List<CarePeriod>> periods;
    private final Findings findings;

    LookedAfterDetails(
            LookedAfterHistory history, LoadedTables tables, Map<String, List<CarePeriod>> periods, Findings findings) {
        this.history = history;
        this.tables = tables;
        this.periods = periods;
        this.findings = findings;
    }

    void write() {
        each(LookedAfterTable.HEADER, placed -> placed.given().name(), this::person);
        each(LookedAfterTable.UASC, placed -> "", this::unaccompanied);
        each(LookedAfterTable.REVIEWS, placed -> placed.row().day("REVIEW"), this::review);
        each(LookedAfterTable.MISSING, placed -> placed.row().day("MIS_START"), this::missing);
        each(LookedAfterTable.OC2, placed -> placed.given().year(), this::outcomes);
        each(LookedAfterTable.OC3, placed -> placed.given().year(), this::careLeaver);
        each(
                LookedAfterTable.PREV_PERM,
                placed -> placed.row().text("PREV_PERM") + placed.row().text("DATE_PERM"),
                this::previousPermanence);
        each(
                LookedAfterTable.SW_EPISODES,
                placed -> placed.row().text("SW_ID") + placed.row().day("SW_DECOM"),
                this::socialWorker);
        each(LookedAfterTable.DOLO, placed -> placed.row().day("DOLO_START"), this::deprivationOfLiberty);
    }

    private void each(LookedAfterTable table, Function<Placed, Object> event, Consumer<Placed> write) {
        history.listByChild(table, event).values().forEach(list -> list.forEach(write));
    }

    private void person(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        row("ssd_person", row)
                .set("pers_person_id", child)
                .set("pers_sex", Sexes.normal(row.text("SEX")))
                .set("pers_ethnicity", row.text("ETHNIC"))
                .set("pers_dob", row.day("DOB"))
                .set("pers_upn_unknown", row.text("UPN").startsWith("UN") ? row.text("UPN") : null)
                .set("pers_is_mother", "1".equals(row.text("MOTHER")) ? "Y" : null);
        LocalDate childBorn = row.date("MC_DOB");
        if (childBorn != null) {
            row("ssd_mother", row)
                    .set("moth_table_id", "mother|" + child + "|" + childBorn)
                    .set("moth_person_id", child)
                    .set("moth_childs_dob", childBorn);
        }
    }

    private void unaccompanied(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        row("ssd_immigration_status", row)
                .set("immi_immigration_status_id", "uasc|" + child)
                .set("immi_person_id", child)
                .set("immi_immigration_status", UNACCOMPANIED)
                .set("immi_immigration_status_end_date", row.date("DUC"));
    }

    private void review(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        LocalDate day = row.day("REVIEW");
        Optional<CarePeriod> period = findPeriod(child, day);
        if (period.isEmpty()) {
            findings.warning(
                    row.source(),
                    row.line(),
                    "REVIEW",
                    "The child was not looked after on the day of the review (" + day + ") by any episode loaded.",
                    "Correct the date, or load the return that holds the episode.");
        }
        row("ssd_cla_reviews", row)
                .set("clar_cla_review_id", "review|" + child + "|" + day)
                .set("clar_cla_id", period.map(CarePeriod::id).orElse(null))
                .set("clar_cla_review_date", day)
                .set("clar_cla_review_participation", row.text("REVIEW_CODE"))
                .set("gt_person_id", child);
    }

    private void missing(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        row("ssd_missing", row)
                .set("miss_table_id", "missing|" + child + "|" + row.day("MIS_START"))
                .set("miss_person_id", child)
                .set("miss_missing_episode_type", row.text("MISSING"))
                .set("miss_missing_episode_start_date", row.day("MIS_START"))
                .set("miss_missing_episode_end_date", row.date("MIS_END"));
    }

    private void outcomes(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        String id = "oc2|" + child + "|" + placed.given().year().end();
        Optional<Integer> score = score(row);
        row("gt_oc2", row)
                .set("row_id", id)
                .set("person_id", child)
                .set("collection_year_end", placed.given().year().lastDay())
                .set("sdq_score", score.orElse(null))
                .set("sdq_reason", row.text("SDQ_REASON"))
                .set("convicted", row.flag("CONVICTED"))
                .set("health_check", row.flag("HEALTH_CHECK"))
                .set("immunisations", row.flag("IMMUNISATIONS"))
                .set("teeth_check", row.flag("TEETH_CHECK"))
                .set("health_assessment", row.flag("HEALTH_ASSESSMENT"))
                .set("substance_misuse", row.flag("SUBSTANCE_MISUSE"))
                .set("intervention_received", row.flag("INTERVENTION_RECEIVED"))
                .set("intervention_offered", row.flag("INTERVENTION_OFFERED"));
        if (score.isPresent() || !row.text("SDQ_REASON").isEmpty()) {
            row("ssd_sdq_scores", row)
                    .set("csdq_table_id", id)
                    .set("csdq_person_id", child)
                    .set("csdq_sdq_score", score.map(String::valueOf).orElse(null))
                    .set("csdq_sdq_reason", row.text("SDQ_REASON"));
        }
    }

    private Optional<Integer> score(ReturnRow row) {
        String text = row.text("SDQ_SCORE");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (SCORE.matcher(text).matches()) {
            return Optional.of(Integer.valueOf(text));
        }
        findings.warning(
                row.source(),
                row.line(),
                "SDQ_SCORE",
                "The score is no whole number from 0 to 40 and was left out.",
                "Correct the score.");
        return Optional.empty();
    }

    private void careLeaver(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        Optional<CareLeavers.Birthday> birthday =
                CareLeavers.findBirthday(row.day("DOB"), placed.given().year());
        if (birthday.isEmpty()) {
            findings.warning(
                    row.source(),
                    row.line(),
                    "DOB",
                    "The young person does not turn 17 to 21 in "
                            + placed.given().year().label() + ", so belongs to no cohort of care leavers.",
                    "Correct the date of birth, or take the row out (SSDA903 rule 391).");
            return;
        }
        String id = "oc3|" + child + "|" + birthday.get().date();
        row("gt_care_leaver_birthdays", row)
                .set("row_id", id)
                .set("person_id", child)
                .set("birthday_date", birthday.get().date())
                .set("age", birthday.get().age())
                .set("in_touch", row.text("IN_TOUCH"))
                .set("activity", row.text("ACTIV"))
                .set("accommodation", row.text("ACCOM"));
        String accommodation = row.text("ACCOM");
        row("ssd_care_leavers", row)
                .set("clea_table_id", id)
                .set("clea_person_id", child)
                .set("clea_care_leaver_in_touch", row.text("IN_TOUCH"))
                .set("clea_care_leaver_accommodation", accommodation)
                .set(
                        "clea_care_leaver_accom_suitable",
                        accommodation.length() < 2 ? null : accommodation.substring(accommodation.length() - 1))
                .set("clea_care_leaver_activity", row.text("ACTIV"));
    }

    private void previousPermanence(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        row("ssd_cla_previous_permanence", row)
                .set(
                        "lapp_table_id",
                        "permanence-before|" + child + "|" + row.text("PREV_PERM") + row.text("DATE_PERM"))
                .set("lapp_person_id", child)
                .set("lapp_previous_permanence_option", row.text("PREV_PERM"))
                .set("lapp_previous_permanence_la", row.text("LA_PERM"))
                .set("lapp_previous_permanence_order_date", row.text("DATE_PERM"));
    }

    private void socialWorker(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        row("ssd_involvements", row)
                .set("invo_involvements_id", "sw|" + child + "|" + row.text("SW_ID") + "|" + row.day("SW_DECOM"))
                .set("invo_professional_id", row.text("SW_ID"))
                .set("gt_registered", row.text("SW_ID").startsWith(SOCIAL_WORK_ENGLAND))
                .set("invo_person_id", child)
                .set("invo_involvement_start_date", row.day("SW_DECOM"))
                .set("invo_involvement_end_date", row.date("SW_DEC"))
                .set("invo_worker_change_reason", row.text("SW_REASON"));
    }

    private void deprivationOfLiberty(Placed placed) {
        ReturnRow row = placed.row();
        String child = history.child(row);
        row("gt_deprivation_of_liberty", row)
                .set("row_id", "dolo|" + child + "|" + row.day("DOLO_START"))
                .set("person_id", child)
                .set("start_date", row.day("DOLO_START"))
                .set("end_date", row.date("DOLO_END"));
    }

    /** The period that the day falls into; of two that meet on it, the later. */
    private Optional<CarePeriod> findPeriod(String child, LocalDate day) {
        List<CarePeriod> all = new ArrayList<>(periods.getOrDefault(child, List.of()));
        return all.reversed().stream().filter(period -> period.contains(day)).findFirst();
    }

    private LoadedRow row(String table, ReturnRow origin) {
        return tables.get(table).add(origin.source(), origin.line());
    }
}
