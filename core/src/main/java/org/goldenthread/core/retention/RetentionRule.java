package org.goldenthread.core.retention;

import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code retention-rules.csv}.
 *
 * @param years how many whole years from the day that it counts from; a council's own may be set otherwise
 * @param yearsAfterDeath in their place where somebody died before 18; null where a death changes nothing
 * @param ofLaw whether law lays it down; else the council sets it
 * @param law what lays it down, or that the council does
 */
public record RetentionRule(
        String id,
        String title,
        Kept.Covers covers,
        Kept.From countedFrom,
        int years,
        @Nullable Integer yearsAfterDeath,
        boolean ofLaw,
        String law) {

    /** From what its years are counted, in words. */
    public String from() {
        return switch (countedFrom) {
            case ORDER -> "the adoption order";
            case BIRTH -> "birth";
            case LAST_ENTRY -> "the last entry";
        };
    }
}
