package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.AD1;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC2;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.OC3;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Rules 140 to 159: codes and dates of episodes, and answers that go together. */
final class Rules141 {
    private static final Set<String> BEGINNINGS = Set.of("S", "P", "L", "T", "U", "B");
    private static final Set<String> LEGAL_STATUSES =
            Set.of("C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3");
    private static final Set<String> NEEDS = Set.of("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8");
    private static final Set<String> ENDINGS = Set.of(
            "X1", "E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E46", "E47", "E48", "E5", "E6", "E7",
            "E8", "E9", "E14", "E15", "E16", "E17");
    private static final Set<String> PLACES_TO_2024 = Set.of(
            "A3", "A4", "A5", "A6", "H5", "K1", "K2", "P1", "P2", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2",
            "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1");
    /** H5 and P2, though ended by then, are still taken. */
    private static final Set<String> PLACES_2025 = Set.of(
            "A3", "A4", "A5", "A6", "H5", "K1", "K2", "K3", "P1", "P2", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1",
            "T2", "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1");

    private static final Set<String> PLACES_FROM_2026 = Set.of(
            "A3", "A4", "A5", "A6", "K1", "K2", "K3", "P1", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3",
            "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z11", "Z12", "Z13", "Z14");

    private Rules141() {}

    static void addTo(RuleBook book) {
        addBeginnings(book);
        addPlaces(book);
        addEndings(book);
        addAnswers(book);
    }

    private static boolean isUnknown(Row row, Field field, Set<String> codes) {
        return row.isFilled(field) && !row.isOneOf(field, codes);
    }

    private static void addBeginnings(RuleBook book) {
        book.error("141")
                .says("The day on which the episode began is not a date. Give it as day/month/year.")
                .at(DECOM)
                .each(EPISODES, row -> row.isBadDate(DECOM));
        book.error("142")
                .says(
                        "The child has a later episode, but this one has no end or no reason for it. Give both the date and the reason.")
                .at(DEC, REC)
                .reads(EPISODES)
                .child(Rules141::checkAllButLastEnd);
        book.error("143")
                .says("The reason for a new episode is not one of S, P, L, T, U and B. Give one of them.")
                .at(RNE)
                .each(EPISODES, row -> isUnknown(row, RNE, BEGINNINGS));
        book.error("144")
                .says("The legal status is not one of the codes. Give one of them.")
                .at(LS)
                .each(EPISODES, row -> isUnknown(row, LS, LEGAL_STATUSES));
        book.error("145")
                .says("The category of need is not one of N1 to N8. Give one of them.")
                .at(CIN)
                .each(EPISODES, row -> isUnknown(row, CIN, NEEDS));
    }

    /** Undated episodes neither are reported nor are the last one; of those that began last together the later in the file is. */
    private static void checkAllButLastEnd(ChildFile child, Report report) {
        List<Row> dated = Among.filter(child.episodes(), row -> row.isDate(DECOM));
        if (child.id().isEmpty()) {
            return;
        }
        for (int place = 0; place < dated.size() - 1; place++) {
            Row episode = dated.get(place);
            if (!episode.isDate(DEC) || episode.isBlank(REC)) {
                report.row(episode);
            }
        }
    }

    private static void addPlaces(RuleBook book) {
        book.error("146")
                .until(2024)
                .says("The placement type is not one of the codes. Give one of them.")
                .at(PLACE)
                .each(EPISODES, row -> isUnknown(row, PLACE, PLACES_TO_2024));
        book.error("146")
                .from(2025)
                .until(2025)
                .says("The placement type is not one of the codes. Give one of them; supported accommodation is K3.")
                .at(PLACE)
                .each(EPISODES, row -> isUnknown(row, PLACE, PLACES_2025));
        book.error("146")
                .from(2026)
                .says(
                        "The placement type is not one of the codes of this year. Give one of them: supported accommodation is K3,"
                                + " and other placements are Z11 to Z14.")
                .at(PLACE)
                .each(EPISODES, row -> isUnknown(row, PLACE, PLACES_FROM_2026));
    }

    private static void addEndings(RuleBook book) {
        book.error("147")
                .says(
                        "The day on which the episode ended is not a date. Give it as day/month/year, or leave it blank while it lasts.")
                .at(DEC)
                .each(EPISODES, row -> row.isBadDate(DEC));
        book.error("148")
                .says(
                        "Of the day on which the episode ended and the reason, only one is given. Give both, or neither while it lasts.")
                .at(DEC, REC)
                .each(EPISODES, row -> row.isFilled(DEC) != row.isFilled(REC));
        book.error("149")
                .says("The reason why the episode ended is not one of the codes. Give one of them.")
                .at(REC)
                .each(EPISODES, row -> isUnknown(row, REC, ENDINGS));
    }

    private static void addAnswers(RuleBook book) {
        book.error("151")
                .says("Some details of the adoption are given and others are not. Give all of them, or none.")
                .at(Answers.adoption())
                .each(AD1, Answers::isSomeOfAdoptionOnly);
        book.error("153")
                .says(
                        "Some of contact, activity and accommodation of the care leaver are given and others are not. Give all"
                                + " three, or none.")
                .at(Answers.careLeaver())
                .each(OC3, Answers::isSomeOfCareLeaverOnly);
        book.error("157")
                .says(
                        "No strengths and difficulties score is given because of the child's age (SDQ1), but the child is of an age"
                                + " to have one. Give the score or another reason.")
                .at(SDQ_REASON, DOB)
                .reads(EPISODES)
                .each(
                        OC2,
                        (row, child) -> child.isContinuous()
                                && isOfAgeForScore(row, child.facts())
                                && row.isBlank(SDQ_SCORE)
                                && row.is(SDQ_REASON, "SDQ1"));
        book.error("158")
                .says(
                        "The child had help for misuse of substances, so whether it was offered need not be told. Leave that blank,"
                                + " or correct that it was had.")
                .at(INTERVENTION_RECEIVED, INTERVENTION_OFFERED)
                .each(OC2, row -> row.is(INTERVENTION_RECEIVED, "1") && row.isFilled(INTERVENTION_OFFERED));
        book.error("159")
                .says(
                        "The child misused substances and had no help, but it is not told whether help was offered. Tell it.")
                .at(SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED)
                .each(
                        OC2,
                        row -> row.is(SUBSTANCE_MISUSE, "1")
                                && row.is(INTERVENTION_RECEIVED, "0")
                                && row.isBlank(INTERVENTION_OFFERED));
    }

    /**
     * Whether a child has to have a strengths and difficulties score: four by the first day of the year and not yet seventeen on the last.
     * The department's wording has every age of sixteen within it; to stop at the sixteenth birthday is a slip that is met elsewhere.
     */
    static boolean isOfAgeForScore(Row outcome, ReturnFacts facts) {
        LocalDate born = outcome.date(DOB);
        return Days.isUpTo(Days.birthday(born, 4), facts.start()) && Days.isAfter(Days.birthday(born, 17), facts.end());
    }
}
