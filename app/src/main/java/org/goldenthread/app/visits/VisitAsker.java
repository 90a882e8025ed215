package org.goldenthread.app.visits;

import org.goldenthread.app.records.Labelled;

/** Who may ask for a visit besides those that fall due (regulation 28(7); for private fostering, regulation 8(2)). */
enum VisitAsker implements Labelled {
    CHILD("The child"),
    CARER("Whoever the child lives with, or who is responsible for where the child lives"),
    PARENT("A parent or somebody else with parental responsibility"),
    /** Not a person: the Chief Inspector’s notice to the authority about the home in which the child is placed. */
    HOME_NOTICE("A notice about the children’s home, under section 30A of the Care Standards Act 2000");

    private final String label;

    VisitAsker(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
