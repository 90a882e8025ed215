package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules below 400 whose codes end in a letter: 197a to 392d. */
final class Rules197a {
    /** From the day after, P2 is no placement type: independent living is supported accommodation then. */
    private static final LocalDate LAST_DAY_OF_P2 = LocalDate.of(2023, 10, 28);

    private Rules197a() {}

    static void addTo(RuleBook book) {
        addStrengthsAndDifficulties(book);
        addUnaccompanied(book);
        addPlacements(book);
        addPostcodes(book);
    }

    private static void addStrengthsAndDifficulties(RuleBook book) {
        book.error("197a")
                .says(
                        "Both a score of the strengths and difficulties questionnaire and a reason for having none are given."
                                + " Keep the one that is right.")
                .at(SDQ_SCORE, SDQ_REASON)
                .each(OC2, row -> row.isAllFilled(SDQ_SCORE, SDQ_REASON));
        book.error("197B")
                .says(
                        "The child turned 4 or 17 in the year and was looked after throughout it, yet neither a score of the"
                                + " strengths and difficulties questionnaire nor a reason for having none is given. Give one of"
                                + " them.")
                .at(SDQ_REASON, DOB)
                .reads(EPISODES)
                .each(
                        OC2,
                        (row, child) -> row.isBlank(SDQ_SCORE)
                                && row.isBlank(SDQ_REASON)
                                && (isBirthdayInYear(row, 4, child) || isBirthdayInYear(row, 17, child))
                                && !child.id().isEmpty()
                                && child.isContinuous());
    }

    private static boolean isBirthdayInYear(Row row, int age, ChildFile child) {
        return Days.isWithin(
                Days.birthday(row.date(DOB), age),
                child.facts().start(),
                child.facts().end());
    }

    private static void addUnaccompanied(RuleBook book) {
        book.error("205A")
                .says(
                        "Last year the child was an unaccompanied asylum-seeking child and this year is not, yet last year's"
                                + " return has no date in that year on which it ended, or this year's has one. Correct the status"
                                + " or the date.")
                .at(CHILD, Ssda903Field.UASC)
                .reads(Ssda903Table.UASC)
                .readsLast(Ssda903Table.UASC)
                .child(Rules197a::reportEndedUnexplained);
        book.error("205B")
                .says(
                        "The child is an unaccompanied asylum-seeking child this year as last, and the dates on which that"
                                + " ends do not agree: last year's has to be the 18th birthday, this year's the same day or one"
                                + " in the year. Correct the date.")
                .at(DUC, Ssda903Field.UASC)
                .reads(Ssda903Table.UASC)
                .readsLast(Ssda903Table.UASC)
                .child(Rules197a::reportEndsApart);
        book.error("205C")
                .says(
                        "A date on which the child stopped being an unaccompanied asylum-seeking child is given, yet the child"
                                + " is not one in either year. Correct the status, or take the date out.")
                .at(DUC, Ssda903Field.UASC)
                .reads(Ssda903Table.UASC)
                .readsLast(Ssda903Table.UASC)
                .child(Rules197a::reportEndOfNothing);
        book.error("205D")
                .says(
                        "The child is an unaccompanied asylum-seeking child this year and was not last year, though looked"
                                + " after then. Check the status in this return, and in last year's.")
                .at(Ssda903Field.UASC, CHILD)
                .reads(Ssda903Table.UASC)
                .readsLast(Ssda903Table.UASC)
                .child((child, report) -> {
                    boolean inLast = !child.lastYear(child.facts().isLoadedLast(HEADER) ? HEADER : Ssda903Table.UASC)
                            .isEmpty();
                    if (isCompared(child) && inLast && !Unaccompanied.wasLastYear(child)) {
                        Unaccompanied.listNow(child).forEach(report::row);
                    }
                });
    }

    /** Rows of nobody have no previous year, and in XML the status is in the Header alone. */
    private static boolean isCompared(ChildFile child) {
        ReturnFacts facts = child.facts();
        return !child.id().isEmpty()
                && (!facts.has(Need.XML) || (facts.isLoaded(HEADER) && facts.isLoadedLast(HEADER)));
    }

    /** A child who is in the table of unaccompanied children no more is looked at too, or in CSV there would be nobody to look at. */
    private static void reportEndedUnexplained(ChildFile child, Report report) {
        if (!isCompared(child) || Unaccompanied.isNow(child) || !Unaccompanied.wasLastYear(child)) {
            return;
        }
        ReturnFacts facts = child.facts();
        List<Row> before = child.lastYear(Ssda903Table.UASC);
        boolean unexplained = before.isEmpty()
                || Among.any(before, row -> !Days.isWithin(row.date(DUC), facts.lastStart(), facts.lastEnd()));
        List<Row> now = child.rows(Ssda903Table.UASC);
        boolean ended = Among.any(now, row -> row.isFilled(DUC));
        if (unexplained || ended) {
            Among.filter(now, row -> unexplained || row.isFilled(DUC)).forEach(report::row);
            child.rows(HEADER).forEach(report::row);
        }
    }

    private static void reportEndsApart(ChildFile child, Report report) {
        if (!isCompared(child) || !Unaccompanied.isNow(child) || !Unaccompanied.wasLastYear(child)) {
            return;
        }
        List<Row> before = child.lastYear(Ssda903Table.UASC);
        for (Row row : child.rows(Ssda903Table.UASC)) {
            boolean fails = before.isEmpty()
                    ? isEndWrong(row, null, child.facts())
                    : Among.any(before, last -> isEndWrong(row, last, child.facts()));
            if (fails) {
                report.row(row);
                child.rows(HEADER).forEach(report::row);
            }
        }
    }

    private static boolean isEndWrong(Row row, @Nullable Row last, ReturnFacts facts) {
        LocalDate before = last == null ? null : last.date(DUC);
        LocalDate adult = last == null ? null : Days.birthday(last.date(DOB), 18);
        LocalDate now = row.date(DUC);
        return !Days.isSame(before, adult)
                || !(Days.isWithin(now, facts.start(), facts.end()) || Days.isSame(now, before));
    }

    private static void reportEndOfNothing(ChildFile child, Report report) {
        if (!isCompared(child) || Unaccompanied.isNow(child) || Unaccompanied.wasLastYear(child)) {
            return;
        }
        boolean before = Among.any(child.lastYear(Ssda903Table.UASC), row -> row.isDate(DUC));
        for (Row row : child.rows(Ssda903Table.UASC)) {
            if (before || row.isDate(DUC)) {
                report.row(row);
                child.rows(HEADER).forEach(report::row);
            }
        }
    }

    private static void addPlacements(RuleBook book) {
        book.error("217t")
                .from(2024)
                .until(2024)
                .says(
                        "The placement type P2 ended on 28 October 2023, and this placement went on after it. Give the type"
                                + " that it has since then in an episode of its own.")
                .at(PLACE, DEC)
                .each(EPISODES, row -> row.is(PLACE, "P2") && !Days.isUpTo(row.date(DEC), LAST_DAY_OF_P2));
    }

    private static void addPostcodes(RuleBook book) {
        book.error("392a")
                .says(
                        "The distance of the placement from home cannot be worked out. Give both postcodes, and check that"
                                + " they are right.")
                .at(PL_DISTANCE)
                .needs(Need.POSTCODES)
                .each(
                        EPISODES,
                        (row, child) -> row.isBlank(PL_DISTANCE)
                                && !ChildFile.isRespite(row)
                                && Unaccompanied.isTold(child.facts())
                                && !Unaccompanied.isOrWas(child));
        book.error("392b")
                .says("The postcode of the child's home or of the placement is missing. Give both.")
                .at(HOME_POST, PL_POST)
                .each(
                        EPISODES,
                        (row, child) -> !row.isAllFilled(HOME_POST, PL_POST)
                                && !ChildFile.isRespite(row)
                                && !Unaccompanied.isOrWas(child));
        book.error("392c")
                .says(
                        "A postcode is not in the postcode directory. Check that it is typed correctly; if it is new, use a"
                                + " newer directory.")
                .at(HOME_POST, PL_POST)
                .needs(Need.POSTCODES)
                .each(
                        EPISODES,
                        (row, child) -> isUnknown(row.text(HOME_POST), child) || isUnknown(row.text(PL_POST), child));
        book.error("392d")
                .says(
                        "The postcodes of the child's home and of the placement are the same, though the child is not placed"
                                + " with parents (P1). Correct whichever is wrong.")
                .at(HOME_POST, PL_POST, PLACE)
                .each(
                        EPISODES,
                        row -> !row.is(PLACE, "P1")
                                && row.isAllFilled(HOME_POST, PL_POST)
                                && Postcodes.isSame(row.textOrEmpty(HOME_POST), row.textOrEmpty(PL_POST)));
    }

    private static boolean isUnknown(@Nullable String postcode, ChildFile child) {
        Postcodes postcodes = child.facts().postcodes();
        return postcode != null && postcodes != null && postcodes.find(postcode) == null;
    }
}
