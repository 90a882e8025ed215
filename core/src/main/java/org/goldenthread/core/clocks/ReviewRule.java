package org.goldenthread.core.clocks;

import java.time.LocalDate;

/**
 * How often a kind of review must be held.
 *
 * @param first clock of the first review, from the start
 * @param second clock of the second, from the first as held
 * @param later clock of each further one, from the one before as held
 * @param startDayCounts whether a review held on the very day of the start is one of the series
 */
public record ReviewRule(String first, String second, String later, boolean startDayCounts) {

    /** Reviews of a child looked after: Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33. */
    public static final ReviewRule LOOKED_AFTER = new ReviewRule(
            StatutoryClocks.FIRST_LOOKED_AFTER_REVIEW,
            StatutoryClocks.SECOND_LOOKED_AFTER_REVIEW,
            StatutoryClocks.LATER_LOOKED_AFTER_REVIEW,
            true);

    /**
     * Child protection review conferences. The conference that makes the plan is held on the day on which the plan starts,
     * and so is no review of it.
     */
    public static final ReviewRule CHILD_PROTECTION = new ReviewRule(
            StatutoryClocks.FIRST_CHILD_PROTECTION_REVIEW,
            StatutoryClocks.LATER_CHILD_PROTECTION_REVIEW,
            StatutoryClocks.LATER_CHILD_PROTECTION_REVIEW,
            false);

    /** Last day in time of the review of that number whose clock started on {@code start}. */
    LocalDate dueDate(int sequence, LocalDate start, Limits limits) {
        String clock = switch (sequence) {
            case 1 -> first;
            case 2 -> second;
            default -> later;
        };
        return limits.dueDate(clock, start);
    }

    LocalDate laterDueDate(LocalDate start, Limits limits) {
        return limits.dueDate(later, start);
    }
}
