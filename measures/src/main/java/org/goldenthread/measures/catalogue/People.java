package org.goldenthread.measures.catalogue;

/** Whether a measure's counts tell of persons, and so may have to be hidden where they are small. */
public enum People {
    CHILDREN("children"),
    FAMILIES("families"),
    /** Counts of things, such as schools inspected. */
    NONE("none");

    private final String key;

    People(String key) {
        this.key = key;
    }

    /** The word for it in a measure file. */
    public String key() {
        return key;
    }
}
