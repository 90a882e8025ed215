package org.goldenthread.returns.check.report;

import java.util.List;
import java.util.Locale;
import org.goldenthread.returns.check.Validation;

/** The faults as a table, for spreadsheets. */
final class ValidationTable {
    static final List<String> HEADINGS =
            List.of("Rule", "Kind", "Child", "Table", "Row", "Fields", "What is wrong and what to do", "File");

    private ValidationTable() {}

    static List<String> row(Validation.Fault fault) {
        return List.of(
                fault.rule(),
                fault.kind().name().toLowerCase(Locale.ROOT),
                plain(fault.child()),
                fault.table(),
                String.valueOf(fault.row()),
                String.join(" ", fault.fields()),
                fault.message(),
                plain(fault.file()));
    }

    /** A text that a spreadsheet would take for a formula is given an apostrophe. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
