package org.goldenthread.app.casenotes;

import org.goldenthread.app.records.Labelled;

enum NoteKind implements Labelled {
    HOME_VISIT("Home visit"),
    VISIT("Visit elsewhere"),
    CALL("Telephone or video call"),
    MESSAGE("E-mail, letter or message"),
    MEETING("Meeting"),
    SUPERVISION("Supervision and management oversight"),
    NOTE("Note");

    private final String label;

    NoteKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
