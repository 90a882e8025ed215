package org.goldenthread.core.figures;

/** Which part of a committee's papers a publication belongs to (Local Government Act 1972, Schedule 12A). */
public enum Part {
    /** Open to the public: nothing in it may tell of a person. */
    PART_1("Part 1", 1),
    /** Exempt: for members and officers, with small numbers shown. */
    PART_2("Part 2", 2);

    private final String label;
    private final int number;

    Part(String label, int number) {
        this.label = label;
        this.number = number;
    }

    public String label() {
        return label;
    }

    public int number() {
        return number;
    }
}
