package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in a real browser: accessible at both widths, whole without JavaScript, and within reach of the keyboard. */
class PagesTest {

    private static final int LONGEST_ISSUE_MILLISECONDS = 180_000;

    private static final Map<String, Page> PAGES = new HashMap<>();

    private static RunningApplication application;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        application = RunningApplication.demo();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            browsers.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', /sign-in",
        "'', /help",
        "'', /sign-in?wrong",
        "analyst, /changes",
        "analyst, /changes/15",
        "analyst, /part-2/2024-03/scorecard",
        "analyst, /part-2/2024-03/scorecard?columns=papers",
        "analyst, /part-2/2024-03/scorecard?rating=RED",
        "analyst, /part-2/2024-03/indicators/15",
        "analyst, /part-2/2024-03/indicators/19",
        "analyst, /part-2/2024-03/indicators/15/children?period=M2024-03",
        "analyst, /part-2/2024-03/indicators/15/children/row?period=M2024-03&source=ssda903/episodes.csv&line=2",
        "analyst, /part-2/2024-03/indicators/1",
        "analyst, /part-2/2024-03/indicators/1/children?period=M2024-03",
        "manager, /part-2/2024-03/below-expectation",
        "analyst, /loading",
        "analyst, /returns",
        "analyst, /index",
        "analyst, /index/rows/3",
        "analyst, /small-numbers",
        "analyst, /small-numbers?version=0",
        "analyst, /reports",
        "analyst, /reports/issue?month=2024-03",
        "councillor-part-1, /part-1/2024-03/scorecard",
        "councillor-part-1, /part-1/2024-03/indicators/15",
        "councillor-part-1, /part-2/2024-03/scorecard",
        "councillor-part-2, /nowhere-at-all",
        "administrator, /accounts",
        "administrator, /audit",
        "analyst, /account/password",
    })
    void everyPageIsAccessibleAndWholeAtBothWidthsWithAndWithoutJavaScript(String account, String path) {
        List<String> faults = new ArrayList<>();
        for (boolean scripts : List.of(true, false)) {
            Page page = pageOf(account, scripts);
            for (int width : List.of(PageCheck.DESK, PageCheck.PHONE)) {
                page.setViewportSize(width, 900);
                page.navigate(application.address(path));
                String where = " at " + width + (scripts ? "" : " without JavaScript");
                PageCheck.picture(page, account, path, width, scripts);
                if (page.locator("h1").count() != 1) {
                    faults.add("The page has no single heading" + where);
                }
                if (scripts) {
                    PageCheck.violations(page).forEach(violation -> faults.add(violation + where));
                    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")) {
                        faults.add("The page scrolls sideways as a whole" + where);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Somebody's page, signed in once. */
    private static Page pageOf(String account, boolean scripts) {
        return PAGES.computeIfAbsent(account + scripts, unused -> {
            Page page = browsers.browser()
                    .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))
                    .newPage();
            signIn(page, account);
            return page;
        });
    }

    @Test
    void theKeyboardAloneLeadsFromTheScorecardToTheRowOfTheReturn() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, "analyst");
            page.navigate(application.address("/part-2/2024-03/scorecard"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to main content");
            tabToLink(page, "/indicators/15");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/indicators/15"));
            tabTo(page, "Children or events counted for Mar-24");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/children?period=M2024-03&snapshot="));
            assertThat(page.content()).contains("17 counted");
            tabToLink(page, "/children/row");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/children/row?"));
            assertThat(page.locator("h1").textContent()).isEqualTo("The row of the return");
            assertThat(page.locator("h2").first().textContent()).isEqualTo("Episode of being looked after");
            assertThat(page.locator("main").textContent())
                    .containsPattern("Reason for New CLA Episode\\s*[A-Z]: [A-Z]");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the council’s id"))
                    .click();
            assertThat(page.locator(".govuk-inset-text").textContent()).contains("The council’s own id");
            assertThat(PageCheck.violations(page)).isEmpty();
        }
    }

    /** Pages that come only after something was done. */
    @Test
    void whatComesAfterAFormIsAccessibleTooAndAnIssueIsFollowedToItsEndByItself() {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, "analyst");
            page.navigate(application.address("/small-numbers"));
            page.locator("#threshold").fill("sixty");
            page.locator("#exempt").fill("no-such-measure");
            page.locator("main form button").click();
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("from 1 to 50", "There is no measure no-such-measure", "Give the reason");
            PageCheck.assertFaultless(page, "small numbers refused");

            Issuing.openForm(Visitor.signedInTo(application, "analyst"), "2024-02");
            page.navigate(application.address("/reports/issue?month=2024-02"));
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]").count()).isEqualTo(1);
            PageCheck.assertFaultless(page, "issuing");
            page.getByText("See the issued report")
                    .waitFor(new Locator.WaitForOptions().setTimeout(LONGEST_ISSUE_MILLISECONDS));
            PageCheck.assertFaultless(page, "issued");

            page.navigate(application.address("/small-numbers"));
            page.locator("#threshold").fill("3");
            page.locator("#reason").fill("The board asked for more");
            page.locator("main form button").click();
            assertThat(page.locator("#understood").count()).isEqualTo(1);
            PageCheck.assertFaultless(page, "small numbers weaker");
        }
    }

    private static void signIn(Page page, String account) {
        if (account.isEmpty()) {
            return;
        }
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='" + account + "']) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void tabTo(Page page, String text) {
        for (int presses = 0; presses < 400; presses++) {
            if (focused(page).contains(text)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach '" + text + "'.");
    }

    private static void tabToLink(Page page, String part) {
        for (int presses = 0; presses < 400; presses++) {
            if (String.valueOf(page.evaluate("document.activeElement.getAttribute('href')"))
                    .contains(part)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach a link to '" + part + "'.");
    }

    private static String focused(Page page) {
        return String.valueOf(
                page.evaluate(
                        "document.activeElement.matches('a, button') ? document.activeElement.textContent.trim().replace(/\\s+/g, ' ') : ''"));
    }
}
