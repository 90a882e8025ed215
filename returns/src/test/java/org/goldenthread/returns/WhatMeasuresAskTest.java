package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that a measure's query needs plain, because it cannot read them out of a code or a list. */
class WhatMeasuresAskTest {
    @TempDir
    private Path folder;

    @Test
    void aSocialWorkerIsRegisteredWhoseNumberIsThatOfSocialWorkEngland() {
        Council council = new Council(folder)
                .lookedAfter("2024", "header.csv", Council.HEADER + "101,1,03/02/2015,WBRI,UN1,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES + "101,01/05/2023,S,C2,N1,U6,PR1,,,,SW1A 1AA,SW1A 2AA,1234567\n")
                .lookedAfter(
                        "2024",
                        "sw_episodes.csv",
                        "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
                                + "101,03/02/2015,SW123456,01/05/2023,01/09/2023,FCONTA\n"
                                + "101,03/02/2015,XX000001,01/09/2023,,MANAGE\n")
                .load();

        assertThat(council.ask("select invo_involvement_start_date, gt_registered from ssd_involvements order by 1"))
                .containsExactly("2023-05-01|true", "2023-09-01|false");
    }

    @Test
    void privateFosteringIsSeenInTheFactorsOfAnAssessment() {
        String census = Censuses.of(2024, child("101", "8C"), child("102", "16A"));
        Council council = new Council(folder).census("cin.xml", census).load();

        assertThat(council.ask("select gt_privately_fostered from ssd_cin_assessments order by gt_line"))
                .containsExactly("true", "false");
    }

    private static String child(String id, String factor) {
        String assessment = Censuses.assessment("2023-11-02", "2023-12-20")
                .replace("<AssessmentFactors>1C<", "<AssessmentFactors>" + factor + "<");
        return Censuses.child(id, "2015-02-03", "", Censuses.referral("2023-11-01", assessment));
    }
}
