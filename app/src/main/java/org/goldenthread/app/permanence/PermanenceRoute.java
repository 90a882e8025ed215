package org.goldenthread.app.permanence;

import org.goldenthread.app.records.Labelled;

/** How a child is to have a home that lasts. */
enum PermanenceRoute implements Labelled {
    RETURN_HOME("Return home to parents"),
    FAMILY_OR_FRIENDS("With family or friends"),
    ADOPTION("Adoption"),
    SPECIAL_GUARDIANSHIP("Special guardianship"),
    CHILD_ARRANGEMENTS("Child arrangements order"),
    LONG_TERM_FOSTERING("Long-term fostering"),
    OTHER_LONG_TERM("Another long-term placement"),
    INDEPENDENCE("Supported into independence");

    private final String label;

    PermanenceRoute(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
