package org.goldenthread.app.visits;

import org.goldenthread.app.records.Labelled;

/** Whether the child was seen: a visit at which the child was not seen stops no clock. */
enum Seen implements Labelled {
    ALONE("Yes, alone"),
    WITH_OTHERS("Yes, with others there"),
    NO("No, the child was not seen");

    private final String label;

    Seen(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
