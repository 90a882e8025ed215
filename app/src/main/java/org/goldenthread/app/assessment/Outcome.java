package org.goldenthread.app.assessment;

import org.goldenthread.app.records.Labelled;

/** What an assessment recommends. */
enum Outcome implements Labelled {
    NO_FURTHER_ACTION("No further action"),
    EARLY_HELP("Step down to early help"),
    CHILD_IN_NEED_PLAN("Child in need plan"),
    STRATEGY_DISCUSSION("Strategy discussion"),
    CONTINUE_PLAN("Continue the plan there is"),
    LEGAL_PLANNING("Legal planning meeting"),
    LOOKED_AFTER("Become looked after");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
