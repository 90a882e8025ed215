package org.goldenthread.app.visits;

import org.goldenthread.app.records.Labelled;

/** Whether a child was seen alone. */
public enum SeenAlone implements Labelled {
    YES("Yes, seen alone"),
    NOT_APPROPRIATE("No, it was not appropriate at the child’s age or by the child’s wish"),
    NO("No");

    private final String label;

    SeenAlone(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
