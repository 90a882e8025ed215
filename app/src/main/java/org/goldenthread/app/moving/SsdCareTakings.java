package org.goldenthread.app.moving;

import java.util.List;
import java.util.Locale;

/** What the tables of the Standard Safeguarding Dataset on children looked after are in the record. */
final class SsdCareTakings {

    private static final String PERIOD = "period-of-care";
    private static final String NOT_THEN = "The child was not looked after on that day";

    private SsdCareTakings() {}

    /** Of the episodes of one period the last one holds, which says whether and why the period ended. */
    static final List<Taking> ALL = List.of(
            Taking.of("ssd_cla_episodes", PERIOD, "clae_entered_care_date")
                    .until("ENDED")
                    .day("began", "clae_entered_care_date")
                    .day("ended", "ENDED")
                    .makes(
                            "reasonEnded",
                            (row, child) -> row.has("ENDED") ? row.text("clae_cla_episode_ceased_reason") : ""),
            Taking.of("ssd_legal_status", "legal-status", "lega_legal_status_start_date")
                    .until("lega_legal_status_end_date")
                    .historyMustHave(Follows.underWay(PERIOD), NOT_THEN)
                    .day("started", "lega_legal_status_start_date")
                    .day("ended", "lega_legal_status_end_date")
                    .text("status", "lega_legal_status")
                    .stands((row, child) -> CareStates.of("legal-status", row.text("lega_legal_status"))),
            Taking.of("ssd_cla_placement", "placement", "clap_cla_placement_start_date")
                    .until("clap_cla_placement_end_date")
                    .historyMustHave(Follows.named("clap_cla_id", PERIOD), "It names no period of being looked after")
                    .day("started", "clap_cla_placement_start_date")
                    .day("ended", "clap_cla_placement_end_date")
                    .text("kind", "clap_cla_placement_type")
                    .text("provider", "clap_cla_placement_provider")
                    .text("postcode", "clap_cla_placement_postcode")
                    .text("ofstedNumber", "clap_cla_placement_urn")
                    .text("reasonChanged", "clap_cla_placement_change_reason")
                    .stands((row, child) -> CareStates.of("placement", "")),
            Taking.of("ssd_immigration_status", "immigration-status", "immi_immigration_status_start_date")
                    .when(row -> row.has("immi_immigration_status_start_date"), "It has no day on which it began")
                    .when(row -> !standing(row).isEmpty(), "The record has no such status")
                    .day("started", "immi_immigration_status_start_date")
                    .day("ended", "immi_immigration_status_end_date")
                    .makes("status", (row, child) -> standing(row)),
            Taking.of("ssd_cla_reviews", "looked-after-review", "clar_cla_review_date")
                    .when(
                            row -> row.has("clar_cla_review_date") && !row.isYes("clar_cla_review_cancelled"),
                            "It was cancelled, or has no day, and so was not held")
                    .historyMustHave(Follows.named("clar_cla_id", PERIOD), NOT_THEN)
                    .day("held", "clar_cla_review_date")
                    .text("participation", "clar_cla_review_participation"),
            SsdNeedTakings.visit("ssd_cla_visits", "clav_cla_visit")
                    .mustFollow(
                            Follows.underWay("placement"),
                            "The child was in no placement on that day, and a visit in the record is one to a placement"),
            Taking.of("ssd_missing", "missing-episode", "miss_missing_episode_start_date")
                    .until("miss_missing_episode_end_date")
                    .day("began", "miss_missing_episode_start_date")
                    .text("kind", "miss_missing_episode_type")
                    .day("returned", "miss_missing_episode_end_date"),
            Taking.of("ssd_cla_health", "health-assessment", "clah_health_check_date")
                    .when(
                            row -> row.text("clah_health_check_type").equals("Dental Check")
                                    || row.text("clah_health_check_type").equals("Health Assessment"),
                            "The record has no such kind of health check")
                    .mustFollow(Follows.underWay(PERIOD), NOT_THEN)
                    .day("made", "clah_health_check_date")
                    .makes("kind", SsdCareTakings::healthCheck),
            Taking.of("ssd_cla_immunisations", "health-assessment", "clai_immunisations_status_date")
                    .when(row -> row.isYes("clai_immunisations_status"), "The immunisations were not up to date")
                    .mustFollow(Follows.underWay(PERIOD), NOT_THEN)
                    .day("made", "clai_immunisations_status_date")
                    .says("kind", "IMMUNISATIONS"),
            Taking.of("ssd_sdq_scores", "strengths-and-difficulties", "csdq_sdq_completed_date")
                    .when(row -> row.has("csdq_sdq_completed_date"), "It has no day")
                    .mustFollow(Follows.underWay(PERIOD), NOT_THEN)
                    .day("completed", "csdq_sdq_completed_date")
                    .text("score", "csdq_sdq_score")
                    .text("reasonNone", "csdq_sdq_reason"),
            Taking.of("ssd_care_leavers", "care-leaver-contact", "clea_care_leaver_latest_contact")
                    .when(row -> row.has("clea_care_leaver_latest_contact"), "It has no day of the latest contact")
                    .day("contacted", "clea_care_leaver_latest_contact")
                    .text("inTouch", "clea_care_leaver_in_touch")
                    .text("activity", "clea_care_leaver_activity")
                    .text("accommodation", "clea_care_leaver_accommodation"));

    /** The dataset has it in the council's words; empty where they say none that is plain. */
    private static String standing(SourceRow row) {
        String words = row.text("immi_immigration_status").toLowerCase(Locale.ROOT);
        if (words.contains("unaccompanied") || words.contains("uasc")) {
            return "UASC";
        }
        if (words.contains("refugee")) {
            return "REFUGEE";
        }
        return words.contains("asylum") ? "ASYLUM_SEEKER" : "";
    }

    /** The dataset does not tell the first health assessment of a period from the reviews of it. */
    private static String healthCheck(SourceRow row, ChildRows child) {
        if (row.text("clah_health_check_type").equals("Dental Check")) {
            return "DENTAL_CHECK";
        }
        String began = child.list("ssd_cla_episodes").stream()
                .map(each -> each.text("clae_entered_care_date"))
                .filter(day -> day.compareTo(row.text("clah_health_check_date")) <= 0)
                .max(String::compareTo)
                .orElse("");
        boolean first = child.list("ssd_cla_health").stream()
                .filter(each -> each.text("clah_health_check_type").equals("Health Assessment"))
                .map(each -> each.text("clah_health_check_date"))
                .noneMatch(day -> day.compareTo(began) >= 0 && day.compareTo(row.text("clah_health_check_date")) < 0);
        return first ? "INITIAL_ASSESSMENT" : "REVIEW_ASSESSMENT";
    }
}
