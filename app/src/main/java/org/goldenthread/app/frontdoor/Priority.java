package org.goldenthread.app.frontdoor;

import org.goldenthread.app.records.Labelled;

/** How soon a MASH enquiry must be decided; the hours are the council's to set. */
enum Priority implements Labelled {
    RED("Red: may be at risk of significant harm now"),
    AMBER("Amber: significant concern, not immediate"),
    GREEN("Green: may need a service");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    String event() {
        return "mash-rated-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
