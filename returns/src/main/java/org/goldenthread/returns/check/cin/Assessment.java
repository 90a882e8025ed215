package org.goldenthread.returns.check.cin;

import java.util.List;
import org.goldenthread.returns.check.Row;

/**
 * An assessment.
 *
 * @param row its Assessments record
 * @param factors codes of the factors identified, as in the file; blank ones are left out
 */
public record Assessment(Row row, List<String> factors) {
    public Assessment {
        factors = List.copyOf(factors);
    }
}
