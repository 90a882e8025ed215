package org.goldenthread.app.moving;

import java.util.List;

/** What the lists of Annex A on contacts and early help are in a mirror. What came of a contact they do not say. */
final class AnnexADoorTakings {

    private static final String CONTACTED = "Date of Contact";
    private static final String BEGAN = "Assessment start date";

    private AnnexADoorTakings() {}

    static final List<Taking> ALL = List.of(
            Taking.of("List 1", "contact", CONTACTED)
                    .alone()
                    .day("received", CONTACTED)
                    .text("source", "Contact Source")
                    .says("concern", "Not in Annex A"),
            Taking.of("List 2", "early-help-assessment", BEGAN)
                    .alone()
                    .until("Assessment completion date")
                    .day("began", BEGAN)
                    .text("organisation", "Organisation completing assessment"));
}
