package org.goldenthread.app.permanence;

import org.goldenthread.app.records.Labelled;

/** On what footing parents agree that their child is placed for adoption. */
enum ConsentKind implements Labelled {
    SECTION_19("Consent to placement (section 19)"),
    UNDER_SIX_WEEKS("Written agreement for a child under six weeks (regulation 35(4))");

    private final String label;

    ConsentKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
