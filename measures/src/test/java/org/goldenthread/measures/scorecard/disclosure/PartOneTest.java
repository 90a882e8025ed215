package org.goldenthread.measures.scorecard.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.PartOne;
import org.goldenthread.measures.scorecard.PartOneAudit;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;

class PartOneTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final DisclosureRules RULES = DisclosureRules.standard();
    private static final Expectation FOURTEEN =
            new Expectation(BigDecimal.valueOf(14), BigDecimal.valueOf(14), BigDecimal.TWO, "14");

    @Test
    void aRowOfLargeNumbersIsShownWhole() {
        Indicator row = partOne(Years.count("referrals", 268, 412, 525, 408, 263, 396, 423, 527, 335, 293, 266, 384));

        assertThat(shown(row)).isEqualTo("268 412 525 408 263 396 423 527 335 293 266 384 | 4500");
        assertThat(row.note()).isEmpty();
        assertThat(row.months().getFirst().numerator()).isEqualByComparingTo("268");
    }

    @Test
    void aSmallMonthIsHiddenWithTheMonthBesideItAndTheYearToDateStays() {
        // May's 3 is hidden with April's 16. Their sum, 19, can be had from the year, 121; 16 + 3 and 3 + 16 fit it
        // alike.
        Indicator row =
                partOne(Years.count("permanent-exclusions-secondary", 16, 3, 9, 10, 7, 12, 8, 11, 12, 9, 14, 10));

        assertThat(shown(row)).isEqualTo("x x 9 10 7 12 8 11 12 9 14 10 | 76");
        assertThat(row.note()).isEqualTo(FreeText.MARK);
    }

    @Test
    void aRowThatWouldBeMostlyHiddenGoesWhole() {
        Indicator row = partOne(Years.count("cla-adopted-or-special-guardianship", 1, 2, 0, 3, 9, 1, 2, 0, 1, 8, 7, 1));

        assertThat(shown(row)).isEqualTo("x x x x x x x x x x x x | x");
        assertThat(row.rating()).isEqualTo(Rating.SUPPRESSED);
        assertThat(row.direction()).isEqualTo(Direction.SUPPRESSED);
    }

    @Test
    void aSmallNewestMonthTakesTheYearToDateWithIt() {
        // Last month's paper said 110; this month's would say 113.
        Indicator row =
                partOne(Years.count("cla-adopted-or-special-guardianship", 9, 8, 12, 10, 9, 11, 10, 9, 13, 9, 10, 3));

        assertThat(shown(row)).isEqualTo("9 8 12 10 9 11 10 9 13 9 x x | x");
    }

    @Test
    void aMonthThatAddsASmallNumberToARunningTotalIsHidden() {
        // 44 after 40: four households in May.
        Indicator row = partOne(
                Years.count("foster-households-recruited", 40, 44, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240));

        assertThat(row.months().get(1).state()).isEqualTo(FigureState.SUPPRESSED);
        assertThat(row.months().get(0).state()).isEqualTo(FigureState.SUPPRESSED);
    }

    @Test
    void aPercentageOutOfACountThatIsShownIsHiddenWhereFewAreLeft() {
        // 99% of 238 leaves 2 or 3. Without the row of children looked after nobody could tell.
        long[] all = {238, 240, 241, 239, 236, 238, 240, 243, 241, 240, 238, 239};
        long[] some = {236, 225, 226, 224, 221, 223, 225, 228, 226, 225, 223, 224};
        Indicator with = Years.share("children-looked-after-with-social-worker", some, all);

        Scorecard both =
                PartOne.from(Years.scorecard(Years.count("children-looked-after", all), with), CATALOGUE, RULES);
        assertThat(shown(both.indicators().get(1))).startsWith("x x 94 94");
        assertThat(shown(partOne(with))).startsWith("99 94 94 94");
    }

    @Test
    void noughtsAreHiddenWhereTheCouncilSaysSoAndAShareOfEverybodyIsNotTakenForOne() {
        // All who are looked after are what the share is out of: nobody is left out of it, and that is no count of
        // persons.
        DisclosureRules hide = DisclosureRules.of(Map.of("zeros", "hide"));
        long[] all = {238, 240, 241, 239, 236, 238, 240, 243, 241, 240, 238, 239};
        long[] moved = {24, 25, 26, 24, 21, 23, 25, 28, 26, 25, 23, 24};
        Scorecard part2 = Years.scorecard(
                Years.count("children-looked-after", all),
                Years.share("cla-three-or-more-placements", moved, all),
                Years.count("permanent-exclusions-secondary", 16, 0, 9, 10, 7, 12, 8, 11, 12, 9, 14, 10));
        Scorecard part1 = PartOne.from(part2, CATALOGUE, hide);

        assertThat(shown(part1.indicators().get(0))).startsWith("238 240 241");
        assertThat(shown(part1.indicators().get(1))).startsWith("10 10 11");
        assertThat(shown(part1.indicators().get(2))).startsWith("x x 9 10");
        PartOneAudit.requireProved(part1, part2, CATALOGUE, hide, List.of());
    }

    @Test
    void numeratorsAndDenominatorsOfARowGoWhereOneOfThemIsSmallAndValuesAreRounded() {
        long[] held = {31, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80};
        long[] inTime = {30, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72};
        Indicator row = partOne(Years.share("cla-reviews-in-time", inTime, held));

        // 30 of 31 is 96.774...%, which no other fraction so small is.
        assertThat(row.months().getFirst().value()).isEqualTo(BigDecimal.valueOf(97));
        assertThat(row.months()).allSatisfy(month -> {
            assertThat(month.numerator()).isNull();
            assertThat(month.denominator()).isNull();
        });
    }

    @Test
    void wordsThatHoldANumberGoWithAHiddenOne() {
        Indicator full = Scorecards.withComparators(
                Scorecards.withNote(
                        Years.count("cla-adopted-or-special-guardianship", 1, 2, 0, 3, 9, 1, 2, 0, 1, 8, 7, 1),
                        "Two of them are siblings"),
                Collections.singletonList(
                        new Comparator("England", BigDecimal.TEN, "", "2023", "DfE", "The council was at rank 140.")));
        Indicator row = partOne(full);

        assertThat(row.note()).isEqualTo(FreeText.MARK);
        assertThat(row.comparators().getFirst().detail()).isEmpty();
        assertThat(row.comparators().getFirst().value()).isEqualTo(BigDecimal.TEN);
        assertThat(FreeText.markedNote("School year is academic year, from September 2023"))
                .isEqualTo("School year is academic year, from September 2023. " + FreeText.MARK);
    }

    @Test
    void lastMonthsPaperAndThisMonthsTogetherTellNothing() {
        // April to June were shown last quarter with 34 for the year. July's 2 must not follow from 36.
        Indicator june = Years.countTo(3, "cla-adopted-or-special-guardianship", 12, 10, 12, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        Indicator july = Years.countTo(4, "cla-adopted-or-special-guardianship", 12, 10, 12, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        Indicator august =
                Years.countTo(5, "cla-adopted-or-special-guardianship", 12, 10, 12, 2, 30, 0, 0, 0, 0, 0, 0, 0);
        Scorecard first = PartOne.from(Years.scorecard(june), CATALOGUE, RULES);
        Scorecard second = PartOne.from(Years.scorecard(july), CATALOGUE, RULES, List.of(first));
        Scorecard third = PartOne.from(Years.scorecard(august), CATALOGUE, RULES, List.of(first, second));

        assertThat(shown(first.indicators().getFirst())).isEqualTo("12 10 12 | 34");
        assertThat(shown(second.indicators().getFirst())).isEqualTo("12 10 x x | x");
        // With August's 30 shown and 66 for the year, June's published 12 would leave July's 2.
        assertThat(third.indicators().getFirst().months().get(3).state()).isEqualTo(FigureState.SUPPRESSED);
        assertThat(third.indicators().getFirst().yearToDate().state()).isEqualTo(FigureState.SUPPRESSED);
    }

    @Test
    void aMeasureThatCountsNoPersonsOrIsExemptIsNotHidden() {
        assertThat(shown(partOne(
                        Years.count("children-and-family-centre-footfall", 1, 3, 4, 6, 8, 9, 9, 9, 9, 9, 9, 9))))
                .startsWith("1 3 4");
        DisclosureRules exempt = DisclosureRules.of(Map.of("exempt", "first-time-entrants"));
        Scorecard part2 = Years.scorecard(Years.count("first-time-entrants", 1, 3, 4, 6, 8, 9, 9, 9, 9, 9, 9, 9));
        assertThat(shown(PartOne.from(part2, CATALOGUE, exempt).indicators().getFirst()))
                .startsWith("1 3 4");
    }

    @Test
    void aRowThatIsAlwaysHiddenIsHiddenWhateverItHolds() {
        DisclosureRules always = DisclosureRules.of(Map.of("always-hidden", "referrals"));
        Scorecard part2 =
                Years.scorecard(Years.count("referrals", 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400));
        assertThat(shown(PartOne.from(part2, CATALOGUE, always).indicators().getFirst()))
                .isEqualTo("x x x x x x x x x x x x | x");
    }

    @Test
    void theAuditNamesACellThatWasPutBackAndAJudgementThatWasLeft() {
        Indicator full = Years.judged(
                Years.count("cla-adopted-or-special-guardianship", 16, 3, 9, 10, 7, 12, 8, 11, 12, 9, 4, 10), FOURTEEN);
        Scorecard part2 = Years.scorecard(full);
        Scorecard part1 = PartOne.from(part2, CATALOGUE, RULES);
        PartOneAudit.requireProved(part1, part2, CATALOGUE, RULES, List.of());

        Indicator open = part1.indicators().getFirst();
        List<Figure> months = new ArrayList<>(open.months());
        months.set(0, Figure.of(months.get(0).period(), BigDecimal.valueOf(16), BigDecimal.valueOf(16), null));
        Scorecard putBack = Scorecards.withRows(part1, List.of(Scorecards.withMonths(open, months)));
        assertThatThrownBy(() -> PartOneAudit.requireProved(putBack, part2, CATALOGUE, RULES, List.of()))
                .isInstanceOf(NotProvedException.class)
                .hasMessageContaining("May-23");

        Scorecard judged = Scorecards.withRows(part1, List.of(Scorecards.judgedAs(open, full)));
        assertThatThrownBy(() -> PartOneAudit.requireProved(judged, part2, CATALOGUE, RULES, List.of()))
                .hasMessageContaining("rated");

        Scorecard noted = Scorecards.withRows(part1, List.of(Scorecards.withNote(open, "Only three in May")));
        assertThatThrownBy(() -> PartOneAudit.requireProved(noted, part2, CATALOGUE, RULES, List.of()))
                .hasMessageContaining("note");
        assertThatThrownBy(() -> PartOneAudit.requireProved(part2, part2, CATALOGUE, RULES, List.of()))
                .hasMessageContaining("not the Part 1");
    }

    @Test
    void aWholeScorecardTakesLittleTime() {
        // Time of the processor, so that a busy machine does not fail the build.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Scorecard part2 = MadeUpBorough.scorecard(7, 12);
        for (int warmingUp = 0; warmingUp < 10; warmingUp++) {
            PartOne.from(part2, CATALOGUE, RULES);
        }
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long start = threads.getCurrentThreadCpuTime();
            PartOne.from(part2, CATALOGUE, RULES);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void partOneIsTheSameEveryTimeAndSaysWhatItIs() {
        Scorecard part2 = MadeUpBorough.scorecard(11, 9);
        Scorecard once = PartOne.from(part2, CATALOGUE, RULES);

        assertThat(PartOne.from(part2, CATALOGUE, RULES)).isEqualTo(once);
        assertThat(once.part()).isEqualTo(Part.PART_1);
    }

    private static Indicator partOne(Indicator full) {
        return PartOne.from(Years.scorecard(full), CATALOGUE, RULES)
                .indicators()
                .getFirst();
    }

    /** The months that exist and the year to date, x for hidden. */
    private static String shown(Indicator row) {
        StringBuilder text = new StringBuilder();
        for (Figure month : row.months()) {
            if (month.state() != FigureState.NOT_YET) {
                text.append(cell(month)).append(' ');
            }
        }
        return text.append("| ").append(cell(row.yearToDate())).toString();
    }

    private static String cell(Figure figure) {
        return figure.value() == null
                ? figure.state() == FigureState.SUPPRESSED ? "x" : "-"
                : figure.value().toPlainString();
    }
}
