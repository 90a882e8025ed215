package org.goldenthread.app.earlyhelp;

import org.goldenthread.app.records.Labelled;

/** In what way early help was given or spoken of. */
enum NoteKind implements Labelled {
    HOME_VISIT("Home visit"),
    FAMILY_HUB("At a family hub or children’s centre"),
    GROUP("Group or programme"),
    CALL("Telephone or video call"),
    MESSAGE("E-mail, letter or message"),
    MEETING("Meeting"),
    SUPERVISION("Supervision"),
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
