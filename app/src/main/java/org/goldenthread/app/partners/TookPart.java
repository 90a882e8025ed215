package org.goldenthread.app.partners;

import org.goldenthread.app.records.Labelled;

/** Whether the agency was part of the meeting of which it is given the record. */
public enum TookPart implements Labelled {
    ATTENDED("It took part"),
    INVITED("It was invited and could not come");

    private final String label;

    TookPart(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
