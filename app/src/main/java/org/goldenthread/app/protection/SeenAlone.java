package org.goldenthread.app.protection;

import org.goldenthread.app.records.Labelled;

enum SeenAlone implements Labelled {
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
