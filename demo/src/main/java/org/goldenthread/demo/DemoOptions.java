package org.goldenthread.demo;

import java.time.LocalDate;

/**
 * What sort of borough to make up. The same options always give the same borough and, byte for byte, the same files.
 *
 * @param authority the council
 * @param seed chooses among boroughs of the same size
 * @param scale size; 1 is 75,000 children under 18
 * @param asAt last day that the returns know of
 * @param years how many collection years the returns cover, the one that holds {@code asAt} included
 * @param slips whether the returns of the last year have the mistakes of {@link Slips}
 */
public record DemoOptions(DemoAuthority authority, long seed, double scale, LocalDate asAt, int years, boolean slips) {
    private static final LocalDate DEFAULT_AS_AT = LocalDate.of(2024, 3, 31);
    private static final LocalDate EARLIEST = LocalDate.of(2018, 4, 1);
    private static final LocalDate LATEST = LocalDate.of(2027, 3, 31);

    public DemoOptions {
        if (!(scale > 0 && scale <= 20)) {
            throw new IllegalArgumentException("The scale must be above 0 and at most 20, but is " + scale + ".");
        }
        if (years < 1 || years > 5) {
            throw new IllegalArgumentException("The returns cover 1 to 5 years, but " + years + " were asked for.");
        }
        if (asAt.isBefore(EARLIEST) || asAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("The made-up borough can be made as at any day from " + EARLIEST + " to "
                    + LATEST + ", but " + asAt + " was asked for.");
        }
    }

    public DemoOptions(long seed, double scale, LocalDate asAt, int years) {
        this(DemoAuthority.FAIRMEAD, seed, scale, asAt, years, true);
    }

    /** Fairmead in full as at 31 March 2024, with three years of returns and slips in the last. */
    public static DemoOptions standard() {
        return new DemoOptions(DemoAuthority.FAIRMEAD, 1, 1, DEFAULT_AS_AT, 3, true);
    }

    public DemoOptions withAuthority(DemoAuthority changed) {
        return new DemoOptions(changed, seed, scale, asAt, years, slips);
    }

    public DemoOptions withSeed(long changed) {
        return new DemoOptions(authority, changed, scale, asAt, years, slips);
    }

    public DemoOptions withScale(double changed) {
        return new DemoOptions(authority, seed, changed, asAt, years, slips);
    }

    public DemoOptions withAsAt(LocalDate changed) {
        return new DemoOptions(authority, seed, scale, changed, years, slips);
    }

    /** A borough whose returns have no mistake on purpose. */
    public DemoOptions withoutSlips() {
        return new DemoOptions(authority, seed, scale, asAt, years, false);
    }

    /** The 31 March that ends the collection year of {@code asAt}. */
    LocalDate lastYearEnd() {
        return yearEnd(asAt);
    }

    /** The 1 April on which the first collection year begins. */
    LocalDate firstDay() {
        return lastYearEnd().minusYears(years).plusDays(1);
    }

    static LocalDate yearEnd(LocalDate day) {
        return LocalDate.of(day.getMonthValue() >= 4 ? day.getYear() + 1 : day.getYear(), 3, 31);
    }
}
