package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.REVIEWS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Rules 374 to 399. */
final class Rules374 {
    private static final Set<String> TEMPORARY = Set.of("T0", "T1", "T2", "T3", "T4");
    private static final Set<String> ADOPTIVE = Set.of("A3", "A4", "A5", "A6");

    private Rules374() {}

    static void addTo(RuleBook book) {
        addPlacements(book);
        addTemporary(book);
        addReturnToPlacement(book);
        addEndings(book);
        addAgesAtEnd(book);
        addPeople(book);
        addShortBreaks(book);
    }

    private static void addPlacements(RuleBook book) {
        book.error("374")
                .says(
                        "The child is placed in residential employment (P3) before the age of 14. Check the placement type,"
                                + " the start of the episode and the date of birth.")
                .at(DECOM, PLACE, DOB)
                .reads(EPISODES, HEADER)
                // The cases expect open episodes to pass, though when one ended says nothing of the age at its start.
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.is(PLACE, "P3")
                                && episode.isDate(DEC)
                                && Days.isBefore(episode.date(DECOM), Days.birthday(header.date(DOB), 14))));
        addLongest(
                book, "375", "T1", 42, "The child was in hospital as a temporary placement (T1) for over six weeks.");
        addLongest(
                book,
                "376",
                "T3",
                21,
                "A placement during the carer's holiday (T3) went on for longer than three weeks.");
        book.error("377")
                .says("The child has more than two placements during a carer's holiday (T3) in the year. Check which of"
                        + " them are right, and give the others the type that they had.")
                .at(PLACE)
                .reads(EPISODES)
                .child((child, report) -> {
                    List<Row> holidays = Among.filter(child.rows(EPISODES), row -> row.is(PLACE, "T3"));
                    if (holidays.size() > 2 && !child.id().isEmpty()) {
                        holidays.forEach(report::row);
                    }
                });
        book.error("378")
                .says(
                        "A child under a single period of accommodation (V2) is shown as placed with parents (P1), which needs"
                                + " a care order. Correct the legal status or the placement.")
                .at(PLACE, LS)
                .each(EPISODES, row -> row.is(PLACE, "P1") && row.is(LS, "V2"));
        addLongest(
                book, "379", "T4", 7, "A temporary placement of no stated kind (T4) went on for more than seven days.");
    }

    /** The limit is of one episode; one that follows another of the kind is not added to it. */
    private static void addLongest(RuleBook book, String code, String place, int days, String problem) {
        book.error(code)
                .says(problem + " Check its dates, or give it the type of a lasting placement.")
                .at(DECOM, DEC, PLACE)
                .reads(HEADER)
                .each(EPISODES, row -> {
                    LocalDate begun = row.date(DECOM);
                    return row.is(PLACE, place) && begun != null && Days.isAfter(row.date(DEC), begun.plusDays(days));
                });
    }

    private static void addTemporary(RuleBook book) {
        book.error("380")
                .says("A temporary placement (T0 to T4) begins with a reason other than a change of placement (P or B)."
                        + " Correct the reason for the new episode.")
                .at(PLACE, RNE)
                .each(EPISODES, row -> row.isOneOf(PLACE, TEMPORARY) && !row.isOneOf(RNE, "P", "B"));
        book.error("381")
                .says("A temporary placement (T0 to T4) ends with the child leaving care. Add the return to the usual"
                        + " placement, or correct the placement type.")
                .at(PLACE, REC)
                .each(EPISODES, row -> row.isOneOf(PLACE, TEMPORARY) && row.isFilled(REC) && !row.is(REC, "X1"));
        book.error("382")
                .says("A short break (V3 or V4) is shown as a temporary placement (T0 to T4). Give the type of the"
                        + " placement that the short break is in.")
                .at(LS, PLACE)
                .each(EPISODES, row -> ChildFile.isRespite(row) && row.isOneOf(PLACE, TEMPORARY));
        book.error("384")
                .says("A short break (V3 or V4) is shown as a long-term foster placement (U1 or U4). Correct the legal"
                        + " status or the placement type.")
                .at(PLACE, LS)
                .each(EPISODES, row -> ChildFile.isRespite(row) && row.isOneOf(PLACE, "U1", "U4"));
    }

    private static void addReturnToPlacement(RuleBook book) {
        book.error("383")
                .until(2025)
                .says(
                        "After a temporary placement (T0 to T4) the child did not go back to the placement before it. Check"
                                + " this episode's placement type, and that its reason is P.")
                .at(PLACE, RNE)
                .reads(EPISODES)
                .child((child, report) -> reportNoReturn(child, false, report));
        book.error("383")
                .from(2026)
                .says(
                        "After a temporary placement (T0 to T4) the child did not go back to the placement before it. Check"
                                + " this episode's placement type and postcode, and that its reason is P.")
                .at(PLACE, RNE, PL_POST)
                .reads(EPISODES)
                .child((child, report) -> reportNoReturn(child, true, report));
    }

    private static void reportNoReturn(ChildFile child, boolean withPostcode, Report report) {
        List<Row> ordered = child.episodes();
        for (int place = 2; place < ordered.size() && !child.id().isEmpty(); place++) {
            Row usual = ordered.get(place - 2);
            Row back = ordered.get(place);
            if (ordered.get(place - 1).isOneOf(PLACE, TEMPORARY)
                    && (!back.is(RNE, "P")
                            || back.isBlank(PLACE)
                            || isChanged(usual, back, PLACE)
                            // Two blank postcodes are of one placement: the rule on blank postcodes tells of them.
                            || (withPostcode && isChanged(usual, back, PL_POST)))) {
                report.row(back);
            }
        }
    }

    private static boolean isChanged(Row one, Row other, Field field) {
        return !one.textOrEmpty(field).equals(other.textOrEmpty(field));
    }

    private static void addEndings(RuleBook book) {
        book.error("385")
                .says(
                        "The episode ends after the last day of the year that the return is about. Leave the end blank if the"
                                + " child was still in the placement that day, or correct it.")
                .at(DEC)
                .each(
                        EPISODES,
                        (row, child) ->
                                Days.isAfter(row.date(DEC), child.facts().end()));
        book.error("388")
                .says(
                        "How the episode ended does not fit what follows: X1 needs an episode that begins on the same day, any"
                                + " other reason a gap or no further episode. Correct the reason or the dates, or add the missing"
                                + " episode.")
                .at(REC, DEC, DECOM)
                .reads(EPISODES)
                .child(Rules374::reportMisfits);
        book.error("390")
                .says(
                        "The child was adopted (E11 or E12) from a placement that is not one for adoption (A3 to A6). Correct"
                                + " the placement type or the reason.")
                .at(PLACE, REC)
                .each(EPISODES, row -> row.isOneOf(REC, "E11", "E12") && !row.isOneOf(PLACE, ADOPTIVE));
    }

    private static void reportMisfits(ChildFile child, Report report) {
        if (child.id().isEmpty()) {
            return;
        }
        List<Row> ordered = EpisodeOrder.undatedFirst(child);
        for (int place = 0; place < ordered.size(); place++) {
            Row row = ordered.get(place);
            LocalDate ended = row.date(DEC);
            if (ended == null) {
                continue;
            }
            boolean goesOn = row.is(REC, "X1");
            if (place == ordered.size() - 1) {
                if (goesOn) {
                    report.row(row);
                }
                continue;
            }
            LocalDate next = ordered.get(place + 1).date(DECOM);
            if (next != null && row.isFilled(REC) && goesOn != ended.equals(next)) {
                report.row(row);
            }
        }
    }

    private static void addAgesAtEnd(RuleBook book) {
        book.error("386")
                .says(
                        "The child is shown as adopted (E11 or E12) at 18 or older. Check the date of birth, the end of the"
                                + " episode and the reason.")
                .at(REC, DEC, DOB)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.isOneOf(REC, "E11", "E12")
                                && Days.isFrom(episode.date(DEC), Days.birthday(header.date(DOB), 18))));
        book.error("387")
                .says(
                        "The child is shown as leaving care for independent living (E5 or E6) before the age of 14. Check the"
                                + " date of birth, the end of the episode and the reason.")
                .at(REC, DEC, DOB)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.isOneOf(REC, "E5", "E6")
                                && Days.isBefore(episode.date(DEC), Days.birthday(header.date(DOB), 14))));
        book.error("389")
                .says("The child is shown as passing to adult social care (E7) before the age of 16. Check the date of"
                        + " birth, the end of the episode and the reason.")
                .at(REC, DEC, DOB)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.is(REC, "E7")
                                && Days.isBefore(episode.date(DEC), Days.birthday(header.date(DOB), 16))));
    }

    private static void addPeople(RuleBook book) {
        book.error("391")
                .says(
                        "Information on care leavers is given for a young person who was not yet 17 at the end of the year."
                                + " Take it out, or correct the date of birth.")
                .at(DOB, IN_TOUCH, ACTIV, ACCOM)
                .each(
                        OC3,
                        (row, child) -> row.isAnyFilled(IN_TOUCH, ACTIV, ACCOM)
                                && Days.isAfter(
                                        Days.birthday(row.date(DOB), 17),
                                        child.facts().end()));
        addMotherhood(book.error("393").until(2024), "2");
        addMotherhood(book.error("393").from(2025), "F");
    }

    private static void addMotherhood(RuleBook.Draft draft, String female) {
        draft.says("It is not told whether the girl is a mother. Give 1 if she is and 0 if not.")
                .at(MOTHER, SEX, LS)
                .reads(EPISODES)
                .each(
                        HEADER,
                        (row, child) -> row.is(SEX, female)
                                && row.isBlank(MOTHER)
                                && Among.any(child.rows(EPISODES), episode -> !ChildFile.isRespite(episode)));
    }

    private static void addShortBreaks(RuleBook book) {
        book.error("398")
                .says(
                        "A postcode is given for a short break (V3 or V4), for which none is wanted. Take both postcodes out,"
                                + " or correct the legal status.")
                .at(LS, HOME_POST, PL_POST)
                .each(EPISODES, row -> ChildFile.isRespite(row) && row.isAnyFilled(HOME_POST, PL_POST));
        book.error("399")
                .says("The child had short breaks (V3 or V4) alone, and motherhood or a review is told. Take it out, or"
                        + " correct the legal status.")
                .at(MOTHER, LS, REVIEW, REVIEW_CODE)
                .reads(EPISODES, HEADER, REVIEWS)
                .child(Rules374::reportNeedless);
    }

    private static void reportNeedless(ChildFile child, Report report) {
        List<Row> episodes = child.rows(EPISODES);
        if (child.id().isEmpty() || episodes.isEmpty() || !Among.all(episodes, ChildFile::isRespite)) {
            return;
        }
        List<Row> mothers = Among.filter(child.rows(HEADER), row -> row.isFilled(MOTHER));
        List<Row> reviews = Among.filter(child.rows(REVIEWS), row -> row.isAnyFilled(REVIEW, REVIEW_CODE));
        if (mothers.isEmpty() && reviews.isEmpty()) {
            return;
        }
        List<Row> wrong = new ArrayList<>(episodes);
        wrong.addAll(reviews.isEmpty() ? mothers : child.rows(HEADER));
        wrong.addAll(mothers.isEmpty() ? reviews : child.rows(REVIEWS));
        wrong.forEach(report::row);
    }
}
