package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;

import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 180 to 191: what is told of children looked after for twelve months, and of those only. */
final class Rules180 {
    private static final int HIGHEST_SCORE = 40;

    private Rules180() {}

    static void addTo(RuleBook book) {
        addAnswers(book);
        addPlacedForAdoption(book);
        addScores(book);
        addAgesForScores(book);
        addTwelveMonths(book);
    }

    private static void addAnswers(RuleBook book) {
        book.error("180")
                .says("The strengths and difficulties score is not a whole number from 0 to 40. Correct it.")
                .at(SDQ_SCORE)
                .each(
                        OC2,
                        row -> row.isFilled(SDQ_SCORE)
                                && !WholeNumber.isBetween(row.text(SDQ_SCORE), 0, HIGHEST_SCORE));
        book.error("181")
                .says(
                        "An answer about a child looked after for twelve months is neither 0 nor 1. Give 0 for no or 1 for yes.")
                .at(Answers.ofTwelveMonths())
                .each(OC2, Answers::isAnyOfTwelveMonthsUnknown);
        book.error("182")
                .says(
                        "Some answers about the twelve months are given, but not all of immunisations, teeth, health assessment and"
                                + " misuse of substances. Give these four, or none at all.")
                .at(Answers.ofTwelveMonths())
                .each(OC2, row -> Answers.isAnyOfTwelveMonths(row) && !Answers.isAllOfHealth(row));
    }

    private static void addPlacedForAdoption(RuleBook book) {
        book.error("184")
                .says(
                        "The decision to place the child for adoption is before the child's birth, or the date of birth is not"
                                + " known. Correct either date.")
                .at(DATE_PLACED, DOB)
                .reads(HEADER)
                .each(
                        PLACED_ADOPTION,
                        (row, child) -> row.isDate(DATE_PLACED) && !Days.isUpTo(child.born(), row.date(DATE_PLACED)));
    }

    private static void addScores(RuleBook book) {
        book.error("185")
                .says(
                        "A strengths and difficulties score is given, but the child was not looked after for all of the year. Take"
                                + " it out, or correct the episodes.")
                .at(SDQ_SCORE)
                .reads(EPISODES)
                .each(OC2, (row, child) -> row.isFilled(SDQ_SCORE) && !child.isContinuous());
        book.error("186")
                .says("The child was looked after for all of the year and is between 4 and 16, but has no strengths and"
                        + " difficulties score. Give it, or the reason why there is none.")
                .at(SDQ_SCORE, SDQ_REASON)
                .reads(EPISODES)
                .each(
                        OC2,
                        (row, child) -> !row.isAnyFilled(SDQ_SCORE, SDQ_REASON)
                                && child.isContinuous()
                                && Rules141.isOfAgeForScore(row, child.facts()));
        book.error("187")
                .says(
                        "The child was looked after for all of the year, so can be neither adopted nor a care leaver in it. Take"
                                + " these details out, or correct the episodes.")
                .at(DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR, IN_TOUCH, ACTIV, ACCOM)
                .reads(OC3, AD1, EPISODES)
                .child(Rules180::checkNotLeft);
    }

    private static void checkNotLeft(ChildFile child, Report report) {
        if (child.id().isEmpty() || !child.isContinuous()) {
            return;
        }
        Among.filter(child.rows(OC3), Answers::isAnyOfCareLeaver).forEach(report::row);
        Among.filter(child.rows(AD1), Answers::isAnyOfAdoption).forEach(report::row);
    }

    private static void addAgesForScores(RuleBook book) {
        book.error("188")
                .says(
                        "The child is under 4 at the end of the year and has a strengths and difficulties score or a reason for"
                                + " none. Leave both blank, or correct the date of birth.")
                .at(SDQ_SCORE, SDQ_REASON, DOB)
                .each(
                        OC2,
                        (row, child) -> row.isAnyFilled(SDQ_SCORE, SDQ_REASON)
                                && Days.isAfter(
                                        Days.birthday(row.date(DOB), 4),
                                        child.facts().end()));
        // The wording has those who are 17 on the first day of the year within it; another reading begins a day later.
        book.error("189")
                .says(
                        "The young person was 17 or over at the start of the year and has a strengths and difficulties score or a"
                                + " reason for none. Leave both blank, or correct the date of birth.")
                .at(DOB, SDQ_SCORE, SDQ_REASON)
                .each(
                        OC2,
                        (row, child) -> row.isAnyFilled(SDQ_SCORE, SDQ_REASON)
                                && Days.isUpTo(
                                        Days.birthday(row.date(DOB), 17),
                                        child.facts().start()));
    }

    private static void addTwelveMonths(RuleBook book) {
        book.error("190")
                .says(
                        "Answers about a child looked after for twelve months are given, but this one was not looked after for all"
                                + " of the year. Take them out, or correct the episodes.")
                .at(Answers.ofTwelveMonths())
                .reads(EPISODES)
                .each(OC2, (row, child) -> Answers.isAnyOfTwelveMonths(row) && !child.isContinuous());
        book.error("191")
                .says(
                        "The child was looked after for all of the year, but immunisations, teeth, health assessment or misuse of"
                                + " substances is not told. Tell all four.")
                .at(IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, CHILD)
                .reads(OC2, EPISODES)
                .child(Rules180::checkHealthIsTold);
    }

    private static void checkHealthIsTold(ChildFile child, Report report) {
        if (child.id().isEmpty() || !child.isContinuous()) {
            return;
        }
        if (child.rows(OC2).isEmpty()) {
            report.row(ChildFile.earliest(child.rows(EPISODES), DECOM, any -> true));
        }
        for (Row outcome : child.rows(OC2)) {
            if (!Answers.isAllOfHealth(outcome)) {
                report.row(outcome);
            }
        }
    }
}
