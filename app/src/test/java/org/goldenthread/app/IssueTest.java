package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.goldenthread.app.scorecard.IssuedPartOnes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A report is issued after the request that asks for it, once, whoever asks, and whole or not at all. */
class IssueTest {

    private static RunningApplication application;
    private static Visitor analyst;

    @BeforeAll
    static void start() {
        application = RunningApplication.demo();
        analyst = Visitor.signedInTo(application, "analyst");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void twoWhoPressAtOnceIssueOneReportAndBothFollowIt() {
        Visitor colleague = Visitor.signedInTo(application, "analyst");
        String seen = Issuing.openForm(analyst, "2024-03");
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> Issuing.press(analyst, "2024-03", seen));
        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> Issuing.press(colleague, "2024-03", seen));
        String run = first.join();
        assertThat(second.join()).isEqualTo(run);

        HttpResponse<String> onItsWay = analyst.get(run);
        assertThat(Issuing.heading(onItsWay)).isEqualTo("Issuing the report for March 2024");
        assertThat(onItsWay.body()).contains("http-equiv=\"refresh\" content=\"2\"", "<progress");
        assertThat(issued())
                .as("nothing is seen of a report before the whole of it is")
                .isZero();

        HttpResponse<String> ended = Issuing.waitForEnd(colleague, run);
        assertThat(Issuing.heading(ended)).isEqualTo("The report for March 2024 is issued");
        assertThat(ended.body()).contains("/reports#report-").doesNotContain("http-equiv=\"refresh\"");
        assertThat(issued()).isEqualTo(1);
        // Two parts, each as Word, spreadsheet, PDF, web page, CSV, CSV with metadata and JSON.
        assertThat(analyst.get("/reports").body().split("download>", -1)).hasSize(2 * 7 + 1);
        assertThat(Visitor.signedInTo(application, "auditor").get("/audit").body())
                .contains("Issued a report", "127.0.0.1");

        assertThat(Issuing.press(colleague, "2024-03", seen))
                .as("a form that was opened before the report was issued")
                .isEqualTo(run);
        assertThat(issued()).isEqualTo(1);
        assertThat(Issuing.openForm(analyst, "2024-03")).isNotEqualTo(seen);
    }

    @Test
    void aRefusalSaysWhyAndNothingIsIssued() {
        Issuing.openForm(analyst, "2024-02");
        // A form that knows of fewer reports than there ever were is taken for one that another process has overtaken.
        HttpResponse<String> ended = Issuing.waitForEnd(analyst, Issuing.press(analyst, "2024-02", "-1"));
        assertThat(Issuing.heading(ended)).isEqualTo("The report for February 2024 is not issued");
        assertThat(ended.body())
                .contains("Nothing was issued", "was issued by somebody else since you opened the form");
        assertThat(analyst.get("/reports").body()).doesNotContain("position at 29 February 2024");
    }

    @Test
    void theAddressWithoutAMonthLeadsToWhereOneIsChosenAndAnUnknownMonthIsNotFound() {
        assertThat(analyst.get("/reports/issue")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/reports");
        assertThat(analyst.get("/reports/issue?month=")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/reports");
        assertThat(analyst.get("/reports/issue?month=1999-01").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/reports/issue/00000000-0000-0000-0000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedInTo(application, "manager")
                        .get("/reports/issue?month=2024-03")
                        .statusCode())
                .isEqualTo(403);
    }

    private static int issued() {
        return application.bean(IssuedPartOnes.class).listScorecards().size();
    }
}
