package org.goldenthread.app.attachments;

import org.goldenthread.app.records.Labelled;

/** What a document is, as a worker would file it. */
enum DocumentKind implements Labelled {
    LETTER("Letter or e-mail"),
    REPORT("Report or assessment by somebody else"),
    COURT("Court order or paper of the court"),
    HEALTH("Health"),
    EDUCATION("School or education"),
    IDENTITY("Birth certificate or other proof of identity"),
    CHILD("Something the child drew, wrote or made"),
    PHOTOGRAPH("Photograph"),
    OTHER("Something else");

    private final String label;

    DocumentKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
