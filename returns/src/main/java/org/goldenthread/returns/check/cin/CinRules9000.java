package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;
import static org.goldenthread.returns.check.cin.CinTable.*;

import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/**
 * Rules 8990 to 9099: pre-proceedings and family group decision making, new in 2026-27.
 *
 * <p>They follow a draft: the department's own list of rules for that year has not been read, and their messages say so.
 */
final class CinRules9000 {
    private static final int FIRST_YEAR = 2027;
    private static final String PROVISIONAL = " (Provisional rule of 2026-27.)";

    private CinRules9000() {}

    static void addTo(CinRuleBook book) {
        addPresence(book);
        addMeetings(book);
        addDates(book);
    }

    private static CinRuleBook.Draft error(CinRuleBook book, String code, String message) {
        return book.error(code, PRE_PROCEEDINGS).from(FIRST_YEAR).says(message + PROVISIONAL);
    }

    private static CinRuleBook.Draft query(CinRuleBook book, String code, String message) {
        return book.query(code, PRE_PROCEEDINGS).from(FIRST_YEAR).says(message + PROVISIONAL);
    }

    private static void addPresence(CinRuleBook book) {
        query(book, "8995Q", "The return has no pre-proceedings at all. Add them, or explain.")
                .at(PRE_PROCEEDINGS, LAchildID)
                .whole((children, facts, report) -> {
                    if (children.stream()
                            .allMatch(child -> child.rows(PRE_PROCEEDINGS).isEmpty())) {
                        report.whole();
                    }
                });
        query(book, "9000Q", "The decision to begin pre-proceedings has no date. Give it, or explain.")
                .at(PRE_PROCEEDINGS, PPStartDate)
                .each(row -> !row.isDate(PPStartDate));
        error(book, "9011", "The outcome of pre-proceedings is not A, B or C. Give one of them.")
                .at(PRE_PROCEEDINGS, PPOutcome)
                .each(row -> row.isFilled(PPOutcome) && !row.isOneOf(PPOutcome, "A", "B", "C"));
    }

    private static void addMeetings(CinRuleBook book) {
        error(
                        book,
                        "9007",
                        "A letter before proceedings was sent, and it is not said whether a family group decision making meeting was"
                                + " offered. Give true or false.")
                .at(PRE_PROCEEDINGS, FGDMMeetingOffer)
                .each(row -> row.isDate(LBPSentDate) && row.isBlank(FGDMMeetingOffer));
        query(
                        book,
                        "9010Q",
                        "A family group decision making meeting was offered, and it is not said whether one was held. Give true or"
                                + " false, or explain.")
                .at(PRE_PROCEEDINGS, FGDMMeetingOffer, FGDMMeetingFac)
                .each(row -> Flags.isTrue(row, FGDMMeetingOffer) && row.isBlank(FGDMMeetingFac));
        query(
                        book,
                        "9015Q",
                        "A first pre-proceedings meeting was held, and the number of reviews after it is missing. Give it, 0 where there"
                                + " was none, or explain.")
                .at(PRE_PROCEEDINGS, InitialPPMeetingDate, ReviewMeetingsCount)
                .each(row -> row.isDate(InitialPPMeetingDate) && row.isBlank(ReviewMeetingsCount));
    }

    private static void addDates(CinRuleBook book) {
        error(book, "9005", "Pre-proceedings begin outside the census year. Correct the date.")
                .at(PRE_PROCEEDINGS, PPStartDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(PPStartDate)));
        addOrdered(
                error(
                        book,
                        "9006",
                        "The letter before proceedings was sent outside the census year, or before pre-proceedings began. Correct the"
                                + " date."),
                LBPSentDate,
                PPStartDate);
        error(book, "9008", "The first pre-proceedings meeting was outside the census year. Correct the date.")
                .at(PRE_PROCEEDINGS, InitialPPMeetingDate)
                .each((row, facts) -> facts.isOutsidePeriod(row.date(InitialPPMeetingDate)));
        addOrdered(
                error(
                        book,
                        "9009",
                        "The decision to step up or down was outside the census year, or before pre-proceedings began. Correct the"
                                + " date."),
                StepDecisionDate,
                PPStartDate);
        addOrdered(
                error(
                        book,
                        "9012",
                        "The court application was outside the census year, or before the decision to step up or down. Correct the"
                                + " date."),
                CourtAppDate,
                StepDecisionDate);
        addOrdered(
                error(
                        book,
                        "9013",
                        "The letter that begins care proceedings was sent outside the census year, or before the court application."
                                + " Correct the date."),
                LetterInitCPDate,
                CourtAppDate);
    }

    /** A date has to be in the census period, and not before another where that is given. */
    private static void addOrdered(CinRuleBook.Draft draft, CinField date, CinField notBefore) {
        draft.at(PRE_PROCEEDINGS, date, notBefore).child((child, facts, report) -> {
            for (Row row : child.rows(PRE_PROCEEDINGS)) {
                if (facts.isOutsidePeriod(row.date(date))) {
                    report.row(row, date);
                }
                if (Days.isBefore(row.date(date), row.date(notBefore))) {
                    report.row(row);
                }
            }
        });
    }
}
