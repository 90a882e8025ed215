package org.goldenthread.returns.check.cin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Codes of the factors that an assessment identifies. */
final class Factors {
    /** No factors identified; it has to stand alone. */
    static final String NONE = "21";

    /** In every year. 18A and 19A are withdrawn and yet in the list: rules 8945Q and 8950Q ask about them. */
    private static final Set<String> CODES = Set.of(
            "1A", "1B", "1C", "2A", "2B", "2C", "3A", "3B", "3C", "4A", "4B", "4C", "5A", "5B", "5C", "6A", "6B", "6C",
            "7A", "8B", "8C", "8D", "8E", "8F", "9A", "10A", "11A", "12A", "13A", "14A", "15A", "16A", "17A", "18A",
            "18B", "18C", "19A", "19B", "19C", "20", "21", "22A", "23A", "24A");

    private Factors() {}

    /** Whether there is at least one and every one is a code of the list. */
    static boolean areValid(List<String> factors) {
        return !factors.isEmpty() && CODES.containsAll(factors);
    }

    /** Whether "none" stands beside another code. */
    static boolean isNoneAmongOthers(List<String> factors) {
        return factors.contains(NONE) && factors.stream().anyMatch(factor -> !factor.equals(NONE));
    }

    static boolean isAnyRepeated(List<String> factors) {
        return new HashSet<>(factors).size() < factors.size();
    }

    /** Whether a code is among them, in upper case or not. */
    static boolean contain(List<String> factors, String code) {
        return factors.stream().anyMatch(code::equalsIgnoreCase);
    }
}
