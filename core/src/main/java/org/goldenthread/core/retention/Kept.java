package org.goldenthread.core.retention;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides how long the record of one person is kept.
 *
 * @param born null where it is not known
 * @param died null where they live or it is not known
 * @param adopted the day of the adoption order; null where there is none
 * @param lookedAfter whether they were ever looked after
 * @param careLeaver whether they were ever owed help as a care leaver
 * @param protection whether there was ever a strategy discussion, section 47 enquiry, conference or child protection plan
 * @param lastEntry the last day on which anything happened that is recorded
 */
public record Kept(
        @Nullable LocalDate born,
        @Nullable LocalDate died,
        @Nullable LocalDate adopted,
        boolean lookedAfter,
        boolean careLeaver,
        boolean protection,
        LocalDate lastEntry) {

    private static final int ADULT = 18;

    /** What a rule of retention is for. */
    enum Covers {
        ADOPTED,
        LOOKED_AFTER,
        CARE_LEAVER,
        PROTECTION,
        EVERYBODY
    }

    /** From which day its years are counted. */
    enum From {
        ORDER,
        BIRTH,
        LAST_ENTRY
    }

    boolean isCovered(Covers covers) {
        return switch (covers) {
            case ADOPTED -> adopted != null;
            case LOOKED_AFTER -> lookedAfter;
            case CARE_LEAVER -> careLeaver;
            case PROTECTION -> protection;
            case EVERYBODY -> true;
        };
    }

    /**
     * The last day on which it must be kept under a rule that covers them.
     *
     * @return empty where it cannot be told, so that it must be kept
     */
    Optional<LocalDate> until(RetentionRule rule, int years) {
        boolean diedAsChild = born != null && died != null && died.isBefore(anniversary(born, ADULT));
        if (diedAsChild && died != null && rule.yearsAfterDeath() != null) {
            return Optional.of(anniversary(died, rule.yearsAfterDeath()));
        }
        LocalDate from = switch (rule.countedFrom()) {
            case ORDER -> adopted;
            case BIRTH -> born;
            case LAST_ENTRY -> lastEntry;
        };
        return from == null ? Optional.empty() : Optional.of(anniversary(from, years));
    }

    /** Of 29 February it is 1 March in a common year: the later, since nothing may be destroyed a day too soon. */
    private static LocalDate anniversary(LocalDate day, int years) {
        LocalDate anniversary = day.plusYears(years);
        boolean leapDay = day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == 29;
        return leapDay && !anniversary.isLeapYear() ? anniversary.plusDays(1) : anniversary;
    }
}
