package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Gathers what is noticed during a load. */
final class Findings {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::source)
            .thenComparing(finding -> finding.line() == null ? 0 : finding.line())
            .thenComparing(Finding::column)
            .thenComparing(Finding::problem);

    private final List<Finding> findings = new ArrayList<>();

    void add(Severity severity, String source, @Nullable Integer line, String column, String problem, String action) {
        findings.add(new Finding(severity, source, line, column, problem, action));
    }

    void error(String source, @Nullable Integer line, String column, String problem, String action) {
        add(Severity.ERROR, source, line, column, problem, action);
    }

    void warning(String source, @Nullable Integer line, String column, String problem, String action) {
        add(Severity.WARNING, source, line, column, problem, action);
    }

    void note(String source, @Nullable Integer line, String column, String problem, String action) {
        add(Severity.NOTE, source, line, column, problem, action);
    }

    void addAll(Findings others) {
        findings.addAll(others.findings);
    }

    /** All findings in the order of source, line and column. */
    List<Finding> list() {
        return findings.stream().sorted(BY_PLACE).distinct().toList();
    }
}
