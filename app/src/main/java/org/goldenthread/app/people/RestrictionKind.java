package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** Why a file is kept from those who would otherwise see it. */
enum RestrictionKind implements Labelled {
    STAFF_FAMILY("Family of somebody who works here"),
    ADOPTION("Adoption"),
    MARAC("Domestic abuse, high risk (MARAC)"),
    ALLEGATION("Allegation against somebody who works with children"),
    OTHER("Other");

    private final String label;

    RestrictionKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
