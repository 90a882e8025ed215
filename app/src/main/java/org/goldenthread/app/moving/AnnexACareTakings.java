package org.goldenthread.app.moving;

import java.util.List;

/** What the lists of Annex A on children looked after and care leavers are in a mirror: of each thing that changes, the last. */
final class AnnexACareTakings {

    private static final String CARE = "List 8";
    private static final String LEAVERS = "List 9";
    private static final String PERIOD = "period-of-care";
    private static final String BEGAN = "Date Started to be Looked After";
    private static final String ENDED = "Date Ceased to be Looked After";
    private static final String STATUS = "Child's Legal Status";
    private static final String STATUS_BEGAN = "Start date of current legal status";
    private static final String PLACEMENT_BEGAN = "Start Date of Most Recent Placement";
    private static final String REVIEWED = "Date of Latest Statutory Review";
    private static final String VISITED = "Date of Last Social Work Visit";
    private static final String HEALTH = "Date of Last Health Assessment";
    private static final String DENTAL = "Date of Last Dental Check";
    private static final String CONTACTED = "Latest Date of Contact";
    private static final String PATHWAY = "Latest Pathway Plan Review Date";

    private AnnexACareTakings() {}

    static final List<Taking> ALL = List.of(
            Taking.of(CARE, PERIOD, BEGAN)
                    .until(ENDED)
                    .day("began", BEGAN)
                    .day("ended", ENDED)
                    .text("reasonEnded", "Reason Ceased to be Looked After"),
            Taking.of(CARE, "legal-status", STATUS_BEGAN)
                    .when(row -> row.has(STATUS_BEGAN) || row.has(STATUS))
                    .when(row -> row.has(STATUS_BEGAN), "The legal status has no first day")
                    .until(ENDED)
                    .follows(Follows.sameRow(PERIOD))
                    .day("started", STATUS_BEGAN)
                    .day("ended", ENDED)
                    .text("status", STATUS),
            Taking.of(CARE, "placement", PLACEMENT_BEGAN)
                    .when(row -> row.has(PLACEMENT_BEGAN) || row.has("Placement Type"))
                    .when(row -> row.has(PLACEMENT_BEGAN), "The placement has no first day")
                    .until(ENDED)
                    .follows(Follows.sameRow(PERIOD))
                    .day("started", PLACEMENT_BEGAN)
                    .day("ended", ENDED)
                    .text("kind", "Placement Type")
                    .text("provider", "Placement Provider")
                    .text("postcode", "Placement postcode")
                    .text("ofstedNumber", "URN of Placement"),
            Taking.of(CARE, "looked-after-review", REVIEWED)
                    .when(row -> row.has(REVIEWED))
                    .alone()
                    .follows(Follows.sameRow(PERIOD))
                    .day("held", REVIEWED),
            // Whether the child was seen the list does not say.
            Taking.of(CARE, "visit", VISITED)
                    .when(row -> row.has(VISITED))
                    .alone()
                    .day("visited", VISITED),
            Taking.of(CARE, "health-assessment", HEALTH)
                    .when(row -> row.has(HEALTH))
                    .alone()
                    .follows(Follows.sameRow(PERIOD))
                    .day("made", HEALTH),
            Taking.of(CARE, "health-assessment", DENTAL)
                    .when(row -> row.has(DENTAL))
                    .alone()
                    .follows(Follows.sameRow(PERIOD))
                    .day("made", DENTAL)
                    .says("kind", "DENTAL_CHECK"),
            Taking.of(LEAVERS, "pathway-plan-review", PATHWAY)
                    .when(row -> row.has(PATHWAY))
                    .alone()
                    .day("held", PATHWAY),
            Taking.of(LEAVERS, "care-leaver-contact", CONTACTED)
                    .when(row -> row.has(CONTACTED), "It has no day of the latest contact")
                    .alone()
                    .day("contacted", CONTACTED)
                    .text("inTouch", "LA in Touch")
                    .text("activity", "Activity Status")
                    .makes("accommodation", (row, child) -> accommodation(row)));

    /** The return codes each kind of accommodation twice, as suitable and as not, which the list tells in two cells. */
    private static String accommodation(SourceRow row) {
        return switch (row.text("Suitability of Accommodation")) {
            case "suitable" -> row.text("Type of Accommodation") + "1";
            case "unsuitable" -> row.text("Type of Accommodation") + "2";
            default -> "";
        };
    }
}
