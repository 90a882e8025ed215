package org.goldenthread.app.protection;

import org.goldenthread.app.records.Labelled;

/** Whether a child who is on a plan of another authority has come to stay: the plan goes over to where the child lives for good. */
enum MoveHere implements Labelled {
    TO_STAY("Yes: a conference decides here whether there is to be a plan"),
    FOR_A_TIME("No: the other authority keeps the plan, and we know of the child");

    private final String label;

    MoveHere(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
