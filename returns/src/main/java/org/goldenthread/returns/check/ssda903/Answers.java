package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;

import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Groups of fields that are answered together, and whether a row answers them. */
final class Answers {
    private static final Set<String> NO_OR_YES = Set.of("0", "1");

    private static final Field[] CARE_LEAVER = {IN_TOUCH, ACTIV, ACCOM};
    private static final Field[] ADOPTION = {DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR};
    private static final Field[] HEALTH = {IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE};
    private static final Field[] OF_TWELVE_MONTHS = {
        CONVICTED,
        HEALTH_CHECK,
        IMMUNISATIONS,
        TEETH_CHECK,
        HEALTH_ASSESSMENT,
        SUBSTANCE_MISUSE,
        INTERVENTION_RECEIVED,
        INTERVENTION_OFFERED
    };

    private Answers() {}

    /** What is told of a care leaver. */
    static Field[] careLeaver() {
        return CARE_LEAVER.clone();
    }

    /** What is told of an adoption. */
    static Field[] adoption() {
        return ADOPTION.clone();
    }

    /** What is told of every child looked after for twelve months, by no or yes. */
    static Field[] ofTwelveMonths() {
        return OF_TWELVE_MONTHS.clone();
    }

    static boolean isAnyOfCareLeaver(Row leaver) {
        return leaver.isAnyFilled(CARE_LEAVER);
    }

    static boolean isAnyOfAdoption(Row adoption) {
        return adoption.isAnyFilled(ADOPTION);
    }

    static boolean isAnyOfTwelveMonths(Row outcome) {
        return outcome.isAnyFilled(OF_TWELVE_MONTHS);
    }

    /** Whether immunisations, teeth, health assessment and misuse of substances are all told, whatever the answer. */
    static boolean isAllOfHealth(Row outcome) {
        return outcome.isAllFilled(HEALTH);
    }

    static boolean isSomeOfCareLeaverOnly(Row leaver) {
        return leaver.isAnyFilled(CARE_LEAVER) && !leaver.isAllFilled(CARE_LEAVER);
    }

    static boolean isSomeOfAdoptionOnly(Row adoption) {
        return adoption.isAnyFilled(ADOPTION) && !adoption.isAllFilled(ADOPTION);
    }

    /** Whether some answer of the twelve months is neither blank nor 0 nor 1. */
    static boolean isAnyOfTwelveMonthsUnknown(Row outcome) {
        for (Field field : OF_TWELVE_MONTHS) {
            if (outcome.isFilled(field) && !outcome.isOneOf(field, NO_OR_YES)) {
                return true;
            }
        }
        return false;
    }
}
