package org.goldenthread.returns.correct;

import java.util.List;
import java.util.Map;

/**
 * What came of checking everything.
 *
 * @param each of the rules that look at one child, by child
 * @param whole of the rules that look at the whole return
 * @param run codes of the rules that ran
 * @param notRun rules that could not run, with the reason
 */
record Checked(Map<String, List<Problem>> each, List<Problem> whole, List<String> run, Map<String, String> notRun) {}
