package org.goldenthread.app.partners;

import org.goldenthread.app.records.Labelled;

/** Whether an agency asked the family before it sent a referral; named as the contact that comes of it names it. */
public enum ConsentAsked implements Labelled {
    GIVEN("They know and agree"),
    INFORMED("They know and do not agree"),
    NOT_ASKED("We did not ask, because asking may put the child at risk"),
    NOT_YET("We have not asked yet");

    private final String label;

    ConsentAsked(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether it must be said why they were not asked or why it is sent all the same. */
    boolean wantsReason() {
        return this != GIVEN;
    }
}
