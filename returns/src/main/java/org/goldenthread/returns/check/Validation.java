package org.goldenthread.returns.check;

import java.util.List;
import java.util.Map;

/**
 * What came of checking a return, whichever return it is.
 *
 * @param returnName {@code ssda903} or {@code cin}
 * @param year collection year by its end: 2026 is 2025-26
 * @param children how many children the return has
 * @param run codes of the rules that ran
 * @param notRun rules that could not run, with the reason
 * @param faults in the order of rule, table and row
 * @param refusals what of the return could not be read
 */
public record Validation(
        String returnName,
        int year,
        long children,
        List<String> run,
        Map<String, String> notRun,
        List<Fault> faults,
        List<Refusal> refusals) {

    /**
     * A row that failed a rule.
     *
     * @param table table, or module of the census
     * @param row number of the row among those of its file, or of the record in its module; nought for the whole return
     * @param child the child's identifier as the return gives it
     */
    public record Fault(
            String rule,
            Kind kind,
            String message,
            String table,
            int row,
            String child,
            List<String> fields,
            String file) {}

    /** The collection year in the department's words, such as 2025-26. */
    public String yearLabel() {
        return (year - 1) + "-" + String.valueOf(year).substring(2);
    }

    public boolean isClean() {
        return faults.isEmpty();
    }
}
