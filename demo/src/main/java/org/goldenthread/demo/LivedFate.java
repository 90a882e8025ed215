package org.goldenthread.demo;

/**
 * What becomes of a lived family, as far as it is not left to chance alone.
 *
 * @param protectedOf percent of assessments that lead to a strategy discussion
 * @param helpedOf percent of assessments that lead to a child in need plan
 * @param careOf percent of child protection plans that end with the child in care
 */
record LivedFate(Way way, int protectedOf, int helpedOf, int careOf) {

    /** Where it leads. */
    enum Way {
        /** Wherever the percentages let it. */
        BY_CHANCE,
        /** To adoption, as far as today lets it. */
        TO_ADOPTION,
        /** The child, in the teens already, comes into care and leaves it as a young adult. */
        THROUGH_CARE,
        /** The child is in the country alone and seeks asylum, and so is looked after from the first day until a young adult. */
        ALONE,
        /** The child is on another authority's child protection plan and moves here. */
        MOVED_HERE,
        /** The child is disabled and the family has short breaks, agreed as a series. */
        SHORT_BREAKS
    }

    /** Something of everything among a hundred. */
    static LivedFate ofAHundred(boolean forAdoption) {
        return new LivedFate(byChanceOr(forAdoption), 35, 30, 55);
    }

    /** About the stocks of plans and of children looked after that calibration.csv sets, beside its referrals. */
    static LivedFate ofABorough(boolean forAdoption) {
        return new LivedFate(byChanceOr(forAdoption), 20, 25, 50);
    }

    private static Way byChanceOr(boolean forAdoption) {
        return forAdoption ? Way.TO_ADOPTION : Way.BY_CHANCE;
    }

    /** One who comes into care in time to be an eligible child at 16. */
    static LivedFate ofACareLeaver() {
        return new LivedFate(Way.THROUGH_CARE, 100, 0, 100);
    }

    /** One who arrives alone in the teens, is looked after at once and leaves care as a young adult. */
    static LivedFate ofAnUnaccompaniedChild() {
        return new LivedFate(Way.ALONE, 0, 0, 100);
    }

    /** One whose family has a weekend of every two without them. */
    static LivedFate ofShortBreaks() {
        return new LivedFate(Way.SHORT_BREAKS, 0, 0, 0);
    }

    /** One whose plan came along from another authority. */
    static LivedFate ofAMoveHere() {
        return new LivedFate(Way.MOVED_HERE, 0, 0, 0);
    }

    boolean forAdoption() {
        return way == Way.TO_ADOPTION;
    }

    boolean leavesCare() {
        return way == Way.THROUGH_CARE || way == Way.ALONE;
    }

    boolean unaccompanied() {
        return way == Way.ALONE;
    }

    boolean movedHere() {
        return way == Way.MOVED_HERE;
    }

    boolean shortBreaks() {
        return way == Way.SHORT_BREAKS;
    }

    /** Whether it leads into care, whatever chance would say. */
    boolean isForCare() {
        return forAdoption() || leavesCare();
    }
}
