package org.goldenthread.app.supervision;

import org.goldenthread.app.records.Labelled;

/** In what company the work was talked over. */
enum SupervisionKind implements Labelled {
    INDIVIDUAL("Individual supervision"),
    GROUP("Group supervision");

    private final String label;

    SupervisionKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
