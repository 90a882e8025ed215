package org.goldenthread.app.protection;

import org.goldenthread.app.records.Labelled;

enum ReviewDecision implements Labelled {
    CONTINUE("The plan continues"),
    END("The plan ends");

    private final String label;

    ReviewDecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
