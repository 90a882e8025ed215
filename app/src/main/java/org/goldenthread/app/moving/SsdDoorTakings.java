package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.core.codes.CodeSet;

/** What the tables of the Standard Safeguarding Dataset on contacts and early help are in the record. */
final class SsdDoorTakings {

    static final String EPISODES = "ssd_early_help_episodes";
    private static final String NOT_SAID = "Not in the Standard Safeguarding Dataset";
    private static final String CONTACTED = "cont_contact_date";
    private static final String OUTCOME = "cont_contact_outcome_json";
    private static final String SOURCE = "cont_contact_source_code";
    private static final String BEGAN = "earl_episode_start_date";
    private static final String ENDED = "earl_episode_end_date";
    private static final String END_REASON = "earl_episode_end_reason";
    private static final CodeSet SOURCES = CodeSet.of("cin", "ReferralSource");

    /** How long before the day of the mirror a contact without an outcome may have come and wait for its decision still; longer, and it is a gap. */
    private static final int DAYS_UNDECIDED = 7;

    private SsdDoorTakings() {}

    /** A row of which it is not plain what came of it falls away alone: a contact is a thing of its own, and no history has a hole for want of it. */
    static List<Taking> asAt(LocalDate asAt) {
        return List.of(
                Taking.of("ssd_contacts", "contact", CONTACTED)
                        .when(row -> row.has(CONTACTED), CONTACTED + " is missing")
                        .when(
                                row -> SOURCES.findLabel(row.text(SOURCE)).isPresent(),
                                SOURCE
                                        + " is no code of the census’s referral sources, without which the record takes no contact")
                        .when(
                                row -> isDecided(row) || isWaiting(row, asAt),
                                OUTCOME
                                        + " does not say plainly what came of it, and a contact that has ended needs an outcome")
                        .alone()
                        .day("received", CONTACTED)
                        .text("source", SOURCE)
                        .says("concern", NOT_SAID)
                        .makes(
                                "threshold",
                                (row, child) ->
                                        row.has(OUTCOME) ? "Outcome in the present system: " + row.text(OUTCOME) : "")
                        .moved((row, child) -> isDecided(row)
                                ? Optional.of(new Fact.Decided(
                                        DoorOutcomes.ofContact(row.text(OUTCOME))
                                                .orElseThrow(),
                                        row.day(CONTACTED),
                                        false))
                                : Optional.empty()),
                Taking.of(EPISODES, "early-help-assessment", BEGAN)
                        .when(row -> row.has(BEGAN), BEGAN + " is missing")
                        .when(
                                row -> !row.has(ENDED)
                                        || DoorOutcomes.ofEarlyHelp(row.text(END_REASON))
                                                .isPresent(),
                                END_REASON
                                        + " does not say plainly why it ended, and an assessment that has ended needs an outcome")
                        .alone()
                        .until(ENDED)
                        .day("began", BEGAN)
                        .text("organisation", "earl_episode_organisation")
                        .makes(
                                "needs",
                                (row, child) -> row.has("earl_episode_reason")
                                        ? "Reason in the present system: " + row.text("earl_episode_reason")
                                        : "")
                        .makes(
                                "analysis",
                                (row, child) -> row.has(END_REASON)
                                        ? "It ended in the present system: " + row.text(END_REASON)
                                        : "")
                        .moved((row, child) -> row.has(ENDED)
                                ? Optional.of(new Fact.Decided(
                                        DoorOutcomes.ofEarlyHelp(row.text(END_REASON))
                                                .orElseThrow(),
                                        row.day(ENDED),
                                        true))
                                : Optional.empty()));
    }

    private static boolean isDecided(SourceRow row) {
        return DoorOutcomes.ofContact(row.text(OUTCOME)).isPresent();
    }

    private static boolean isWaiting(SourceRow row, LocalDate asAt) {
        if (row.has(OUTCOME)) {
            return DoorOutcomes.isUndecided(row.text(OUTCOME));
        }
        try {
            LocalDate day = row.findDay(CONTACTED);
            return day != null && !day.isBefore(asAt.minusDays(DAYS_UNDECIDED));
        } catch (UnreadableException unread) {
            return false;
        }
    }
}
