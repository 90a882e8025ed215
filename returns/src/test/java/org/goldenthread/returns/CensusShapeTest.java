package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.goldenthread.snapshot.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a census holds beyond its shape is told of, and what it holds in another of its shapes is read. */
class CensusShapeTest {
    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder);
    }

    @Test
    void reviewsInASecondGroupOrInNoneAreReadToo() {
        load("<ChildProtectionPlans><CPPstartDate>2023-05-01</CPPstartDate>"
                + "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>"
                + "<Reviews><CPPreviewDate>2023-07-03</CPPreviewDate></Reviews>"
                + "<Reviews><CPPreviewDate>2023-12-04</CPPreviewDate></Reviews>"
                + "<CPPreviewDate>2024-02-05</CPPreviewDate></ChildProtectionPlans>");

        assertThat(council.ask("select cppr_cp_review_date from ssd_cp_reviews order by 1"))
                .containsExactly("2023-07-03", "2023-12-04", "2024-02-05");
    }

    @Test
    void factorsWithoutTheirGroupAndPlansByTheirOtherNameAreReadToo() {
        load("<Assessments><AssessmentActualStartDate>2023-05-01</AssessmentActualStartDate>"
                + "<AssessmentFactors>1C</AssessmentFactors></Assessments>"
                + "<CINplanDates><CINPlanStartDate>2023-06-01</CINPlanStartDate></CINplanDates>");

        assertThat(council.ask("select cinf_assessment_factors_json from ssd_assessment_factors"))
                .containsExactly("[\"1C\"]");
        assertThat(council.ask("select cinp_cin_plan_start_date from ssd_cin_plans"))
                .containsExactly("2023-06-01");
    }

    @Test
    void whatIsNoPartOfACensusAndWhatIsThereTwiceAreToldOf() {
        load("<SocialWorker>9</SocialWorker><PrimaryNeedCode>N2</PrimaryNeedCode>");

        assertThat(council.findings())
                .extracting(Finding::problem)
                .contains(
                        "The element <SocialWorker> is not of the census where it stands. It was not read, nor what it"
                                + " holds.",
                        "There is a second <PrimaryNeedCode> within <CINdetails>. The first was read.");
    }

    @Test
    void anElementBesideTheChildrenIsToldOf() {
        council.census(
                        "census.xml",
                        Censuses.of(
                                2024,
                                Censuses.child("101", "2010-05-07", ""),
                                "<Adult><LAchildID>1</LAchildID></Adult>"))
                .load();

        assertThat(council.findings()).extracting(Finding::problem).anyMatch(problem -> problem.contains("<Adult>"));
    }

    private void load(String parts) {
        council.census(
                        "census.xml",
                        Censuses.of(
                                2024, Censuses.child("101", "2010-05-07", "", Censuses.referral("2023-04-20", parts))))
                .load();
    }
}
