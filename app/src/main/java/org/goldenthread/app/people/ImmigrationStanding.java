package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** On what footing somebody who is subject to immigration control is in the country. */
enum ImmigrationStanding implements Labelled {
    /** Under 18, separated from both parents, with no adult responsible for them, and has claimed asylum (Immigration Rules, paragraph 352ZD). */
    UASC("Unaccompanied asylum-seeking child (UASC)"),
    ASYLUM_SEEKER("Asylum seeker, with a parent or carer"),
    REFUGEE("Refugee"),
    PROTECTION("Humanitarian protection or another leave to remain"),
    SETTLED("Settled status or indefinite leave"),
    NO_RECOURSE("No recourse to public funds"),
    APPEAL_ENDED("Claim refused, and every appeal has ended"),
    NOT_KNOWN("Not known yet");

    private final String label;

    ImmigrationStanding(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
