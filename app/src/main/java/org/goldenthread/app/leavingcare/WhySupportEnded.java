package org.goldenthread.app.leavingcare;

import org.goldenthread.app.records.Labelled;

/** Why a care leaver is supported no longer (Children Act 1989, sections 23A to 23CZB). */
enum WhySupportEnded implements Labelled {
    TWENTY_ONE("Turned 21, is not in education or training and asks for nothing more"),
    PROGRAMME_ENDED("Over 21, and the education or training has ended"),
    TWENTY_FIVE("Turned 25"),
    RETURNED_HOME("Under 18 and at home with a parent for six months or more"),
    OTHER_AUTHORITY("Looked after by another authority now"),
    DOES_NOT_WANT_IT("Does not want it, and knows how to come back"),
    DIED("Died"),
    OTHER("Something else");

    private final String label;

    WhySupportEnded(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
