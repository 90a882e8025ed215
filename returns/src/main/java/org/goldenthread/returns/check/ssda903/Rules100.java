package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED_CEASED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;

import java.time.LocalDate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 100 to 149. */
final class Rules100 {
    private Rules100() {}

    static void addTo(RuleBook book) {
        book.error("101")
                .until(2024)
                .says("The child's sex is not 1 (male) or 2 (female). Give one of them.")
                .at(SEX)
                .each(HEADER, row -> !row.isOneOf(SEX, "1", "2"));
        book.error("101")
                .from(2025)
                .says("The child's sex is not M (male), F (female) or U (unknown). Give one of them.")
                .at(SEX)
                .each(HEADER, row -> !row.isOneOf(SEX, "M", "F", "U"));
        book.error("117")
                .says(
                        "The date placed for adoption, or the date on which that ended, is after the child's last episode or after"
                                + " the end of the year. Correct the date.")
                .at(DATE_PLACED, DATE_PLACED_CEASED, DEC, REC, DECOM)
                .reads(EPISODES, PLACED_ADOPTION)
                .child((child, report) -> {
                    Row newest = ChildFile.latest(child.rows(EPISODES), DECOM, row -> !row.is(REC, "X1"));
                    if (newest == null) {
                        return;
                    }
                    LocalDate ended = newest.date(DEC);
                    LocalDate end = child.facts().end();
                    for (Row placed : child.rows(PLACED_ADOPTION)) {
                        if (isLate(placed.date(DATE_PLACED), ended, end)
                                || isLate(placed.date(DATE_PLACED_CEASED), ended, end)) {
                            report.rows(newest, placed);
                        }
                    }
                });
    }

    private static boolean isLate(
            @org.jspecify.annotations.Nullable LocalDate day,
            @org.jspecify.annotations.Nullable LocalDate ended,
            LocalDate end) {
        return Days.isAfter(day, end) || Days.isAfter(day, ended);
    }
}
