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

    private static final Weights INFANT = Weights.of("ADOPTION 29, GUARDIANSHIP 31, SHORT 24, LONG 16");
    private static final Weights UNDER_FIVE = Weights.of("ADOPTION 12, GUARDIANSHIP 32, SHORT 30, LONG 26");
    private static final Weights UNDER_TEN = Weights.of("GUARDIANSHIP 18, SHORT 36, LONG 46");
    private static final Weights UNDER_FOURTEEN = Weights.of("GUARDIANSHIP 6, SHORT 40, LONG 54");
    private static final Weights UNDER_SIXTEEN = Weights.of("SHORT 45, LONG 55");
    private static final Weights OLDER = Weights.of("SHORT 30, LONG 70");

    static CareKind forAge(int age, Dice dice) {
        Weights weights = age < 1
                ? INFANT
                : age < 5
                        ? UNDER_FIVE
                        : age < 10 ? UNDER_TEN : age < 14 ? UNDER_FOURTEEN : age < 16 ? UNDER_SIXTEEN : OLDER;
        return valueOf(dice.weighted(weights));
    }

    /** The same, as it can be for a brother or sister of another age. */
    CareKind forSibling(int age) {
        return this == ADOPTION && age >= 6 ? LONG : this;
    }
}
