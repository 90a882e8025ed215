package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.ssd.SsdExport;
import org.goldenthread.snapshot.Erasure;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SsdRoundTripTest {
    /** Two children; the keys of events and workers are told apart from the rest below, since they come back as pseudonyms. */
    private static final Map<String, String> EXTRACT = new TreeMap<>(Map.of(
            "ssd_person",
            """
            pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_common_child_id
            KIT1,Kit,"Marsh, the younger",M,WBRI,2012-06-15,9434765919
            KIT2,Robin,Vale,F,WIRI,2010-02-01,
            """,
            "ssd_cin_episodes",
            """
            cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_date
            R1,KIT1,2023-05-02,N1,1A,N,
            R2,KIT2,2023-06-01,N2,3B,Y,2023-06-02
            """,
            "ssd_cin_assessments",
            """
            cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date,cina_assessment_outcome_json
            A1,KIT1,R1,2023-05-03,2023-06-20,"{""outcome"": ""plan""}"
            """,
            "ssd_assessment_factors",
            """
            cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json
            F1,A1,"[""1A"",""4B""]"
            """,
            "ssd_cla_placement",
            """
            clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_distance,clap_cla_id,clap_person_id
            P1,2023-07-01,U6,12.5,L1,KIT1
            """,
            "ssd_sdq_scores",
            """
            csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_score
            S1,KIT1,2024-01-10,14
            """,
            "ssd_professionals",
            """
            prof_professional_id,prof_professional_job_title,prof_professional_caseload,prof_full_time_equivalency
            W1,Social worker,17,0.8
            """,
            "ssd_involvements",
            """
            invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_person_id,invo_referral_id
            I1,W1,Allocated Case Worker,T1,2023-05-02,KIT1,R1
            """));

    @TempDir
    private Path folder;

    private Council council(String name, Map<String, String> extract) throws IOException {
        Council council = new Council(folder.resolve(name));
        Path files = Files.createDirectories(folder.resolve(name + "-extract"));
        for (Map.Entry<String, String> table : extract.entrySet()) {
            Path file = files.resolve(table.getKey() + ".csv");
            Files.writeString(file, table.getValue(), StandardCharsets.UTF_8);
        }
        council.request().ssd(files).extracted(LocalDate.of(2024, 3, 31));
        return council.load();
    }

    private Map<String, String> export(Council council, String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        Map<String, String> texts = new TreeMap<>();
        for (Path file : new SsdExport()
                .write(
                        Snapshot.open(council.out(), council.keys()),
                        new ExportRequest(2024, LocalDate.of(2024, 3, 31), "csv"),
                        out)) {
            texts.put(file.getFileName().toString().replace(".csv", ""), Files.readString(file));
        }
        return texts;
    }

    /** What a table says beside keys of events and workers. */
    private static List<String> said(Council council, String columns, String table) {
        return council.ask("select " + columns + " from " + table + " order by all");
    }

    @Test
    void anExtractThatIsLoadedAndWrittenSaysTheSameWhenItIsLoadedAgain() throws IOException {
        Council first = council("first", EXTRACT);
        Map<String, String> written = export(first, "out");
        assertThat(written.keySet()).isEqualTo(EXTRACT.keySet());
        assertThat(written.get("ssd_person"))
                .contains("KIT1,Kit,\"Marsh, the younger\",M")
                .contains("2012-06-15,9434765919")
                .contains("KIT2,Robin,Vale,F");
        assertThat(written.get("ssd_involvements"))
                .as("a role is words, and what measures count by")
                .contains("Allocated Case Worker,T1");

        Council second = council("second", written);
        Map<String, String> columns = Map.of(
                "ssd_person", "pers_sex, pers_ethnicity, pers_dob",
                "ssd_cin_episodes",
                        "cine_referral_date, cine_cin_primary_need_code, cine_referral_source_code, cine_referral_nfa,"
                                + " cine_close_date, gt_previous_referral_date",
                "ssd_cin_assessments",
                        "cina_assessment_start_date, cina_assessment_auth_date, cina_assessment_outcome_json, gt_in_time",
                "ssd_assessment_factors", "cinf_assessment_factors_json",
                "ssd_cla_placement",
                        "clap_cla_placement_start_date, clap_cla_placement_type, clap_cla_placement_distance",
                "ssd_sdq_scores", "csdq_sdq_completed_date, csdq_sdq_score",
                "ssd_professionals",
                        "prof_professional_job_title, prof_professional_caseload, prof_full_time_equivalency",
                "ssd_involvements", "invo_involvement_start_date, invo_professional_role_id, invo_professional_team");
        columns.forEach((table, list) ->
                assertThat(said(second, list, table)).as(table).isNotEmpty().isEqualTo(said(first, list, table)));
        String joined = "select cine_referral_date, cina_assessment_auth_date, cinf_assessment_factors_json,"
                + " prof_professional_caseload from ssd_cin_episodes join ssd_cin_assessments on cina_referral_id ="
                + " cine_referral_id join ssd_assessment_factors on cinf_assessment_id = cina_assessment_id join"
                + " ssd_involvements on invo_referral_id = cine_referral_id join ssd_professionals on"
                + " prof_professional_id = invo_professional_id";
        assertThat(second.ask(joined))
                .containsExactly("2023-05-02|2023-06-20|[\"1A\",\"4B\"]|17")
                .isEqualTo(first.ask(joined));
    }

    @Test
    void aChildWhoWasErasedIsLeftOutAndTold() throws IOException {
        Council council = council("first", EXTRACT);
        new Erasure(council.out(), council.keys(), InstantSource.fixed(Instant.parse("2024-05-02T09:00:00Z")))
                .erase("KIT1");

        Map<String, String> written = export(council, "out");

        assertThat(written.keySet()).contains("not-written");
        assertThat(written.get("ssd_person")).contains("KIT2").doesNotContain("KIT1", "Marsh");
        assertThat(written.get("not-written")).contains("rows of this person were left out");
    }
}
