package org.goldenthread.app.cpis;

import org.goldenthread.app.records.Labelled;

/** Whose NHS number it is: an unborn child's plan stands under the mother's. */
enum NumberOf implements Labelled {
    CHILD("The child"),
    MOTHER("The mother, before the birth");

    private final String label;

    NumberOf(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
