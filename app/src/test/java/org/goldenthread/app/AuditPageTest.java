package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit page, as an auditor meets it. */
class AuditPageTest {

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.empty(true);
        Visitor.signedInTo(application, "auditor");
        seal();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static void seal() {
        AsSystem.run(() -> application
                .bean(JdbcClient.class)
                .sql("select seal_audit_log(10000)")
                .query(Long.class)
                .single());
    }

    @Test
    void theChainIsVerifiedOnThePageAndThatIsLogged() throws SQLException {
        Visitor auditor = Visitor.signedInTo(application, "auditor");
        assertThat(auditor.get("/audit").body())
                .containsPattern("Last sealed on .*: seal [0-9]+, digest <code>[0-9a-f]{16}</code>");
        seal();
        assertThat(auditor.post("/audit/verify", Map.of()).body())
                .contains("The chain is whole.", "0 entries not sealed yet.");
        assertThat(auditor.get("/audit").body()).contains("Verified the audit log", "Whole");

        tamper("update audit_log set role = role || ' ' where id = 1");
        assertThat(auditor.post("/audit/verify", Map.of()).body())
                .contains(
                        "The chain is broken, first at seal 1",
                        "An entry was changed. Entry 1 is not what seal 1 sealed.");
        tamper("update audit_log set role = rtrim(role) where id = 1");
    }

    @Test
    void onePersonsLogSaysWhenWhichRoleAndWhatAndNeitherWhoNorFromWhere() {
        UUID person = UUID.randomUUID();
        AuditLog log = application.bean(AuditLog.class);
        log.add("some.body", "Social worker", Action.PERSON_SEEN, person.toString(), "");
        log.add(
                "some.body",
                "Team manager",
                Action.GLASS_BROKEN,
                person.toString(),
                "The mother said so on the telephone");
        log.add(
                "some.body",
                "Social worker",
                Action.RECORD_CHANGED,
                person.toString(),
                "case-note " + UUID.randomUUID() + ", version 2");
        log.add(
                "some.body",
                "Social worker",
                Action.PERSON_SEEN,
                UUID.randomUUID().toString(),
                "somebody else");
        Visitor auditor = Visitor.signedInTo(application, "auditor");

        HttpResponse<String> found =
                auditor.get("/audit/of?person=%20http://council.example/people/" + person + "/story");
        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location").orElse("")).endsWith("/audit/of/" + person + ".csv");
        HttpResponse<String> file = auditor.get("/audit/of/" + person + ".csv");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("who-looked-" + person + ".csv");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .isEqualTo("\uFEFF\"When (United Kingdom time)\",\"Role\",\"What was done\",\"Kind of record\"");
        assertThat(lines.get(1)).matches("\"[-0-9]{10} [0-9:]{8}\",\"Social worker\",\"Looked at a person\",\"\"");
        assertThat(lines.get(2)).contains("Team manager", "Opened a file without being allocated");
        assertThat(lines.get(3)).endsWith("\"Changed a record\",\"Case note\"");
        // The download itself is one of the looks at them.
        assertThat(lines.get(4)).contains("Auditor", "Downloaded the log of one person");
        assertThat(file.body()).doesNotContain("some.body", "telephone", "127.0.0.1", "version");
        assertThat(auditor.get("/audit").body()).contains("Downloaded the log of one person", person.toString());
    }

    @Test
    void whatIsNoIdIsSaidAndWhoeverMayNotSeeTheLogIsRefused() {
        Visitor auditor = Visitor.signedInTo(application, "auditor");
        HttpResponse<String> wrong = auditor.get("/audit/of?person=Rosalind");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter the person’s id", "value=\"Rosalind\"");
        Visitor manager = Visitor.signedInTo(application, "manager");
        assertThat(manager.get("/audit/of/" + UUID.randomUUID() + ".csv").statusCode())
                .isEqualTo(403);
        assertThat(manager.get("/audit/of?person=" + UUID.randomUUID()).statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/audit/verify", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void thePageIsAccessibleWholeAndBroken() throws SQLException {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='auditor']) button").click();
            page.navigate(application.address("/audit"));
            PageCheck.assertFaultless(page, "audit");
            page.getByText("Verify the chain").click();
            page.waitForURL(url -> url.endsWith("/audit/verify"));
            PageCheck.assertFaultless(page, "audit-whole");
            tamper("update audit_log set role = role || ' ' where id = 1");
            page.navigate(application.address("/audit"));
            page.getByText("The whole digest").click();
            PageCheck.assertFaultless(page, "audit-whole-digest");
            page.getByText("Verify the chain").click();
            page.waitForURL(url -> url.endsWith("/audit/verify"));
            PageCheck.assertFaultless(page, "audit-broken");
            tamper("update audit_log set role = rtrim(role) where id = 1");
            page.locator("#person").fill("nobody");
            page.getByText("Download as CSV").click();
            page.waitForURL(url -> url.contains("/audit/of"));
            PageCheck.assertFaultless(page, "audit-no-such-id");
        }
    }

    private static void tamper(String sql) throws SQLException {
        try (Connection superuser = application.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
