package org.goldenthread.demo;

/**
 * What becomes of a lived family, as far as it is not left to chance alone.
 *
 * @param forAdoption whether it leads to adoption, as far as today lets it
 * @param protectedOf percent of assessments that lead to a strategy discussion
 * @param helpedOf percent of assessments that lead to a child in need plan
 * @param careOf percent of child protection plans that end with the child in care
 */
record LivedFate(boolean forAdoption, int protectedOf, int helpedOf, int careOf) {

    /** Something of everything among a hundred. */
    static LivedFate ofAHundred(boolean forAdoption) {
        return new LivedFate(forAdoption, 35, 30, 55);
    }

    /** About the stocks of plans and of children looked after that calibration.csv sets, beside its referrals. */
    static LivedFate ofABorough(boolean forAdoption) {
        return new LivedFate(forAdoption, 20, 25, 50);
    }
}
