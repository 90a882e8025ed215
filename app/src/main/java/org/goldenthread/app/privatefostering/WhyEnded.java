package org.goldenthread.app.privatefostering;

import org.goldenthread.app.records.Labelled;

/** Why a child is no longer fostered privately (Children Act 1989, section 66 and schedule 8). */
enum WhyEnded implements Labelled {
    WENT_HOME("Went back to a parent, another with parental responsibility or a close relative"),
    SIXTEEN("Turned 16, and is not disabled"),
    EIGHTEEN("Turned 18"),
    FEWER_THAN_28_DAYS("Lasted fewer than 28 days, and was not meant to last longer"),
    LOOKED_AFTER("Started to be looked after"),
    PROHIBITED("Prohibited, and the child has moved"),
    MOVED("Moved to another carer or out of the area"),
    DID_NOT_BEGIN("The proposal came to nothing"),
    OTHER("Something else");

    private final String label;

    WhyEnded(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
