package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.snapshot.Coverage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusTest {
    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void council() {
        council = new Council(folder);
    }

    @Test
    void aReferralOverTwoYearsKeepsTheAssessmentOfTheFirstAndTheClosureOfTheSecond() {
        council.census(
                        "cin-2023.xml",
                        Censuses.of(
                                2023,
                                Censuses.child(
                                        "101",
                                        "2015-02-03",
                                        "",
                                        Censuses.referral(
                                                "2022-11-01",
                                                Censuses.assessment("2022-11-02", "2022-12-20"),
                                                Censuses.enquiry("2023-01-10", "2023-01-30"),
                                                Censuses.protection("2023-01-30", "", 1, "2023-03-28")))))
                .census(
                        "cin-2024.xml",
                        Censuses.of(
                                2024,
                                Censuses.child(
                                        "101",
                                        "2015-02-03",
                                        "",
                                        Censuses.referral(
                                                "2022-11-01",
                                                Censuses.closed("2023-11-15", "RC7"),
                                                Censuses.protection("2023-01-30", "2023-10-02", 1, "2023-09-01")),
                                        Censuses.referral("2024-02-01", Censuses.assessment("2024-02-02", "")))))
                .load();

        assertThat(council.ask("select cine_referral_date, cine_close_date, cine_close_reason, cine_referral_nfa,"
                        + " gt_previous_referral_date, gt_source from ssd_cin_episodes order by 1"))
                .containsExactly("2022-11-01|2023-11-15|RC7|N||cin-2024.xml", "2024-02-01|||N|2022-11-01|cin-2024.xml");
        assertThat(council.ask("select cina_assessment_start_date, cina_assessment_auth_date, gt_source"
                        + " from ssd_cin_assessments order by 1"))
                .containsExactly("2022-11-02|2022-12-20|cin-2023.xml", "2024-02-02||cin-2024.xml");
        // The plan ended in the second year; the review of the first year is kept beside that of the second.
        assertThat(council.ask("select cppl_cp_plan_start_date, cppl_cp_plan_end_date, gt_previous_plans,"
                        + " cppl_cp_plan_latest_category from ssd_cp_plans"))
                .containsExactly("2023-01-30|2023-10-02|1|EMO");
        assertThat(council.ask("select cppr_cp_review_date from ssd_cp_reviews order by 1"))
                .containsExactly("2023-03-28", "2023-09-01");
        assertThat(council.ask("select icpc_icpc_date, icpc_icpc_outcome_cp_flag, s47e_s47_start_date"
                        + " from ssd_initial_cp_conference join ssd_s47_enquiry"
                        + " on s47e_s47_enquiry_id = icpc_s47_enquiry_id"))
                .containsExactly("2023-01-30|Y|2023-01-10");
        assertThat(council.ask("select source, covers_from, covers_to from gt_coverage where source = 'cin'"))
                .containsExactly("cin|2022-04-01|2024-03-31");
    }

    @Test
    void aTruncatedFileIsRefusedWithItsLineAndNothingIsLoaded() {
        String whole = Censuses.of(2024, Censuses.child("101", "2015-02-03", "", Censuses.referral("2023-11-01")));
        council.census("cin.xml", whole.substring(0, whole.indexOf("</ReferralNFA>")));

        assertThatThrownBy(council::load)
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith("cin.xml, line 4: the XML cannot be read on from here, after 0 whole children")
                .hasMessageContaining("export or copy it again; nothing of it was loaded");
        assertThat(council.out()).doesNotExist();
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".snapshot"));
    }

    @Test
    void entitiesAreRefusedWhetherTheyReadFilesOrLaughABillionTimes() {
        String external = "<!DOCTYPE Message [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>\n"
                + Censuses.of(2024, Censuses.child("&secret;", "2015-02-03", ""));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Message [<!ENTITY l0 \"ha\">");
        for (int level = 1; level <= 9; level++) {
            laughs.append("<!ENTITY l")
                    .append(level)
                    .append(" \"")
                    .append(("&l" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        String billion = laughs + "]>\n" + Censuses.of(2024, Censuses.child("&l9;", "2015-02-03", ""));

        for (String hostile : new String[] {external, billion}) {
            Council other = new Council(folder.resolve("c" + hostile.length()));
            other.census("cin.xml", hostile);
            assertThatThrownBy(other::load)
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("a document type or entity")
                    .hasMessageContaining("Nothing of it was loaded");
            assertThat(other.out()).doesNotExist();
        }
    }

    @Test
    void whatIsNestedTooDeeplyOrIsNoCensusIsRefused() {
        council.census("cin.xml", "<Message>" + "<a>".repeat(100_000));
        assertThatThrownBy(council::load).hasMessageContaining("nested more than 24 deep");

        Council wordy = new Council(folder.resolve("long"));
        wordy.census("cin.xml", Censuses.of(2024, Censuses.child("1".repeat(1_000_000), "2015-02-03", "")));
        assertThatThrownBy(wordy::load).hasMessageContaining("a text of more than 10000 characters");

        Council other = new Council(folder.resolve("other"));
        other.census("pupils.xml", "<Pupils/>");
        assertThatThrownBy(other::load)
                .hasMessageContaining("begins with <Pupils> and a children in need census with <Message>");
    }

    @Test
    void aBadChildOrDateIsReportedWithItsLineAndTheGoodChildrenLoad() {
        council.census(
                        "cin.xml",
                        Censuses.of(
                                2024,
                                Censuses.child("", "2015-02-03", "", Censuses.referral("2023-11-01")),
                                Censuses.child("102", "2015-02-03", "", Censuses.referral("2023-02-30")),
                                Censuses.child("103", "2015-02-03", "", Censuses.referral("2023-11-01"))
                                        .replace("<PersonBirthDate>", "PersonBirthDate<PersonBirthDate>")))
                .load();

        assertThat(council.ask("select count(*) from ssd_cin_episodes")).containsExactly("1");
        assertThat(council.problems())
                .anyMatch(problem -> problem.startsWith("cin.xml:3 LAchildID: The child has no identifier."))
                .anyMatch(problem -> problem.startsWith("cin.xml:6 CINreferralDate: The date cannot be read:"))
                .anyMatch(problem -> problem.startsWith("cin.xml:7 ChildIdentifiers: There is text between"));
    }

    @Test
    void whatTheHeaderHoldsThatIsNotOfTheCensusIsTold() {
        council.census(
                        "cin.xml",
                        Censuses.of(2024, Censuses.child("103", "2015-02-03", "", Censuses.referral("2023-11-01")))
                                .replace("<Header>", "<Header>2024<Sent>today</Sent><Year>2023</Year>")
                                .replace("<ReferenceDate>", "<Term>Spring</Term><ReferenceDate>"))
                .load();

        assertThat(council.ask("select count(*) from ssd_cin_episodes")).containsExactly("1");
        for (String name : List.of("Sent", "Year", "Term")) {
            assertThat(council.problems())
                    .anyMatch(problem -> problem.contains("The element <" + name + "> is not of the census"));
        }
        assertThat(council.problems())
                .anyMatch(problem -> problem.startsWith("cin.xml:1 Header: There is text between the elements"));
    }

    @Test
    void aReferenceDateWithinTheYearMakesAnExtractThatReachesToThatDay() {
        council.census("cin.xml", Censuses.reaching(2024, "2023-09-30", Censuses.child("101", "2015-02-03", "")))
                .load();

        assertThat(council.result().manifest().coverage())
                .containsExactly(new Coverage("cin", LocalDate.of(2023, 4, 1), LocalDate.of(2023, 9, 30)));
    }
}
