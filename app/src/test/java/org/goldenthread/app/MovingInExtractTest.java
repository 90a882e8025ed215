package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Both service areas moved in from one extract of the Standard Safeguarding Dataset; and from the sample returns. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovingInExtractTest {

    private static final Path SAMPLES = Path.of("..", "..", "shared", "data");
    private static final MovableClock CLOCK = new MovableClock("2024-04-02T09:00");
    private static final Map<String, String> ON = Map.of("on", "2/4/2024");

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(2)
    void anExtractTellsOfBothAreasWithNamesVisitsAndDays() throws IOException {
        Path folder = Files.createTempDirectory("extract");
        write(folder, "ssd_person", """
                pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_common_child_id,pers_upn_unknown
                80001,Loveday,Trewhella,F,WBRI,2013-05-14,9000000017,
                80002,Jory,Carlyon,M,WBRI,2011-02-01,,UN7
                80003,Not,Ofeither,M,WBRI,2011-02-01,,UN7
                """);
        write(folder, "ssd_linked_identifiers", """
                link_table_id,link_person_id,link_identifier_type,link_identifier_value
                L1,80001,Unique Pupil Number,V201200001001
                """);
        write(folder, "ssd_disability", """
                disa_table_id,disa_person_id,disa_disability_code
                D1,80001,HEAR
                """);
        write(folder, "ssd_cin_episodes", """
                cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date
                R1,80001,2023-05-10,N1,1B,N,,
                R2,80002,2023-06-01,N5,6,N,RC9,2023-09-01
                """);
        write(folder, "ssd_cin_assessments", """
                cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_json,cina_assessment_outcome_nfa
                A1,80001,R1,2023-05-11,Y,2023-06-20,Strategy discussion,N
                """);
        write(folder, "ssd_assessment_factors", """
                cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json
                F1,A1,"[""1A"", ""4B""]"
                """);
        write(folder, "ssd_s47_enquiry", """
                s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,s47e_s47_outcome_json
                S1,R1,80001,2023-06-21,2023-07-03,N,LIKELY_HARM
                """);
        write(folder, "ssd_initial_cp_conference", """
                icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_cp_plan_id,icpc_referral_id,icpc_icpc_transfer_in,icpc_icpc_date,icpc_icpc_outcome_cp_flag
                C1,S1,80001,P1,R1,N,2023-07-05,Y
                """);
        write(folder, "ssd_cp_plans", """
                cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_ola,cppl_cp_plan_latest_category
                P1,R1,C1,80001,2023-07-05,2024-01-10,NEG,N,EMO
                """);
        write(folder, "ssd_cp_reviews", """
                cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date,cppr_cp_review_outcome_continue_cp
                V1,80001,P1,2023-10-02,Y
                V2,80001,P1,2024-01-10,N
                """);
        write(folder, "ssd_cp_visits", """
                cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone
                W1,80001,P1,2023-07-12,Y,Y
                """);
        write(folder, "ssd_cin_plans", """
                cinp_cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date
                N1,R1,80001,2024-01-10,
                """);
        write(folder, "ssd_cin_visits", """
                cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone
                X1,80001,2024-03-20,Y,N
                X2,80002,2023-07-01,Y,N
                """);
        write(folder, "ssd_cla_episodes", """
                clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_entered_care_date
                E1,80002,2022-01-10,S,N5,2022-06-01,X1,K1,2022-01-10
                E2,80002,2022-06-01,P,N5,,,K1,2022-01-10
                """);
        write(folder, "ssd_legal_status", """
                lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date
                G1,80002,C2,2022-01-10,
                """);
        write(folder, "ssd_cla_placement", """
                clap_cla_placement_id,clap_person_id,clap_cla_id,clap_cla_placement_start_date,clap_cla_placement_end_date,clap_cla_placement_type,clap_cla_placement_provider,clap_cla_placement_postcode,clap_cla_placement_urn,clap_cla_placement_change_reason
                M1,80002,K1,2022-01-10,2022-06-01,U6,PR1,AB1 0AA,SC123456,CREQB
                M2,80002,K1,2022-06-01,,K2,PR4,AB1 0AC,SC654321,
                """);
        write(folder, "ssd_cla_reviews", """
                clar_cla_review_id,clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation
                Y1,K1,2022-02-04,N,PN1
                Y2,K1,2022-05-04,Y,
                """);
        write(folder, "ssd_cla_visits", """
                clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone
                Z1,K1,80002,2022-01-14,Y,Y
                """);
        write(folder, "ssd_cla_health", """
                clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date
                H1,80002,Health Assessment,2022-01-30
                H2,80002,Health Assessment,2023-01-20
                H3,80002,Dental Check,2023-02-20
                """);
        write(folder, "ssd_sdq_scores", """
                csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score
                Q1,80002,2023-03-01,,14
                """);
        write(folder, "ssd_missing", """
                miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date
                B1,80002,2023-05-01,M,2023-05-02
                """);

        Practitioner manager = new Practitioner(application, "service-manager");
        MovingSteps need = new MovingSteps(manager, "child-in-need");
        need.importFiles("31/3/2024", "extract.zip", Zips.of(folder));
        assertThat(need.read())
                .contains("From: Standard Safeguarding Dataset")
                .contains("No rule was run on these files")
                .contains("Children who are not, and whom the cut-over makes: 80001, 80002")
                .contains("Visits: 2")
                .contains("No child in need plan was in force on that day")
                .contains("rows of ssd_cla_episodes are not part of this area");
        MovingSteps care = new MovingSteps(manager, "looked-after");
        care.importFiles("31/3/2024", "extract.zip", Zips.of(folder));
        assertThat(care.read())
                .contains("whom the cut-over makes: 80002")
                .contains("Placements: 2")
                .contains("Legal statuses: 1")
                .contains("Health checks: 3")
                .contains("It was cancelled");
        // Named in the extract, one who is nobody of the record yet is found by name, once in each mirror.
        assertThat(new Practitioner(application, "front-door-worker").read("/people?q=Jory+Carlyon"))
                .contains("In the present system: not the record")
                .contains("Mirror of looked after")
                .contains("Mirror of children in need");
        need.done("cut-over", ON);
        care.done("cut-over", ON);

        String found = new Practitioner(application, "front-door-worker").read("/people?q=Carlyon");
        assertThat(found.split("class=\"gt-found__name\"", -1)).hasSize(2);
        String jory = manager.read("/people/" + person(found) + "/chronology");
        assertThat(jory)
                .contains("Started to be looked after")
                .contains("Initial health assessment")
                .contains("Review health assessment")
                .contains("Closed: ")
                .contains("Visit: child seen alone");
        String loveday = manager.read(
                "/people/" + person(new Practitioner(application, "front-door-worker").read("/people?q=9000000017")));
        assertThat(loveday).contains("Loveday Trewhella").contains("Child in need visit");
    }

    @Test
    @Order(1)
    void theSamplesAreTakenOrToldRowByRow() throws IOException {
        assumeThat(SAMPLES)
                .as("the samples beside the checkout, without which this is skipped")
                .exists();
        Practitioner manager = new Practitioner(application, "service-manager");
        MovingSteps need = new MovingSteps(manager, "child-in-need");
        String done = need.importFiles(
                "31/3/2024",
                "fake_CIN_data.xml",
                Files.readAllBytes(SAMPLES.resolve(Path.of("cin", "sample-returns", "fake_CIN_data.xml"))));
        assertThat(done).contains("children are in the mirror now");
        assertThat(need.read()).contains("Referrals: 402").contains("Closures: 252");
        MovingSteps care = new MovingSteps(manager, "looked-after");
        Path folder = Files.createTempDirectory("sample-return");
        for (String table :
                new String[] {"header", "episodes", "reviews", "missing", "oc2", "oc3", "previous_permanence"}) {
            Files.copy(
                    SAMPLES.resolve(Path.of("ssda903", "sample-return", table + ".csv")),
                    folder.resolve(table + ".csv"));
        }
        care.importFiles("31/3/2024", "ssda903.zip", Zips.of(folder));
        // One year's return: whose care began in an earlier one is left out whole, and told.
        assertThat(care.read())
                .contains("25,753 rows in the files")
                .contains("Give the earlier years’ returns with this one")
                .contains("Periods of being looked after:");
        for (MovingSteps area : List.of(need, care)) {
            if (area.read().contains("name=\"agreed\"")) {
                area.accept("Samples are made up");
            }
            area.done("cut-over", ON);
            assertThat(area.read()).contains("Cut over on 2 April 2024");
            area.done("back", Map.of("reason", "A rehearsal"));
        }
    }

    private static String person(String found) {
        Matcher person = Pattern.compile("/people/([0-9a-f-]{36})").matcher(found);
        assertThat(person.find()).isTrue();
        return person.group(1);
    }

    private static void write(Path folder, String table, String rows) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), rows);
    }
}
