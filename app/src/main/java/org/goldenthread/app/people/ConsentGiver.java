package org.goldenthread.app.people;

import org.goldenthread.app.records.Labelled;

/** Who decides for a child whether information is shared. */
enum ConsentGiver implements Labelled {
    CHILD("The child or young person"),
    PARENTAL_RESPONSIBILITY("Somebody with parental responsibility"),
    LOCAL_AUTHORITY("The council, which shares parental responsibility under a care order"),
    THE_PERSON("The person themselves, who is an adult"),
    OTHER("Somebody else");

    private final String label;

    ConsentGiver(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
