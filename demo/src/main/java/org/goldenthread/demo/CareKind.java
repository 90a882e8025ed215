package org.goldenthread.demo;

/** How a time in care runs. */
enum CareKind {
    /** Back home within months. */
    SHORT,
    /** To adulthood, or for years. */
    LONG,
    ADOPTION,
    GUARDIANSHIP,
    UNACCOMPANIED;

    private static final Weights INFANT = Weights.of("ADOPTION 34, GUARDIANSHIP 35, SHORT 19, LONG 12");
    private static final Weights UNDER_FIVE = Weights.of("ADOPTION 13, GUARDIANSHIP 35, SHORT 29, LONG 23");
    private static final Weights UNDER_TEN = Weights.of("GUARDIANSHIP 22, SHORT 34, LONG 44");
    private static final Weights UNDER_FOURTEEN = Weights.of("GUARDIANSHIP 6, SHORT 40, LONG 54");
    private static final Weights UNDER_SIXTEEN = Weights.of("SHORT 45, LONG 55");
    private static final Weights OLDER = Weights.of("SHORT 30, LONG 70");

    /** @param place from 0 to below 1: where in the shares of the age group */
    static CareKind forAge(int age, double place) {
        return valueOf(weights(age).at(place));
    }

    private static Weights weights(int age) {
        if (age < 1) {
            return INFANT;
        }
        if (age < 5) {
            return UNDER_FIVE;
        }
        if (age < 10) {
            return UNDER_TEN;
        }
        return age < 14 ? UNDER_FOURTEEN : age < 16 ? UNDER_SIXTEEN : OLDER;
    }

    /** The same, as it can be for a brother or sister of another age. */
    CareKind forSibling(int age) {
        return this == ADOPTION && age >= 6 ? LONG : this;
    }
}
