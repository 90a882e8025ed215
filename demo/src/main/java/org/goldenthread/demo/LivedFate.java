package org.goldenthread.demo;

/**
 * What becomes of a lived family, as far as it is not left to chance alone.
 *
 * @param forAdoption whether it leads to adoption, as far as today lets it
 * @param leavesCare whether the child, in the teens already, comes into care and leaves it as a young adult
 * @param unaccompanied whether the child is in the country alone and seeks asylum, and so is looked after from the first day
 * @param protectedOf percent of assessments that lead to a strategy discussion
 * @param helpedOf percent of assessments that lead to a child in need plan
 * @param careOf percent of child protection plans that end with the child in care
 */
record LivedFate(
        boolean forAdoption, boolean leavesCare, boolean unaccompanied, int protectedOf, int helpedOf, int careOf) {

    /** Something of everything among a hundred. */
    static LivedFate ofAHundred(boolean forAdoption) {
        return new LivedFate(forAdoption, false, false, 35, 30, 55);
    }

    /** About the stocks of plans and of children looked after that calibration.csv sets, beside its referrals. */
    static LivedFate ofABorough(boolean forAdoption) {
        return new LivedFate(forAdoption, false, false, 20, 25, 50);
    }

    /** One who comes into care in time to be an eligible child at 16. */
    static LivedFate ofACareLeaver() {
        return new LivedFate(false, true, false, 100, 0, 100);
    }

    /** One who arrives alone in the teens, is looked after at once and leaves care as a young adult. */
    static LivedFate ofAnUnaccompaniedChild() {
        return new LivedFate(false, true, true, 0, 0, 100);
    }

    /** Whether it leads into care, whatever chance would say. */
    boolean isForCare() {
        return forAdoption || leavesCare;
    }
}
