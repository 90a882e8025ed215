package org.goldenthread.app.cpis;

import java.util.Map;
import java.util.Set;

/** What the NHS's codes mean, in words. */
final class CpisCodes {

    /** Everything was taken. */
    static final String ALL = "CPF02";
    /** Some records were taken. */
    static final String SOME = "CPF03";
    /** The NHS's register of people could not be asked; send again. */
    static final String TRY_AGAIN = "CPF05";
    /** The record was taken. */
    static final String RECORD_TAKEN = "CPR06";

    private static final Set<String> NONE = Set.of("CPF01", "CPF04", TRY_AGAIN, "CPF06");
    /** With which the NHS number, or who it is of, must be looked at. */
    private static final Set<String> OF_THE_NUMBER = Set.of("CPR01", "CPR03", "CPR04", "CPR05");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("CPF01", "could not be read as a file of CP-IS"),
            Map.entry(ALL, "taken whole"),
            Map.entry(SOME, "taken in part"),
            Map.entry("CPF04", "no record of it was taken"),
            Map.entry(TRY_AGAIN, "not taken: the NHS’s register of people could not be asked"),
            Map.entry("CPF06", "not taken: it was sent in a way that is no longer supported"),
            Map.entry("CPR01", "no one has this NHS number"),
            Map.entry("CPR02", "the NHS holds this person’s record as sensitive"),
            Map.entry("CPR03", "the name and date of birth do not match the NHS number"),
            Map.entry("CPR04", "the NHS number is of a form no longer in use"),
            Map.entry("CPR05", "the NHS number was replaced by another"),
            Map.entry("CPR07", "the record was not taken"));

    private CpisCodes() {}

    static boolean refusesTheFile(String code) {
        return NONE.contains(code);
    }

    static boolean isOfTheNumber(String code) {
        return OF_THE_NUMBER.contains(first(code));
    }

    /** Such as "the NHS number was replaced by another (CPR05)". */
    static String words(String code) {
        if (code.isEmpty()) {
            return "it did not say why";
        }
        String words = WORDS.get(first(code));
        return words == null ? "code " + code : words + " (" + code + ")";
    }

    private static String first(String code) {
        int end = code.indexOf(' ');
        return end < 0 ? code : code.substring(0, end);
    }
}
