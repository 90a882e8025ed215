package org.goldenthread.returns.check;

/**
 * How a rule fared with one case.
 *
 * @param ruleset the collection year that the case is of, such as {@code 2022_23}
 * @param number of the case among the rule's, from 1
 * @param difference empty where it agreed; else what differs
 */
public record CaseResult(String code, String ruleset, int number, String difference) {
    public boolean agrees() {
        return difference.isEmpty();
    }
}
