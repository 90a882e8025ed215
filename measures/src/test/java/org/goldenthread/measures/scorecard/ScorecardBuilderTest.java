package org.goldenthread.measures.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.MeasureCase;
import org.goldenthread.measures.engine.SourceCoverage;
import org.junit.jupiter.api.Test;

class ScorecardBuilderTest {

    private static final SourceCoverage CIN =
            new SourceCoverage("cin", LocalDate.of(2021, 4, 1), LocalDate.of(2023, 5, 31));

    private static final String HEADER =
            "section,number,name,measure,polarity,aim,limit,tolerance,printed,note,own-year\n";

    private static ScorecardRequest request(MeasureCase data, String rows, LocalDate asAt, SourceCoverage... coverage) {
        return ScorecardRequest.of(
                new ScorecardRequest.Dataset("snapshot-1", "399", "London Borough of Fairmead", List.of(coverage)),
                data.engine(),
                Catalogue.standard(),
                IndexDefinition.parse("test", "Test index", HEADER + rows, "index.csv"),
                asAt);
    }

    private static Indicator only(ScorecardRequest request) {
        return new ScorecardBuilder().build(request).indicators().getFirst();
    }

    private static MeasureCase referrals() {
        return MeasureCase.of("referrals")
                .insert(
                        "ssd_cin_episodes",
                        "cine_referral_id, cine_person_id, cine_referral_date, cine_referral_nfa",
                        "r1, c1, 2022-04-30, N",
                        "r2, c2, 2023-04-03, N",
                        "r3, c3, 2023-04-30, N",
                        "r4, c4, 2023-05-31, N");
    }

    private static final String REFERRALS = "Demand,6,Referrals,referrals,,,,,Not a target measure,,\n";

    @Test
    void monthsAddUpToTheYearAndWhatIsNotKnownYetIsNotNought() {
        try (MeasureCase data = referrals()) {
            Scorecard scorecard =
                    new ScorecardBuilder().build(request(data, REFERRALS, LocalDate.of(2023, 6, 30), CIN));
            Indicator indicator = scorecard.findIndicator("6").orElseThrow();

            assertThat(scorecard.months())
                    .hasSize(12)
                    .first()
                    .hasToString("Period[grain=MONTH, start=2023-04-01, end=2023-04-30]");
            assertThat(indicator.months().get(0).value()).isEqualByComparingTo("2");
            assertThat(indicator.months().get(1).value()).isEqualByComparingTo("1");
            assertThat(indicator.months().get(2).state()).isEqualTo(FigureState.NOT_YET);
            assertThat(indicator.months().get(2).reason())
                    .isEqualTo("Needs children in need census for 1 June 2023 to 30 June 2023"
                            + " (loaded: 1 April 2021 to 31 May 2023).");
            assertThat(indicator.months().get(3).state()).isEqualTo(FigureState.NOT_YET);
            // April 2 and May 1; June is not there yet.
            assertThat(indicator.yearToDate().value()).isEqualByComparingTo("3");
            assertThat(indicator.yearToDate().period().end()).isEqualTo(LocalDate.of(2023, 5, 31));
            assertThat(indicator.earlierYears().get(0).value()).isEqualByComparingTo("1");
            // A year that the census covers and that has no referral in it is nought; one that it does not cover is
            // not.
            assertThat(indicator.earlierYears().get(1).value()).isEqualByComparingTo("0");
            assertThat(indicator.earlierYears().get(2).state()).isEqualTo(FigureState.NOT_COLLECTED);
            // To May: 3 this year, 1 in the same two months of last year.
            assertThat(indicator.direction()).isEqualTo(Direction.UP);
            assertThat(indicator.comparedWith()).isEqualTo("year to May-22");
            assertThat(indicator.rating()).isEqualTo(Rating.NOT_A_TARGET_MEASURE);
        }
    }

    @Test
    void anIndicatorWhoseSourceIsNotLoadedSaysWhichItNeeds() {
        try (MeasureCase data = referrals()) {
            Scorecard scorecard = new ScorecardBuilder().build(request(data, REFERRALS, LocalDate.of(2023, 5, 31)));

            assertThat(scorecard.indicators().getFirst().current().state()).isEqualTo(FigureState.NOT_COLLECTED);
            assertThat(scorecard.notes().getFirst())
                    .startsWith("Indicator 6: Needs children in need census for")
                    .endsWith("(none is loaded).");
        }
    }

    @Test
    void aShareOfTheYearIsPooledAndNeverAMeanOfTheMonths() {
        String row = "Demand,7,Assessments,assessments-in-45-working-days,,95,83,5,95-83%,,\n";
        try (MeasureCase data = MeasureCase.of("assessments-in-45-working-days")
                .insert(
                        "ssd_cin_assessments",
                        "cina_assessment_id, cina_person_id, cina_referral_id, cina_assessment_start_date,"
                                + " cina_assessment_auth_date, gt_due_date, gt_working_days, gt_in_time",
                        "a1, c1, r1, 2023-03-01, 2023-04-20, 2023-05-05, 35, true",
                        "a2, c2, r2, 2023-03-01, 2023-05-04, 2023-05-05, 45, true",
                        "a3, c3, r3, 2023-03-01, 2023-05-09, 2023-05-05, 46, false",
                        "a4, c4, r4, 2023-03-01, 2023-05-30, 2023-05-05, 61, false")) {
            ScorecardRequest request = request(data, row, LocalDate.of(2023, 5, 31), CIN)
                    .withOverrides(Map.of(
                            "7",
                            new RatingOverride(
                                    Rating.AMBER, "Two were agreed extensions.", "Head of service", Instant.EPOCH)));
            Indicator indicator = only(request);

            // April 1 of 1, May 1 of 3: the year is 2 of 4 = 50%, not (100 + 33) / 2 = 67%.
            assertThat(indicator.yearToDate().value()).isEqualByComparingTo("50");
            assertThat(indicator.rounded(indicator.months().get(1).value())).isEqualByComparingTo("33");
            // 50 is 33 beyond the limit of 83, more than the tolerance of 5: red, whatever a person says; both stand.
            assertThat(indicator.rating()).isEqualTo(Rating.RED);
            assertThat(indicator.override().rating()).isEqualTo(Rating.AMBER);
            // A month of the covered year without an assessment is a share of nothing.
            assertThat(indicator.earlierYears().getFirst().state()).isEqualTo(FigureState.NOT_APPLICABLE);
        }
    }

    @Test
    void exclusionsBeginAgainWithTheSchoolYear() {
        String row = "Schools,5,Exclusions,permanent-exclusions-secondary,,22,40,4,22-40,,\n";
        SourceCoverage local = new SourceCoverage(
                "local.permanent-exclusions-secondary", LocalDate.of(2023, 4, 1), LocalDate.of(2023, 10, 31));
        try (MeasureCase data = MeasureCase.of("permanent-exclusions-secondary")
                .insert(
                        "gt_local_counts",
                        "row_id, local_measure, period_start, period_end, numerator, state",
                        "l1, permanent-exclusions-secondary, 2023-07-01, 2023-07-31, 3, value",
                        "l2, permanent-exclusions-secondary, 2023-09-01, 2023-09-30, 2, value",
                        "l3, permanent-exclusions-secondary, 2023-10-01, 2023-10-31, 7, provisional")) {
            Indicator indicator = only(request(data, row, LocalDate.of(2023, 10, 31), local));

            // September 2 and October 7; July belongs to the school year before.
            assertThat(indicator.yearToDate().value()).isEqualByComparingTo("9");
            assertThat(indicator.yearToDate().state()).isEqualTo(FigureState.PROVISIONAL);
            assertThat(indicator.months().get(3).value()).isEqualByComparingTo("3");
            assertThat(indicator.months().get(4).state()).isEqualTo(FigureState.NOT_COLLECTED);
            assertThat(indicator.months().get(4).reason()).isEqualTo("The local counts give none for Aug-23.");
        }
    }

    @Test
    void aRateNamesItsPopulationAndAFigureThatHasChangedSinceItWasPublishedIsMarkedRevised() {
        String row = "Care,14,Rate,children-looked-after-rate,,,,,Not a target measure,,\n";
        SourceCoverage episodes =
                new SourceCoverage("ssda903.episodes", LocalDate.of(2020, 4, 1), LocalDate.of(2024, 3, 31));
        try (MeasureCase data = MeasureCase.of("children-looked-after-rate").population(2022, 0, 17, 500)) {
            data.insert(
                    "ssd_cla_episodes",
                    "clae_cla_episode_id, clae_person_id, clae_cla_episode_start_date, clae_cla_episode_ceased_date, gt_short_break",
                    "e1, c1, 2022-01-01, , false",
                    "e2, c2, 2022-01-01, 2024-03-31, false",
                    "e3, c3, 2024-03-31, , false");
            ScorecardRequest request = request(data, row, LocalDate.of(2024, 3, 31), episodes);
            Indicator indicator = only(request.withPublished(
                    PublishedValues.empty().with("children-looked-after-rate", 1, "M2023-12", new BigDecimal("20"))));

            // At the end of 31 March: c1 and c3 (c2's episode ceased that day). 2 / 500 x 10,000 = 40.
            assertThat(indicator.current().value()).isEqualByComparingTo("40");
            assertThat(indicator.current().reason()).isEqualTo("Population aged 0 to 17: mid-2022 estimate.");
            Figure december = indicator.months().get(8);
            assertThat(december.value()).isEqualByComparingTo("40");
            assertThat(december.asPublished()).isEqualByComparingTo("20");
            assertThat(indicator.months().get(11).isRevised()).isFalse();
            // The index shows it each quarter.
            assertThat(indicator.months().get(9).state()).isEqualTo(FigureState.NOT_APPLICABLE);
        }
    }

    @Test
    void anIndexThatNamesAnUnknownMeasureIsRefused() {
        try (MeasureCase data = referrals()) {
            assertThatThrownBy(() -> only(request(data, "A,1,X,no-such,,,,,,,\n", LocalDate.of(2023, 5, 31))))
                    .hasMessageStartingWith("Indicator 1 of the index 'test' names the measure 'no-such'");
        }
    }

    @Test
    void publishedValuesComeBackFromTheirFileAsTheyWere() {
        try (MeasureCase data = referrals()) {
            Scorecard scorecard =
                    new ScorecardBuilder().build(request(data, REFERRALS, LocalDate.of(2023, 5, 31), CIN));
            PublishedValues values = PublishedValues.empty().with(scorecard);

            PublishedValues again = PublishedValues.fromJson(values.toJson());

            assertThat(again.toJson()).isEqualTo(values.toJson());
            assertThat(again.find("referrals", scorecard.indicators().getFirst().version(), "M2023-04"))
                    .hasValue(new BigDecimal("2"));
            assertThatThrownBy(() -> PublishedValues.fromJson("{\"published\":[{\"measure\":\"x\"}]}"))
                    .hasMessageStartingWith("This is no file of published values");
        }
    }
}
