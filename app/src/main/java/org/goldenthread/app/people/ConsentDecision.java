package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** What somebody said when they were asked to have information shared. */
enum ConsentDecision implements Labelled {
    GIVEN("They agree"),
    GIVEN_IN_PART("They agree to some of it"),
    REFUSED("They do not agree");

    private final String label;

    ConsentDecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
