package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

enum AddressKind implements Labelled {
    HOME("Home"),
    PLACEMENT("Placement"),
    CORRESPONDENCE("Where letters go"),
    OTHER("Other");

    private final String label;

    AddressKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
