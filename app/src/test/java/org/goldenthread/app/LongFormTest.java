package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.servlet.ServletContext;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.goldenthread.app.audit.ChainOfProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** A session that ends, and a clock that jumps, in the middle of a long form: the words survive and the page says what to do. */
class LongFormTest {

    private static final String WORDS = "Ten pages, typed in one go & with a “quotation”.";

    private static final MovableClock CLOCK = new MovableClock("2024-03-28T16:00");
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
    void aFormThatIsSentAfterItsSessionWasDeletedComesBackToItsWriterAndToNobodyElse() {
        Practitioner worker = new Practitioner(application, "front-door-manager");
        String child = worker.newPerson("Loveday", "Hocking", "1/5/2012");
        deleteEverySession();
        comesBack(worker, child);
    }

    @Test
    void soDoesOneWhoseSessionIsFoundTooOldAsItArrives() {
        Practitioner worker = new Practitioner(application, "front-door-manager");
        String child = worker.newPerson("Merryn", "Hocking", "1/5/2012");
        CLOCK.passHours(12);
        comesBack(worker, child);
    }

    private static void comesBack(Practitioner worker, String child) {
        String form = "/people/" + child + "/records/case-note/new";
        String token = UUID.randomUUID().toString();
        String body = "happened=28%2F3%2F2024&kind=CALL&token=" + token + "&note="
                + URLEncoder.encode(WORDS, StandardCharsets.UTF_8) + "&_csrf=of-the-session-that-ended";
        assertThat(Practitioner.location(worker.visitor().postBare(form, body))).isEqualTo("/sign-in?form-kept");
        assertThat(worker.visitor().get("/sign-in?form-kept").body()).contains("kept as a draft");
        // Another who signs in at the same machine is led to their own first page, and finds nothing.
        Visitor other = Visitor.signedInTo(application, "front-door-worker");
        assertThat(other.get("/").headers().firstValue("Location").orElse("")).doesNotContain(child);
        assertThat(other.get(form).body()).doesNotContain("Ten pages");

        worker.visitor().post("/sign-in/demo", Map.of("account", "front-door-manager"));
        assertThat(Practitioner.location(worker.visitor().get("/"))).isEqualTo(form);
        assertThat(worker.read(form))
                .contains("It is not saved in the record yet")
                .contains("Ten pages, typed in one go &amp; with a “quotation”.")
                .contains(token);
        Map<String, String> answers = Map.of("happened", "28/3/2024", "kind", "CALL", "token", token, "note", WORDS);
        HttpResponse<String> saved = worker.visitor().post(form, answers);
        assertThat(Practitioner.location(worker.visitor().post(form, answers))).isEqualTo(Practitioner.location(saved));
        assertThat(worker.read(form)).doesNotContain("Ten pages");
        assertThat(worker.visitor().get("/").headers().firstValue("Location").orElse(""))
                .doesNotContain(child);
    }

    @Test
    void inABrowserTheWordsStayInThePageAndAreSavedAfterSigningInInAnotherTab() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            signIn(page);
            Practitioner colleague = new Practitioner(application, "front-door-manager");
            String child = colleague.newPerson("Jory", "Hocking", "1/5/2012");
            page.navigate(application.address("/people/" + child + "/records/case-note/new"));
            page.locator("[name='kind'][value='CALL']").check();
            page.locator("[name='note']").fill(WORDS);
            page.locator("[data-draft-state]:has-text('Draft kept at')").waitFor();
            deleteEverySession();
            page.locator("[name='note']").fill(WORDS + " And more.");
            page.locator("[data-draft-state]:has-text('You are signed out')").waitFor();
            assertThat(page.locator("[name='note']").inputValue()).isEqualTo(WORDS + " And more.");
            Page another = context.newPage();
            signIn(another);
            another.close();
            page.locator("[data-draft-state]:has-text('Draft kept at')").waitFor();
            page.locator("main form[data-draft] button[type=submit]").click();
            page.waitForURL(url -> url.matches(".*/records/case-note/[0-9a-f-]{36}"));
            assertThat(page.locator("main").innerText()).contains(WORDS + " And more.");
        }
    }

    @Test
    void aClockThatJumpsBackPutsNoVersionOutOfOrderAndBreaksNoChain() throws SQLException {
        CLOCK.set("2024-03-28T16:00");
        Practitioner worker = new Practitioner(application, "front-door-manager");
        String child = worker.newPerson("Kerra", "Hocking", "1/5/2012");
        String note = worker.add(
                child, "case-note", "", Map.of("happened", "28/3/2024", "kind", "CALL", "note", "As it was first."));
        CLOCK.set("2024-03-28T03:00");
        assertThat(worker.change(note, 1, Map.of("happened", "28/3/2024", "kind", "CALL", "note", "Put right."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(worker.read(note)).contains("Put right.");
        try (Connection superuser = application.superuser();
                Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*), bool_and(h.known_until > h.known_from and h.known_until = n.known_from)"
                                + " from case_note n join case_note_history h using (id) where n.id = '"
                                + Practitioner.idOf(note) + "'")) {
            found.next();
            assertThat(found.getInt(1)).isEqualTo(1);
            assertThat(found.getBoolean(2)).isTrue();
        }
        // A leap of years ends the session and keeps what was being written.
        CLOCK.set("2031-03-28T16:00");
        comesBack(worker, child);
        CLOCK.set("2024-03-28T16:05");
        assertThat(ChainOfProcess.verify(application.superuser())).contains("The chain is whole.");
    }

    private static void signIn(Page page) {
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='front-door-manager']) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** As Tomcat does after half an hour without a click. */
    private static void deleteEverySession() {
        ServletWebServerApplicationContext running = (ServletWebServerApplicationContext)
                WebApplicationContextUtils.getRequiredWebApplicationContext(application.bean(ServletContext.class));
        TomcatWebServer server = (TomcatWebServer) running.getWebServer();
        Context web = (Context) server.getTomcat().getHost().findChildren()[0];
        for (Session session : web.getManager().findSessions()) {
            session.expire();
        }
    }
}
