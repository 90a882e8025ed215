package org.goldenthread.returns.check;

import java.util.List;
import java.util.Map;

/**
 * What came of a check.
 *
 * @param run codes of the rules that ran to the end
 * @param notRun rules that could not run, or failed, with the reason
 * @param hits faults in the order of rule, table and row; a fault of the whole return may have a row numbered nought and no fields
 */
public record Outcome(List<String> run, Map<String, String> notRun, List<Hit> hits) {}
