package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Rules 192 to 217. */
final class Rules192 {
    private static final Set<String> UPN_UNKNOWN = Set.of("UN1", "UN2", "UN3", "UN4", "UN5");
    private static final Set<String> TEMPORARY = Set.of("T0", "T1", "T2", "T3", "T4");
    private static final Set<String> TEMPORARY_OR_OTHER =
            Set.of("T0", "T1", "T2", "T3", "T4", "Z11", "Z12", "Z13", "Z14");
    private static final Field[] CARE_LEAVER = {IN_TOUCH, ACTIV, ACCOM};
    private static final Field[] LONG_IN_CARE = {
        CONVICTED,
        HEALTH_CHECK,
        IMMUNISATIONS,
        TEETH_CHECK,
        HEALTH_ASSESSMENT,
        SUBSTANCE_MISUSE,
        INTERVENTION_RECEIVED,
        INTERVENTION_OFFERED
    };
    /** Children placed with their carers for adoption from this day have the reason of the new episode checked. */
    private static final LocalDate REASON_CHECKED = LocalDate.of(2015, 4, 1);

    private Rules192() {}

    static void addTo(RuleBook book) {
        addOutcomes(book);
        addPreviouslyAdopted(book);
        addSameAsLastYear(book);
        addPupilNumbers(book);
        addPlacements(book);
    }

    private static void addOutcomes(RuleBook book) {
        book.error("192")
                .says(
                        "The child misuses substances, but whether an intervention was received is blank. Say whether it was.")
                .at(SUBSTANCE_MISUSE, INTERVENTION_RECEIVED)
                .each(OC2, row -> row.is(SUBSTANCE_MISUSE, "1") && row.isBlank(INTERVENTION_RECEIVED));
        book.error("193")
                .says(
                        "An intervention for substance misuse is filled in, but the child is not shown as misusing substances."
                                + " Correct one or the other.")
                .at(SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED)
                .each(
                        OC2,
                        row -> (row.isBlank(SUBSTANCE_MISUSE) || row.is(SUBSTANCE_MISUSE, "0"))
                                && row.isAnyFilled(INTERVENTION_RECEIVED, INTERVENTION_OFFERED));
        book.error("196")
                .says(
                        "The reason why there is no strengths and difficulties score is not a code of the list. Give one of"
                                + " SDQ1 to SDQ5.")
                .at(SDQ_REASON)
                .each(
                        OC2,
                        row -> row.isFilled(SDQ_REASON)
                                && !row.isOneOf(SDQ_REASON, "SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"));
        book.error("198")
                .says(
                        "There is a reason for having no strengths and difficulties score, but the child was not looked after"
                                + " for the whole twelve months to 31 March. Remove the reason, or correct the episodes.")
                .at(SDQ_REASON)
                .reads(EPISODES)
                .each(OC2, (row, child) -> row.isFilled(SDQ_REASON) && !child.isContinuous());
        book.error("215")
                .says(
                        "The child has both care leaver information and outcomes of a child looked after for twelve months."
                                + " Remove whichever is wrong.")
                .at(Stream.of(CARE_LEAVER, LONG_IN_CARE).flatMap(Stream::of).toArray(Field[]::new))
                .reads(OC2, OC3)
                .child(Pairs.reportBoth(
                        OC3,
                        OC2,
                        (leaver, outcomes) -> leaver.isAnyFilled(CARE_LEAVER) && outcomes.isAnyFilled(LONG_IN_CARE)));
    }

    /** Rows of one day are one episode, as given in each year's return, so that none is held against itself. */
    private static void addPreviouslyAdopted(RuleBook book) {
        book.error("199")
                .says(
                        "The child has an episode after having been adopted from care. Check the identifier and the reason why"
                                + " the earlier episode ended.")
                .at(CHILD, REC, DECOM)
                .reads(EPISODES)
                .child(NamedChild.only((child, report) -> {
                    List<Row> adoptions = Stream.concat(
                                    child.rows(EPISODES).stream(), child.lastYear(EPISODES).stream())
                            .filter(row -> row.isOneOf(REC, "E11", "E12"))
                            .toList();
                    for (Row row : child.rows(EPISODES)) {
                        if (Among.any(adoptions, adoption -> Days.isBefore(adoption.date(DECOM), row.date(DECOM)))) {
                            report.row(row);
                        }
                    }
                }));
    }

    private static void addSameAsLastYear(RuleBook book) {
        String sex = "The child's sex is not that of last year's return. Correct whichever year is wrong.";
        addSex(book.error("202").until(2024).says(sex), false);
        // The first return with letters follows one with figures: 1 and M, 2 and F are the same.
        addSex(book.error("202").from(2025).until(2025).says(sex), true);
        addSex(book.error("202").from(2026).says(sex), false);
        book.error("203")
                .says("The date of birth is not that of last year's return. Correct whichever year is wrong.")
                .at(DOB)
                .reads(HEADER)
                .readsLast(HEADER)
                .child(Pairs.withLastYear(HEADER, (now, last) -> !Objects.equals(now.date(DOB), last.date(DOB))));
        book.error("204")
                .says("The child's ethnic origin is not that of last year's return. Correct whichever year is wrong.")
                .at(ETHNIC)
                .reads(HEADER)
                .readsLast(HEADER)
                .child(Pairs.withLastYear(
                        HEADER, (now, last) -> !now.textOrEmpty(ETHNIC).equalsIgnoreCase(last.textOrEmpty(ETHNIC))));
        book.error("207")
                .says(
                        "Last year's return has the child as a mother and this one does not. Correct whichever year is wrong.")
                .at(MOTHER)
                .reads(EPISODES, HEADER)
                .readsLast(HEADER)
                .child((child, report) -> {
                    if (!child.rows(EPISODES).isEmpty()) {
                        Pairs.withLastYear(HEADER, (now, last) -> last.is(MOTHER, "1") && !now.is(MOTHER, "1"))
                                .check(child, report);
                    }
                });
    }

    private static void addSex(RuleBook.Draft draft, boolean recoded) {
        draft.at(SEX)
                .reads(HEADER)
                .readsLast(HEADER)
                .child(Pairs.withLastYear(
                        HEADER, (now, last) -> !Objects.equals(sex(now, recoded), sex(last, recoded))));
    }

    private static @Nullable String sex(Row header, boolean recoded) {
        String code = header.text(SEX);
        if (!recoded || code == null) {
            return code;
        }
        return switch (code) {
            case "1" -> "M";
            case "2" -> "F";
            default -> code;
        };
    }

    private static void addPupilNumbers(RuleBook book) {
        book.error("208")
                .says(
                        "The unique pupil number is not that of last year's return. Correct whichever year is wrong; only an"
                                + " unknown number may become known, and UN1 become another reason for being unknown.")
                .at(UPN)
                .reads(HEADER)
                .readsLast(HEADER)
                .child(Pairs.withLastYear(HEADER, (now, last) -> isOtherPupil(now, last)));
        book.error("209")
                .says(
                        "The unique pupil number is unknown because the child is not of school age (UN1), but the child is."
                                + " Give the number, or the reason for not knowing it.")
                .at(UPN, DOB)
                .each(HEADER, (row, child) -> {
                    LocalDate schoolAge = LocalDate.of(child.facts().start().getYear() - 1, 8, 31);
                    return row.is(UPN, "UN1") && Days.isUpTo(Days.birthday(row.date(DOB), 4), schoolAge);
                });
        book.error("210")
                // As the department's sentence has it, and what UN4 means; its other text asks for episodes within the
                // week.
                .says(
                        "The unique pupil number is not yet known (UN4), which is for children who came into care in the last week"
                                + " of the year, but the child was looked after before. Give the number, or another reason for not"
                                + " knowing it.")
                .at(UPN, DECOM)
                .reads(EPISODES, HEADER)
                .child((child, report) -> {
                    LocalDate lastWeek = LocalDate.of(child.facts().end().getYear(), 3, 24);
                    Pairs.reportBoth(
                                    EPISODES,
                                    HEADER,
                                    (episode, header) ->
                                            header.is(UPN, "UN4") && Days.isBefore(episode.date(DECOM), lastWeek))
                            .check(child, report);
                });
    }

    /** Blank to UN1 passes: it tells no more and no less, and the department means to allow it. */
    private static boolean isOtherPupil(Row now, Row last) {
        String number = now.textOrEmpty(UPN).toUpperCase(Locale.ROOT);
        String before = last.textOrEmpty(UPN).toUpperCase(Locale.ROOT);
        if (number.equals(before)) {
            return false;
        }
        boolean isUnknown = UPN_UNKNOWN.contains(number);
        boolean reasonGiven = (before.isEmpty() || before.equals("UN1")) && isUnknown;
        boolean numberFound = (before.isEmpty() || UPN_UNKNOWN.contains(before)) && !number.isEmpty() && !isUnknown;
        return !reasonGiven && !numberFound;
    }

    private static void addPlacements(RuleBook book) {
        book.error("213")
                .until(2025)
                .says("A temporary placement (T0 to T4) has a placement provider. Remove the provider, or correct the"
                        + " placement type.")
                .at(PLACE_PROVIDER, PLACE)
                .each(EPISODES, row -> row.isOneOf(PLACE, TEMPORARY) && row.isFilled(PLACE_PROVIDER));
        book.error("213")
                .from(2026)
                .says(
                        "A temporary or other placement (T0 to T4, Z11 to Z14) has a placement provider. Remove the provider,"
                                + " or correct the placement type.")
                .at(PLACE_PROVIDER, PLACE)
                .each(EPISODES, row -> row.isOneOf(PLACE, TEMPORARY_OR_OTHER) && row.isFilled(PLACE_PROVIDER));
        book.error("214")
                .says(
                        "A short break (V3 or V4) has a placement postcode or an Ofsted number. Remove them, or correct the"
                                + " legal status.")
                .at(PL_POST, URN, LS)
                .each(EPISODES, row -> ChildFile.isRespite(row) && row.isAnyFilled(PL_POST, URN));
        book.error("217")
                .says(
                        "The child is placed for adoption with the present foster carer (A3 or A5), but the reason for the new"
                                + " episode is not S, T or U. Correct the reason or the placement type.")
                .at(PLACE, DECOM, RNE)
                .each(
                        EPISODES,
                        row -> row.isOneOf(PLACE, "A3", "A5")
                                && Days.isFrom(row.date(DECOM), REASON_CHECKED)
                                && !row.isOneOf(RNE, "S", "T", "U"));
    }
}
