package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which people are found, as a front door worker meets it. */
class PeoplePageTest {

    private static final String WORKER = "front-door-worker";
    private static final String SCREENSHOTS = System.getProperty("golden-thread.screenshots", "");

    private static RunningApplication application;
    private static UUID own;

    @BeforeAll
    static void start() {
        application = RunningApplication.empty(true);
        AsSystem.run(() -> {
            JdbcClient jdbc = application.bean(JdbcClient.class);
            jdbc.sql("insert into team (id, name) values ('front-door', 'Front door') on conflict do nothing")
                    .update();
            own = person(jdbc, "Rosalind", "Featherstone", "2014-03-31", "9000000009");
            jdbc.sql("""
                            insert into allocation (id, person, version, known_from, known_by, known_by_post, team, account, duty, started)
                            values (gen_random_uuid(), ?, 1, now(), '', '', 'front-door', 'front-door-worker', 'ALLOCATED_WORKER', '2026-01-01')
                            """).param(own).update();
            jdbc.sql("""
                            insert into address (id, person, version, known_from, known_by, known_by_post, lines, postcode, kind)
                            values (gen_random_uuid(), ?, 1, now(), '', '', '12 Mulberry Street', 'EX1 1AA', 'HOME')
                            """).param(own).update();
            person(jdbc, "Rosamund", "Featherstone", "2012-01-02", "");
            UUID restricted = person(jdbc, "Rosabel", "Featherstone", "2011-01-02", "9000000017");
            jdbc.sql("""
                            insert into restriction (id, person, version, known_from, known_by, known_by_post, kind, reason, ask, started)
                            values (gen_random_uuid(), ?, 1, now(), '', '', 'ADOPTION', 'Made up', 'Adoption team manager', '2026-01-01')
                            """).param(restricted).update();
            for (int number = 0; number < 45; number++) {
                person(
                        jdbc,
                        "Page" + (char) ('a' + number % 26) + (char) ('a' + number / 26),
                        "Longlist",
                        "2010-01-01",
                        "");
            }
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static UUID person(JdbcClient jdbc, String given, String family, String born, String nhs) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into person (id, person, version, known_from, known_by, known_by_post, given_name, family_name, born,
                            local_number, nhs_number, created_by)
                        values (:id, :id, 1, now(), '', '', :given, :family, :born::date, nextval('local_number')::text, :nhs, 'maker')
                        """)
                .param("id", id)
                .param("given", given)
                .param("family", family)
                .param("born", born)
                .param("nhs", nhs)
                .update();
        return id;
    }

    @Test
    void whoIsFoundIsShownAsFarAsTheOneWhoAsksMaySeeThemWithWhy() {
        String body = search(Visitor.signedInTo(application, WORKER), "rosie fetherstone")
                .body();
        assertThat(body)
                .contains(
                        "Rosalind Featherstone", "/people/" + own, "Born 31 March 2014", "12 Mulberry Street, EX1 1AA")
                .contains("Rosamund Featherstone")
                .contains("“fetherstone” sounds like the family name")
                .doesNotContain("Rosabel");
    }

    @Test
    void aRestrictedRecordSaysWhomToAskAndNothingOfThePerson() {
        String body =
                search(Visitor.signedInTo(application, WORKER), "9000000017").body();
        assertThat(body)
                .contains("Restricted record", "Ask: Adoption team manager.")
                .doesNotContain("Rosabel", "Featherstone", "2011")
                .doesNotContainPattern("/people/[0-9a-f]{8}-");
    }

    @Test
    void emptyAndFruitlessSearchesSayWhatToDo() {
        Visitor visitor = Visitor.signedInTo(application, WORKER);
        assertThat(visitor.get("/people").body())
                .contains("Any of them, part of a name")
                .doesNotContain("Nobody was found");
        assertThat(search(visitor, "   ").body()).doesNotContain("Nobody was found");
        assertThat(search(visitor, "xyzzy").body()).contains("Nobody was found for “xyzzy”", "Type less");
        assertThat(search(visitor, "<script>alert(1)</script>\u0000'").body()).doesNotContain("<script>alert");
        assertThat(search(visitor, "longlist ".repeat(100)).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesLeadOnAndBack() {
        Visitor visitor = Visitor.signedInTo(application, WORKER);
        assertThat(search(visitor, "longlist").body())
                .contains("People 1 to 20 for “longlist”", "/people?q=longlist&amp;page=2");
        assertThat(visitor.get("/people?q=longlist&page=3").body())
                .contains("People 41 to 45 for “longlist”", "/people?q=longlist&amp;page=2")
                .doesNotContain("Next page");
        assertThat(visitor.get("/people?q=longlist&page=99999").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/people?q=longlist&page=-1").statusCode()).isEqualTo(200);
    }

    @Test
    void everySearchIsInTheAuditLog() {
        search(Visitor.signedInTo(application, WORKER), "rosalind 2014");
        assertThat(Visitor.signedInTo(application, "auditor").get("/audit").body())
                .contains("Searched for people", "rosalind 2014 (page 1, 1 shown)");
    }

    @Test
    void whoeverHasNoRightToSearchIsRefused() {
        for (String role : List.of("analyst", "manager", "administrator", "auditor", "councillor-part-2")) {
            assertThat(Visitor.signedInTo(application, role)
                            .get("/people?q=rosalind")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void thePageIsAccessibleAndWholeAtBothWidthsAndIsUsedByKeyboardWithoutJavaScript() {
        try (Browsers browsers = Browsers.open()) {
            for (boolean scripts : List.of(true, false)) {
                try (BrowserContext context =
                        browsers.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
                    Page page = context.newPage();
                    page.navigate(application.address("/sign-in"));
                    page.locator("form:has(input[value='" + WORKER + "']) button")
                            .click();
                    page.waitForURL(url -> url.endsWith("/work"));
                    page.navigate(application.address("/people"));
                    page.locator("#q").focus();
                    page.keyboard().type("rosie fetherstone");
                    page.keyboard().press("Enter");
                    page.waitForURL(url -> url.contains("q=rosie"));
                    assertThat(page.locator(".gt-found-list li h3").allTextContents())
                            .containsExactlyInAnyOrder("Rosalind Featherstone", "Rosamund Featherstone");
                    if (scripts) {
                        for (String words : List.of("", "rosie fetherstone", "9000000017", "longlist", "xyzzy")) {
                            page.navigate(application.address(
                                    "/people?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
                            assertFaultless(page, words);
                        }
                    }
                }
            }
        }
    }

    private static void assertFaultless(Page page, String words) {
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            if (!SCREENSHOTS.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(SCREENSHOTS, "people-" + words.replace(' ', '-') + "-" + width + ".png"))
                        .setFullPage(true));
            }
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations())
                    .as(words + " at " + width)
                    .extracting(rule ->
                            rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                    .as(words + " at " + width)
                    .isEqualTo(true);
        }
    }

    private static HttpResponse<String> search(Visitor visitor, String words) {
        return visitor.get("/people?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
}
