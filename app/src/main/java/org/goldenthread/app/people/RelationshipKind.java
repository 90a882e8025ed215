package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** What another person is to this one. */
public enum RelationshipKind implements Labelled {
    MOTHER("Mother"),
    FATHER("Father"),
    STEP_PARENT("Step-parent"),
    PARTNER_OF_PARENT("Partner of a parent"),
    SIBLING("Brother or sister"),
    HALF_SIBLING("Half-brother or half-sister"),
    STEP_SIBLING("Step-brother or step-sister"),
    GRANDPARENT("Grandparent"),
    AUNT_OR_UNCLE("Aunt or uncle"),
    GUARDIAN("Guardian, special guardian or adopter"),
    FOSTER_CARER("Foster carer"),
    CHILD("Son or daughter"),
    PARTNER("Partner"),
    OTHER_RELATIVE("Other relative"),
    FRIEND("Friend of the family"),
    OTHER("Somebody else who matters");

    private final String label;

    RelationshipKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    boolean isSibling() {
        return this == SIBLING || this == HALF_SIBLING || this == STEP_SIBLING;
    }

    /** What it is called where it is read from the other's page, before the person's name. */
    String fromTheOtherEnd() {
        return switch (this) {
            case MOTHER, FATHER -> "Son or daughter";
            case CHILD -> "Parent";
            case SIBLING, HALF_SIBLING, STEP_SIBLING, PARTNER, OTHER_RELATIVE -> label;
            case STEP_PARENT -> "Stepchild";
            case PARTNER_OF_PARENT -> "Child of their partner";
            case GUARDIAN -> "Child in their care";
            case FOSTER_CARER -> "Foster child";
            case GRANDPARENT -> "Grandchild";
            case AUNT_OR_UNCLE -> "Niece or nephew";
            case FRIEND -> "Friend";
            case OTHER -> "Somebody who matters";
        };
    }
}
