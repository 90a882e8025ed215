package org.goldenthread.app.records;

/** In what capacity somebody works with a person. */
public enum Duty implements Labelled {
    ALLOCATED_WORKER("Allocated worker"),
    FURTHER_WORKER("Further worker"),
    LEAD_PRACTITIONER("Lead practitioner"),
    REVIEWING_OFFICER("Reviewing officer"),
    PERSONAL_ADVISER("Personal adviser");

    private final String label;

    Duty(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
