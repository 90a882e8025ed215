package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** What kind of danger, or of difficulty in reaching a child, a flag tells of. */
enum SafetyKind implements Labelled {
    VIOLENCE("Violence or threats to workers"),
    NOT_ALONE("Do not visit alone"),
    WEAPONS("Weapons"),
    ANIMAL("Dangerous animal"),
    INFECTION("Infection or other danger to health"),
    NO_CONTACT("Somebody must not be there or have contact"),
    HEALTH("Grave health need of the child"),
    ACCESS("How to get in, or to reach them");

    private final String label;

    SafetyKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
