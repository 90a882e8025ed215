package org.goldenthread.app.protection;

import org.goldenthread.app.records.Labelled;

/** What a section 47 enquiry found. */
enum Finding implements Labelled {
    LIKELY_HARM("Concerns substantiated, and the child is likely to suffer significant harm"),
    NO_LIKELY_HARM("Concerns substantiated, and the child is not likely to suffer significant harm"),
    NOT_SUBSTANTIATED("Concerns not substantiated");

    private final String label;

    Finding(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
