package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.CHILD;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_MATCH;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_PLACED_CEASED;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOB;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.MIS_END;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.MIS_START;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.MISSING;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.PLACED_ADOPTION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 564 to 586: times for which a child is missing or away, and decisions on adoption that follow one another. */
final class Rules564 {
    private static final int ADULT = 18;

    private Rules564() {}

    static void addTo(RuleBook book) {
        addTimesAlone(book);
        addTimesTogether(book);
        addTimesAndCare(book);
        addDecisionsInARow(book);
        addTimesAndAge(book);
        addAdoptionDates(book);
        book.error("586")
                .says(
                        "The child is said to be missing on or before the day of birth. Correct MIS_START or the date of birth.")
                .at(MIS_START)
                .each(MISSING, row -> Days.isUpTo(row.date(MIS_START), row.date(DOB)));
    }

    private static void addTimesAlone(RuleBook book) {
        book.error("564")
                .says(
                        "The child was missing or away without authorisation, but it is not said since when. Fill in MIS_START.")
                .at(Ssda903Field.MISSING, MIS_START)
                .each(MISSING, row -> row.isOneOf(Ssda903Field.MISSING, "M", "A") && row.isBlank(MIS_START));
        book.error("565")
                .says(
                        "There is a date on which the child went missing or away, but not which of the two it was. Give M or A in MISSING.")
                .at(Ssda903Field.MISSING, MIS_START)
                .each(MISSING, row -> row.isFilled(MIS_START) && row.isBlank(Ssda903Field.MISSING));
        book.error("566")
                .says(
                        "There is a date on which the child came back, but not whether the child was missing or away. Give M or A in"
                                + " MISSING.")
                .at(Ssda903Field.MISSING, MIS_END)
                .each(MISSING, row -> row.isFilled(MIS_END) && row.isBlank(Ssda903Field.MISSING));
        book.error("567")
                .says("The child came back before going missing or away. Correct MIS_START or MIS_END.")
                .at(MIS_START, MIS_END)
                .each(MISSING, row -> Days.isAfter(row.date(MIS_START), row.date(MIS_END)));
        book.error("570")
                .says(
                        "The child went missing or away after the end of the collection year. Correct MIS_START, or keep the row for the"
                                + " next return.")
                .at(MIS_START)
                .each(
                        MISSING,
                        (row, child) ->
                                Days.isAfter(row.date(MIS_START), child.facts().end()));
        book.error("571")
                .says(
                        "The child came back outside the collection year. Correct MIS_END; leave it blank if the child was not back by"
                                + " 31 March.")
                .at(MIS_END)
                .each(MISSING, (row, child) -> {
                    LocalDate back = row.date(MIS_END);
                    return Days.isBefore(back, child.facts().start())
                            || Days.isAfter(back, child.facts().end());
                });
    }

    private static void addTimesTogether(RuleBook book) {
        book.error("574")
                .says(
                        "The child went missing or away again before the time before that had ended. Correct the dates so that the two do"
                                + " not overlap, and end the earlier one.")
                .at(MIS_START, MIS_END)
                .reads(MISSING)
                .child(NamedChild.only(
                        (child, report) -> reportBegunTooSoon(inOrderOfReturn(child), MIS_START, MIS_END, report)));
        book.error("575")
                .says(
                        "The child went missing or away from a placement that has since ended, but the time away has no end. Fill in"
                                + " MIS_END.")
                .at(MIS_END)
                .reads(EPISODES)
                .each(
                        MISSING,
                        (row, child) -> row.isBlank(MIS_END)
                                && Among.any(
                                        child.rows(EPISODES),
                                        episode -> Days.isWithin(
                                                row.date(MIS_START), episode.date(DECOM), episode.date(DEC))));
        book.error("576")
                .says(
                        "Last year's return left the child missing or away, and this year's does not begin with that. Add the time away"
                                + " with the same MIS_START.")
                .at(CHILD)
                .reads(MISSING)
                .readsLast(MISSING)
                .child(NamedChild.only(Rules564::reportMissingOfLastYearNotFound));
    }

    /** By the day on which the child came back, or else went away; within that by the day on which the child went away. */
    private static List<Row> inOrderOfReturn(ChildFile child) {
        List<Row> rows = new ArrayList<>(child.rows(MISSING));
        rows.sort(Comparator.comparing((Row row) -> row.isDate(MIS_END) ? orLast(row, MIS_END) : orLast(row, MIS_START))
                .thenComparing(row -> orLast(row, MIS_START)));
        return rows;
    }

    private static LocalDate orLast(Row row, Ssda903Field field) {
        LocalDate date = row.date(field);
        return date == null ? LocalDate.MAX : date;
    }

    /** Reports each row whose predecessor has no end, or ends after the row begins. */
    private static void reportBegunTooSoon(List<Row> rows, Ssda903Field start, Ssda903Field end, Report report) {
        Row before = null;
        for (Row row : rows) {
            if (before != null && (!before.isDate(end) || Days.isBefore(row.date(start), before.date(end)))) {
                report.row(row);
            }
            before = row;
        }
    }

    /** Without any row of this year to show the fault at, it is shown at the child's Header row. */
    private static void reportMissingOfLastYearNotFound(ChildFile child, Report report) {
        List<Row> rows = ChildFile.inOrder(child.rows(MISSING), MIS_START);
        Row first = rows.isEmpty() ? null : rows.getFirst();
        for (Row before : child.lastYear(MISSING)) {
            LocalDate went = before.date(MIS_START);
            if (went == null || before.isFilled(MIS_END)) {
                continue;
            }
            if (first == null) {
                report.row(child.header());
            } else if (!Days.isSame(went, first.date(MIS_START))) {
                report.row(first);
            }
        }
    }

    private static void addTimesAndCare(RuleBook book) {
        book.error("577")
                .says(
                        "The time for which the child was missing or away does not fit any period in which the child was looked after,"
                                + " such as one without an end after care has ended. Correct its dates, or fill in MIS_END.")
                .at(MIS_END)
                .reads(EPISODES)
                .each(MISSING, (row, child) -> isOutsideCare(row, child, Rules564::isOutOfReach));
        book.error("578")
                .says(
                        "The child went missing or away when not looked after: after care had ended, or before it began. Correct MIS_START"
                                + " or the episodes.")
                .at(MIS_START)
                .reads(EPISODES)
                // On the day on which care ends a child can no longer go missing from it.
                .each(
                        MISSING,
                        (row, child) -> isOutsideCare(
                                row,
                                child,
                                (missing, period) -> Days.isBefore(missing.date(MIS_START), period.start())
                                        || Days.isFrom(missing.date(MIS_START), period.end())));
    }

    private static boolean isOutsideCare(Row missing, ChildFile child, BiPredicate<Row, PeriodOfCare> isOut) {
        if (!missing.isDate(MIS_START)) {
            return false;
        }
        List<PeriodOfCare> periods = PeriodOfCare.listOf(child);
        return !periods.isEmpty() && Among.all(periods, period -> isOut.test(missing, period));
    }

    private static boolean isOutOfReach(Row missing, PeriodOfCare period) {
        LocalDate back = missing.date(MIS_END);
        if (back == null) {
            return period.end() != null || Days.isBefore(missing.date(MIS_START), period.start());
        }
        return Days.isAfter(back, period.end()) || Days.isBefore(back, period.start());
    }

    private static void addDecisionsInARow(RuleBook book) {
        book.error("579")
                .says(
                        "A new decision to place the child for adoption was made before the one before it was given up. Correct"
                                + " DATE_PLACED, or say when the earlier decision was given up.")
                .at(DATE_PLACED, DATE_PLACED_CEASED)
                .reads(PLACED_ADOPTION)
                .child(NamedChild.only((child, report) -> reportBegunTooSoon(
                        ChildFile.inOrder(child.rows(PLACED_ADOPTION), DATE_PLACED),
                        DATE_PLACED,
                        DATE_PLACED_CEASED,
                        report)));
    }

    private static void addTimesAndAge(RuleBook book) {
        book.error("580")
                .says(
                        "The child was missing or away until care ended on the 18th birthday, but the reason for its end is not E8."
                                + " Correct REC.")
                .at(REC)
                .reads(MISSING)
                .each(
                        EPISODES,
                        (episode, child) -> !episode.is(REC, "E8")
                                && Among.any(child.rows(MISSING), row -> isUntilAdult(row, episode.date(DEC))));
        book.error("581")
                .says(
                        "The child went missing or away on a day that no episode covers. Correct MIS_START, or the dates of the episodes.")
                .at(MIS_START)
                .reads(EPISODES)
                .each(MISSING, (row, child) -> {
                    List<Row> episodes = child.rows(EPISODES);
                    return !episodes.isEmpty() && Among.none(episodes, episode -> covers(episode, row.date(MIS_START)));
                });
    }

    private static boolean isUntilAdult(Row missing, @Nullable LocalDate careEnded) {
        LocalDate birthday = Days.birthday(missing.date(DOB), ADULT);
        return Days.isSame(birthday, missing.date(MIS_END)) && Days.isSame(birthday, careEnded);
    }

    private static boolean covers(Row episode, @Nullable LocalDate day) {
        return Days.isFrom(day, episode.date(DECOM)) && (!episode.isDate(DEC) || Days.isUpTo(day, episode.date(DEC)));
    }

    private static void addAdoptionDates(RuleBook book) {
        book.query("582")
                .says(
                        "The child was adopted on the very day of being matched with the adopters. Check both dates; a match nearly always"
                                + " comes before.")
                .at(DEC, DATE_MATCH)
                .reads(AD1)
                .each(
                        EPISODES,
                        (episode, child) -> Adoption.isAdopted(episode)
                                && Among.any(
                                        child.rows(AD1), adoption -> SameDay.is(episode, DEC, adoption, DATE_MATCH)));
        book.error("583")
                .says(
                        "A later decision to place the child for adoption was made, but this one has not been given up. Say when it was,"
                                + " or remove it if it was never made.")
                .at(DATE_PLACED, DATE_PLACED_CEASED)
                .reads(PLACED_ADOPTION)
                .child(NamedChild.only((child, report) -> {
                    List<Row> decisions = child.rows(PLACED_ADOPTION);
                    if (decisions.size() < 2) {
                        return;
                    }
                    Row latest = ChildFile.latest(decisions, DATE_PLACED, row -> true);
                    Row current = latest == null ? decisions.getFirst() : latest;
                    for (Row decision : decisions) {
                        if (decision != current && decision.isBlank(DATE_PLACED_CEASED)) {
                            report.row(decision);
                        }
                    }
                }));
        book.error("584")
                .says(
                        "Last year's return shows the decision to place the child for adoption as given up, so a decision in this year's"
                                + " must be a later one. Correct DATE_PLACED, or remove the row.")
                .at(DATE_PLACED)
                .readsLast(PLACED_ADOPTION)
                .each(
                        PLACED_ADOPTION,
                        (row, child) -> Among.any(
                                child.lastYear(PLACED_ADOPTION), before -> isNotAfterOneGivenUp(row, before)));
    }

    private static boolean isNotAfterOneGivenUp(Row decision, Row before) {
        return Rules551.isGivenUp(before)
                && before.isFilled(DATE_PLACED)
                && (decision.isBlank(DATE_PLACED) || Days.isUpTo(decision.date(DATE_PLACED), before.date(DATE_PLACED)));
    }
}
