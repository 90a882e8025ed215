package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** A person's sex, in the letters that the returns of 2025 and later use; those of earlier years are written in theirs. */
enum Sex implements Labelled {
    F("Female"),
    M("Male"),
    U("Not known");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
