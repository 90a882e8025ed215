package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.CHILD;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOB;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PREV_PERM;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** The rules EPI and NoE of the department's portal, and INT01 to INT36: whether the tables of a return fit together. */
final class RulesInt {
    private RulesInt() {}

    static void addTo(RuleBook book) {
        addEpi(book);
        addInHeader(book);
        addSameBirth(book);
        addSameSex(book);
        addOnce(book);
        addNoE(book);
    }

    private static void addEpi(RuleBook book) {
        // The portal shows this one as a warning.
        book.query("EPI")
                .says(
                        "The child has neither an episode nor care leaver information, so that little else can be checked. Add"
                                + " them, or remove the child.")
                .at(CHILD)
                .each(
                        HEADER,
                        (row, child) -> child.id().isEmpty()
                                || (child.rows(EPISODES).isEmpty()
                                        && child.rows(OC3).isEmpty()));
    }

    private static void addInHeader(RuleBook book) {
        addInHeader(book, "INT01", AD1);
        addInHeader(book, "INT02", PLACED_ADOPTION);
        addInHeader(book, "INT03", EPISODES);
        addInHeader(book, "INT04", Ssda903Table.MISSING);
        addInHeader(book, "INT05", OC2);
        addInHeader(book, "INT06", OC3);
        addInHeader(book, "INT07", PREV_PERM);
        addInHeader(book, "INT08", REVIEWS);
        addInHeader(book, "INT09", Ssda903Table.UASC);
    }

    private static void addInHeader(RuleBook book, String code, Ssda903Table table) {
        book.error(code)
                .says("The child of this " + table.label()
                        + " row is not in Header. Add the child to Header, or correct the" + " identifier.")
                .at(CHILD)
                .reads(HEADER)
                .each(
                        table,
                        (row, child) ->
                                child.id().isEmpty() || child.rows(HEADER).isEmpty());
    }

    private static void addSameBirth(RuleBook book) {
        addSameBirth(book, "INT11", AD1);
        addSameBirth(book, "INT12", PLACED_ADOPTION);
        addSameBirth(book, "INT13", Ssda903Table.MISSING);
        addSameBirth(book, "INT14", OC2);
        addSameBirth(book, "INT15", OC3);
        addSameBirth(book, "INT16", PREV_PERM);
        addSameBirth(book, "INT17", REVIEWS);
        addSameBirth(book, "INT18", Ssda903Table.UASC);
    }

    private static void addSameBirth(RuleBook book, String code, Ssda903Table table) {
        book.error(code)
                .says("The date of birth in " + table.label() + " is not that in Header. Correct whichever is wrong.")
                .at(DOB)
                .reads(HEADER)
                .each(
                        table,
                        (row, child) ->
                                !child.id().isEmpty() && Among.any(child.rows(HEADER), header -> differ(row, header)));
    }

    private static boolean differ(Row row, Row header) {
        LocalDate one = row.date(DOB);
        LocalDate other = header.date(DOB);
        return one != null && other != null && !one.equals(other);
    }

    private static void addSameSex(RuleBook book) {
        book.error("INT21")
                .says("The child's sex in UASC is not that in Header. Correct whichever is wrong.")
                .at(SEX)
                .reads(HEADER)
                .each(
                        Ssda903Table.UASC,
                        (row, child) -> !child.id().isEmpty()
                                && row.isFilled(SEX)
                                && Among.any(
                                        child.rows(HEADER),
                                        header -> header.isFilled(SEX) && !header.is(SEX, row.textOrEmpty(SEX))));
    }

    private static void addOnce(RuleBook book) {
        addOnce(book, "INT31", AD1);
        addOnce(book, "INT32", HEADER);
        addOnce(book, "INT33", OC2);
        addOnce(book, "INT34", OC3);
        addOnce(book, "INT35", PREV_PERM);
        addOnce(book, "INT36", Ssda903Table.UASC);
    }

    private static void addOnce(RuleBook book, String code, Ssda903Table table) {
        book.error(code)
                .says("The child has more than one row in " + table.label()
                        + ". Keep the right one and remove the others.")
                .at(CHILD)
                .reads(table)
                .child((child, report) -> {
                    List<Row> rows = child.rows(table);
                    if (!child.id().isEmpty() && rows.size() > 1) {
                        rows.forEach(report::row);
                    }
                });
    }

    private static void addNoE(RuleBook book) {
        book.error("NoE")
                .says(
                        "The episode began before this year, but last year's return has no episode of the child. Correct the"
                                + " start, or the identifier if it was another last year.")
                .at(DECOM)
                .readsLast(EPISODES)
                .each(
                        EPISODES,
                        (row, child) ->
                                Days.isBefore(row.date(DECOM), child.facts().start())
                                        && (child.id().isEmpty()
                                                || child.lastYear(EPISODES).isEmpty()));
    }
}
