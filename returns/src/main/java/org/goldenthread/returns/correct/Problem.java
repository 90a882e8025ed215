package org.goldenthread.returns.correct;

import java.util.List;
import org.goldenthread.returns.check.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A row that fails a rule as the return now is.
 *
 * @param message of the rule, in our words
 * @param child the child's identifier; empty where there is none
 * @param table the row's, or the one that the rule is of
 * @param row null where it is about the return as a whole, or a row of the previous year
 * @param fields those of the row that it is about
 * @param subject what an explanation of it is kept under: it stays the same from year to year while it is about the same event
 */
public record Problem(
        String rule,
        Kind kind,
        String message,
        String child,
        String table,
        @Nullable RowId row,
        List<String> fields,
        String subject) {
    public Problem {
        fields = List.copyOf(fields);
    }
}
