package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** Rules 351 to 373: when care and its episodes begin and end, and how long they may last. */
final class Rules351 {
    /** The Children Act 1989 came into force. */
    private static final LocalDate CHILDREN_ACT = LocalDate.of(1991, 10, 14);

    private static final String CORRECT = " Correct the dates or the legal status.";

    private static final int SHORT_BREAK = 17;
    private static final int SHORT_BREAKS_A_YEAR = 75;

    private Rules351() {}

    static void addTo(RuleBook book) {
        addAges(book);
        addEpisodeDates(book);
        addStatusAges(book);
        addLongestStatuses(book);
        addShortBreaks(book);
        addPlacementAges(book);
    }

    private static void addAges(RuleBook book) {
        book.error("351")
                .says(
                        "The young person was over 25 when the year began. Correct the date of birth, or leave the person out"
                                + " of the return.")
                .at(DOB)
                .each(
                        HEADER,
                        (row, child) -> Days.isBefore(
                                Days.birthday(row.date(DOB), 25), child.facts().start()));
        book.error("352")
                .says(
                        "The child began to be looked after on or after the 18th birthday. Correct the start of the episode or"
                                + " the date of birth.")
                .at(DECOM, RNE, DOB)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.is(RNE, "S")
                                && Days.isFrom(episode.date(DECOM), Days.birthday(header.date(DOB), 18))));
    }

    private static void addEpisodeDates(RuleBook book) {
        book.error("353")
                .says(
                        "The episode begins before 14 October 1991, the first day that a return can tell of. Correct its start.")
                .at(DECOM)
                .each(EPISODES, row -> Days.isBefore(row.date(DECOM), CHILDREN_ACT));
        book.error("354")
                .says(
                        "The episode begins after the end of the year. Correct its start, or keep it for the next return.")
                .at(DECOM)
                .each(
                        EPISODES,
                        (row, child) ->
                                Days.isAfter(row.date(DECOM), child.facts().end()));
        book.error("355")
                .says(
                        "The episode begins and ends on one day. Correct its dates, or remove it if the child was not looked"
                                + " after overnight.")
                .at(DECOM, DEC)
                // Days are compared, not how they are written; an episode with neither is not one of less than a day.
                .each(EPISODES, row -> Days.isSame(row.date(DECOM), row.date(DEC)));
        book.error("356")
                .says("The episode ends before it begins. Correct its dates.")
                .at(DECOM, DEC)
                .each(EPISODES, row -> Days.isBefore(row.date(DEC), row.date(DECOM)));
        book.error("357")
                .says(
                        "The child's first episode begins in the year with a reason other than the start of care (S). Give S,"
                                + " or add the episode before it.")
                .at(RNE, DECOM)
                .reads(EPISODES)
                .child(NamedChild.only((child, report) -> {
                    Row first = ChildFile.earliest(child.rows(EPISODES), DECOM, any -> true);
                    if (first != null
                            && Days.isFrom(first.date(DECOM), child.facts().start())
                            && !first.is(RNE, "S")) {
                        report.row(first);
                    }
                }));
    }

    private static void addStatusAges(RuleBook book) {
        book.error("358")
                .says(
                        "The child has a youth justice legal status (J1, J2 or J3) before the age of 10. Correct the legal"
                                + " status, the start of the episode or the date of birth.")
                .at(DECOM, DOB, LS)
                .reads(EPISODES, HEADER)
                // On the very birthday the child is 10, which the department allows.
                .child(Pairs.reportBoth(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.isOneOf(LS, "J1", "J2", "J3")
                                && Days.isBefore(episode.date(DECOM), Days.birthday(header.date(DOB), 10))));
        book.error("359")
                .says("The young person turned 18 before the end of the year and the episode is still open, which needs"
                        + " accommodation (V2) in a children's home (K2). End the episode, or correct it.")
                .at(DEC, LS, PLACE, DOB)
                .reads(EPISODES, HEADER)
                .child((child, report) -> Pairs.reportFirst(
                                EPISODES,
                                HEADER,
                                (episode, header) -> episode.isBlank(DEC)
                                        && Days.isBefore(
                                                Days.birthday(header.date(DOB), 18),
                                                child.facts().drawnTo())
                                        && !(episode.is(LS, "V2") && episode.is(PLACE, "K2")))
                        .check(child, report));
    }

    private static void addLongestStatuses(RuleBook book) {
        addAdjoining(book, "361", "L1", 3, "Police protection (L1) lasted for more than 72 hours.");
        addAdjoining(book, "362", "L2", 21, "An emergency protection order (L2) lasted for more than 21 days.");
        addTouching(book, "363", "L3", 7, "A child assessment order (L3) lasted for more than 7 days.");
        addTouching(
                book,
                "364",
                "J2",
                21,
                "The child was detained in the council's accommodation under police powers (J2) for more than 21 days.");
    }

    private static void addAdjoining(RuleBook book, String code, String status, int days, String problem) {
        addLongest(
                book.error(code).says(problem + CORRECT),
                days,
                child -> Stretches.adjoining(child, status),
                Stretches::span);
    }

    private static void addTouching(RuleBook book, String code, String status, int days, String problem) {
        addLongest(
                book.error(code).says(problem + CORRECT),
                days,
                child -> Stretches.touching(child, status),
                Stretches::sum);
    }

    private static void addLongest(
            RuleBook.Draft draft,
            int days,
            Function<ChildFile, List<List<Row>>> stretches,
            ToLongBiFunction<List<Row>, ReturnFacts> length) {
        draft.at(DECOM, LS, DEC).reads(EPISODES).child(NamedChild.only((child, report) -> {
            for (List<Row> stretch : stretches.apply(child)) {
                if (length.applyAsLong(stretch, child.facts()) > days) {
                    stretch.forEach(report::row);
                }
            }
        }));
    }

    private static void addShortBreaks(RuleBook book) {
        book.error("365")
                .says("A short break (V3) lasted for more than 17 days. Correct its dates or its legal status.")
                .at(LS, DECOM, DEC)
                .each(
                        EPISODES,
                        (row, child) -> row.is(LS, "V3")
                                && Stretches.days(row.date(DECOM), Stretches.endOrDrawnTo(row, child.facts()))
                                        > SHORT_BREAK);
        book.error("366")
                .says(
                        "A short break (V3) begins with a reason other than the start of care (S): there is no move within"
                                + " one. Correct the reason or the legal status.")
                .at(RNE, LS)
                .each(EPISODES, row -> row.is(LS, "V3") && !row.is(RNE, "S"));
        book.error("367")
                .says(
                        "The child's short breaks (V3) in the year come to more than 75 days. Correct their dates or legal"
                                + " status.")
                .at(LS, DECOM, DEC)
                .reads(EPISODES)
                .child(NamedChild.only(Rules351::addUpShortBreaks));
    }

    private static void addUpShortBreaks(ChildFile child, Report report) {
        List<Row> counted = new ArrayList<>();
        long total = 0;
        for (Row row : child.rows(EPISODES)) {
            long days = row.is(LS, "V3") ? daysInYear(row, child.facts()) : 0;
            if (days > 0) {
                counted.add(row);
                total += days;
            }
        }
        if (total > SHORT_BREAKS_A_YEAR) {
            counted.forEach(report::row);
        }
    }

    /** Days of an episode from the start of the year, or its own, to its end, or the year's; 0 or below where none is in the year. */
    private static long daysInYear(Row episode, ReturnFacts facts) {
        LocalDate begun = episode.date(DECOM);
        LocalDate ended = Stretches.endOrDrawnTo(episode, facts);
        return Stretches.days(
                Days.isBefore(begun, facts.start()) ? facts.start() : begun,
                Days.isAfter(ended, facts.end()) ? facts.end() : ended);
    }

    private static void addPlacementAges(RuleBook book) {
        String living = "The child is in independent living (P2) before the age of ";
        addYoungest(book.error("370").until(2023), "P2", 15, living);
        addYoungest(book.error("370").from(2024).until(2024), "P2", 16, living);
        String semi = "The child is in semi-independent living (H5) before the age of ";
        addYoungest(book.error("371").until(2023), "H5", 14, semi);
        addYoungest(book.error("371").from(2024).until(2024), "H5", 16, semi);
        addYoungest(
                book.error("371").from(2025),
                "K3",
                16,
                "The child is in supported accommodation (K3) before the age of ");
        addYoungest(book.error("372"), "R5", 10, "The child is in custody (R5) before the age of ");
        addYoungest(book.error("373"), "S1", 4, "The child is placed in a residential school (S1) before the age of ");
    }

    /** An open episode is looked at like any other: when it ended says nothing of the age at its start. */
    private static void addYoungest(RuleBook.Draft draft, String place, int age, String problem) {
        draft.says(problem + age + ". Check the placement type, the start of the episode and the date of birth.")
                .at(DECOM, PLACE, DOB)
                .reads(EPISODES, HEADER)
                .child(Pairs.reportFirst(
                        EPISODES,
                        HEADER,
                        (episode, header) -> episode.is(PLACE, place)
                                && Days.isBefore(episode.date(DECOM), Days.birthday(header.date(DOB), age))));
    }
}
