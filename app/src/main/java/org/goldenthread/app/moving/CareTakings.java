package org.goldenthread.app.moving;

import java.util.List;

/** What the tables of the SSDA903 beside its episodes are in the record. */
final class CareTakings {

    private static final String PERIOD = "period-of-care";
    /** The last day of the collection year that a row is of. */
    static final String YEAR_END = "YEAR_END";
    /** The birthday within the collection year that a row is of, about which the return asks of care leavers. */
    static final String BIRTHDAY = "BIRTHDAY";

    private CareTakings() {}

    static final List<Taking> ALL = List.of(
            Taking.of("Reviews", "looked-after-review", "REVIEW")
                    .onceADay()
                    .historyMustHave(Follows.underWay(PERIOD), "The child was not looked after on that day")
                    .day("held", "REVIEW")
                    .text("participation", "REVIEW_CODE"),
            Taking.of("Missing", "missing-episode", "MIS_START")
                    .until("MIS_END")
                    .day("began", "MIS_START")
                    .text("kind", "MISSING")
                    .day("returned", "MIS_END"),
            Taking.of("OC2", "care-year", YEAR_END)
                    .mustFollow(Follows.underWay(PERIOD), "The child was not looked after at the end of that year")
                    .day("told", YEAR_END)
                    .makes("convicted", (row, child) -> yesOrNo(row, "CONVICTED"))
                    .makes("substanceMisuse", (row, child) -> yesOrNo(row, "SUBSTANCE_MISUSE"))
                    .makes(
                            "interventionReceived",
                            (row, child) -> isMisuse(row) ? yesOrNo(row, "INTERVENTION_RECEIVED") : "")
                    .makes(
                            "interventionOffered",
                            (row, child) -> isMisuse(row)
                                            && row.text("INTERVENTION_RECEIVED").equals("0")
                                    ? yesOrNo(row, "INTERVENTION_OFFERED")
                                    : ""),
            // Told, and not taken: a record of them has a day, which sets the clock of the next.
            Taking.of("OC2", "health-assessment", YEAR_END)
                    .when(
                            row -> false,
                            "Of OC2 the health checks and the questionnaire are not taken: the return gives no day of them"),
            Taking.of("OC3", "care-leaver-contact", BIRTHDAY)
                    .day("contacted", BIRTHDAY)
                    .text("inTouch", "IN_TOUCH")
                    .text("activity", "ACTIV")
                    .text("accommodation", "ACCOM")
                    .says(
                            "note",
                            "From the return, which gives no day: that of the birthday about which it asks stands"));

    /** Only then does the return ask of an intervention; what it says otherwise its own rules find. */
    private static boolean isMisuse(SourceRow row) {
        return row.text("SUBSTANCE_MISUSE").equals("1");
    }

    private static String yesOrNo(SourceRow row, String cell) {
        return switch (row.text(cell)) {
            case "1" -> "yes";
            case "0" -> "no";
            default -> "";
        };
    }
}
