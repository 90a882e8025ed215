package org.goldenthread.app.cpis;

/** The three kinds of status that the standard has. */
enum CpisKind {
    CHILD_PROTECTION_PLAN("Child protection plan"),
    UNBORN_CHILD_PROTECTION_PLAN("Unborn child protection plan"),
    LOOKED_AFTER("Looked after");

    private final String label;

    CpisKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
