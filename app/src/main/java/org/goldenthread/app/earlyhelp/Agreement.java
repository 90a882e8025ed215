package org.goldenthread.app.earlyhelp;

import org.goldenthread.app.records.Labelled;

/** Whether the family agrees to early help, without which there is none. */
enum Agreement implements Labelled {
    YES("Yes, the family agrees"),
    NOT_YET("Not asked yet"),
    NO("No, the family does not agree");

    private final String label;

    Agreement(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
