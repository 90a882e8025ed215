package org.goldenthread.app.permanence;

import org.goldenthread.app.records.Labelled;

/** Why somebody who wished to adopt does so no longer, as Ofsted's Annex A has it. */
enum LeavingAdoption implements Labelled {
    WITHDREW("Withdrew"),
    ON_HOLD("On hold"),
    REFUSED("Refused");

    private final String label;

    LeavingAdoption(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
