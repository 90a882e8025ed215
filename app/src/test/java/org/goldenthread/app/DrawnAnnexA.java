package org.goldenthread.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.annexa.AnnexAExport;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/** The workbook of Annex A of a few made-up children, drawn from a snapshot by the program’s own writer. */
final class DrawnAnnexA {

    static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    private DrawnAnnexA() {}

    /** @param number of the child who is on a child protection plan, born on 14 May 2013 */
    static byte[] of(String number) throws IOException {
        Path folder = Files.createTempDirectory("drawn-annex-a");
        write(folder, "ssd_person", """
                pers_person_id,pers_sex,pers_ethnicity,pers_dob
                %s,F,WBRI,2013-05-14
                80002,M,WBRI,2011-02-01
                80003,M,BCRB,2012-03-04
                80004,F,MOTH,2010-06-07
                80005,M,WBRI,2005-08-09
                """.formatted(number));
        write(folder, "ssd_cin_episodes", """
                cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date
                R1,%s,2023-06-12,N1,1B,N,,
                R2,80002,2024-02-05,N5,6,Y,,
                R3,80003,2023-12-04,N3,1A,N,RC9,2024-02-20
                """.formatted(number));
        write(folder, "ssd_cin_assessments", """
                cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_nfa
                A1,%s,R1,2023-11-20,Y,2024-01-05,N
                A3,80003,R3,2023-12-04,Y,2024-01-12,N
                """.formatted(number));
        write(folder, "ssd_s47_enquiry", """
                s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa
                S1,R1,%s,2024-01-08,2024-01-18,N
                """.formatted(number));
        write(folder, "ssd_initial_cp_conference", """
                icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_date,icpc_icpc_outcome_cp_flag
                C1,S1,%s,2024-01-22,Y
                """.formatted(number));
        write(folder, "ssd_cp_plans", """
                cppl_cp_plan_id,cppl_referral_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category
                P1,R1,%s,2024-01-22,,NEG,EMO
                """.formatted(number));
        write(folder, "ssd_cp_reviews", """
                cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date
                V1,%s,P1,2024-03-20
                """.formatted(number));
        write(folder, "ssd_cp_visits", """
                cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone
                W1,%s,P1,2024-03-05,Y,N
                W2,%s,P1,2024-03-26,Y,Y
                """.formatted(number, number));
        write(folder, "ssd_cin_visits", """
                cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone
                X1,80003,2024-02-14,Y,N
                """);
        write(folder, "ssd_cla_episodes", """
                clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_entered_care_date
                E1,80004,2022-01-10,S,N5,2023-12-01,X1,K1,2022-01-10
                E2,80004,2023-12-01,P,N5,,,K1,2022-01-10
                """);
        write(folder, "ssd_legal_status", """
                lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date
                G1,80004,V2,2022-01-10,2022-03-01
                G2,80004,C2,2022-03-01,
                """);
        write(folder, "ssd_cla_placement", """
                clap_cla_placement_id,clap_person_id,clap_cla_id,clap_cla_placement_start_date,clap_cla_placement_end_date,clap_cla_placement_type,clap_cla_placement_provider,clap_cla_placement_postcode,clap_cla_placement_urn,clap_cla_placement_change_reason
                M1,80004,K1,2022-01-10,2023-12-01,U6,PR1,AB1 0AA,SC123456,CREQB
                M2,80004,K1,2023-12-01,,K2,PR4,AB1 0AC,SC654321,
                """);
        write(folder, "ssd_cla_reviews", """
                clar_cla_review_id,clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation
                Y1,K1,2023-08-07,N,PN1
                Y2,K1,2024-02-05,N,PN1
                """);
        write(folder, "ssd_cla_visits", """
                clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone
                Z1,K1,80004,2024-03-12,Y,Y
                """);
        write(folder, "ssd_cla_health", """
                clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date
                H1,80004,Health Assessment,2023-10-02
                H2,80004,Dental Check,2023-09-14
                """);
        write(folder, "ssd_care_leavers", """
                clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity,clea_pathway_plan_review_date
                L1,80005,Former relevant,YES,2024-03-05,U1,1,F2,2024-01-30
                """);
        Path home = Files.createTempDirectory("drawn-annex-a-home");
        SnapshotKeys keys = SnapshotKeys.load(home.resolve("keys").resolve("snapshot.key"));
        Path frozen = home.resolve("snapshot");
        new ReturnsLoader()
                .load(
                        LoadRequest.of("399", "London Borough of Fairmead")
                                .ssd(folder)
                                .extracted(DAY)
                                .build(),
                        frozen,
                        keys,
                        InstantSource.fixed(Instant.parse("2024-04-01T09:00:00Z")),
                        Progress.SILENT);
        Path workbook = new AnnexAExport()
                .write(
                        Snapshot.open(frozen, keys),
                        new ExportRequest(CollectionYear.containing(DAY).end(), DAY, "xlsx"),
                        home)
                .getFirst();
        return Files.readAllBytes(workbook);
    }

    private static void write(Path folder, String table, String rows) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), rows);
    }
}
