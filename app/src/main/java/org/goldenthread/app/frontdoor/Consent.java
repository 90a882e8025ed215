package org.goldenthread.app.frontdoor;

import org.goldenthread.app.records.Labelled;

/** Whether the family knows of the contact and agrees to information being shared. */
enum Consent implements Labelled {
    GIVEN("They know and agree"),
    INFORMED("They know and do not agree"),
    NOT_ASKED("Not asked, because asking may put the child at risk"),
    NOT_YET("Not asked yet");

    private final String label;

    Consent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
