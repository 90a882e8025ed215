package org.goldenthread.returns.check.report;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Validation;

/** For reading on a terminal: faults by rule, then what did not run and what was not read. */
final class ValidationText implements ValidationFormat {
    private static final int ROWS_SHOWN = 5;

    @Override
    public void write(Validation validation, OutputStream out) {
        PrintWriter print = new PrintWriter(out, false, StandardCharsets.UTF_8);
        print.println(validation.returnName().toUpperCase(Locale.ROOT) + " " + validation.yearLabel() + ": "
                + validation.children() + " children, " + validation.run().size() + " rules run, "
                + validation.faults().size() + " faults.");
        Map<String, List<Validation.Fault>> byRule = validation.faults().stream()
                .collect(Collectors.groupingBy(Validation.Fault::rule, LinkedHashMap::new, Collectors.toList()));
        byRule.forEach((rule, faults) -> {
            Validation.Fault first = faults.getFirst();
            print.println();
            print.println(rule + (first.kind() == Kind.QUERY ? " (query)" : "") + ", " + faults.size()
                    + (faults.size() == 1 ? " row: " : " rows: ") + first.message());
            faults.stream()
                    .limit(ROWS_SHOWN)
                    .forEach(fault -> print.println("  " + fault.table() + " row " + fault.row() + ", child "
                            + fault.child() + ": " + String.join(", ", fault.fields())));
            if (faults.size() > ROWS_SHOWN) {
                print.println("  and " + (faults.size() - ROWS_SHOWN) + " more (--format csv lists all)");
            }
        });
        if (!validation.notRun().isEmpty()) {
            print.println();
            print.println("Not run (" + validation.notRun().size() + "):");
            validation.notRun().entrySet().stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getValue,
                            LinkedHashMap::new,
                            Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
                    .forEach((why, rules) -> print.println("  " + rules + ": " + why));
        }
        if (!validation.refusals().isEmpty()) {
            print.println();
            print.println("Not read (" + validation.refusals().size() + "):");
            for (Refusal refusal : validation.refusals()) {
                print.println("  " + refusal.file() + (refusal.line() == null ? "" : ", line " + refusal.line()) + ": "
                        + refusal.problem() + " " + refusal.action());
            }
        }
        print.flush();
    }
}
