package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session about several children is on each one’s record, and says there nothing of the others. */
class SupervisionTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T09:00");
    private static final String OF_FIRST = "Loveday hides when the door bell rings";
    private static final String OF_SECOND = "Perran sleeps at his aunt’s on Fridays";
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
    void aGroupSessionIsRecordedForEachChildAndKeepsThemApart() {
        CLOCK.set("2024-03-04T09:00");
        String first = child("Loveday", "Trethewey", "assessment-team|social-worker");
        String second = child("Perran", "Opie", "assessment-team|social-worker");
        String others = child("Wella", "Annear", "early-help-team|early-help-worker");
        Practitioner manager = as("team-manager");
        assertThat(manager.read("/supervision"))
                .contains("Loveday Trethewey")
                .contains("Perran Opie")
                .doesNotContain("Wella Annear");
        assertThat(manager.read("/supervision?child=" + first + "&child=" + second))
                .contains("discussion-" + first)
                .contains("discussion-" + second)
                .contains("4/3/2024");

        String token = UUID.randomUUID().toString();
        Map<String, String> fields =
                new HashMap<>(Map.of("token", token, "held", "4/3/2024", "attended", "Team of four"));
        fields.putAll(Map.of("child", first + "," + second, "discussion-" + first, OF_FIRST));
        HttpResponse<String> lacking = manager.visitor().post("/supervision", fields);
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body())
                .contains(OF_FIRST)
                .contains("for Perran Opie")
                .contains("Nothing is saved yet");
        assertThat(Practitioner.words(manager.read("/people/" + first + "/chronology")))
                .doesNotContain("Group supervision held");

        fields.putAll(Map.of("discussion-" + second, OF_SECOND, "actions-" + second, "Visit the aunt by Friday"));
        fields.put("ownWords-" + second, "I like Fridays");
        for (int sending = 0; sending < 2; sending++) {
            Practitioner.location(manager.visitor().post("/supervision", fields));
        }
        String ofFirst = supervision(first);
        String ofSecond = supervision(second);
        assertThat(as("social-worker").read(ofFirst))
                .contains(OF_FIRST)
                .contains("Team of four")
                .contains("Group supervision")
                .doesNotContain("Perran")
                .doesNotContain(OF_SECOND);
        assertThat(as("social-worker").read(ofSecond))
                .contains(OF_SECOND)
                .contains("I like Fridays")
                .doesNotContain("Loveday");
        assertThat(Practitioner.words(as("social-worker").read("/people/" + first)))
                .contains("Supervision of the work with the child 4 April 2024");

        fields.putAll(
                Map.of("child", first + "," + others, "token", UUID.randomUUID().toString()));
        assertThat(manager.visitor().post("/supervision", fields).statusCode()).isEqualTo(403);
        assertThat(as("early-help-worker").visitor().get("/supervision").statusCode())
                .isEqualTo(403);

        // Restricted to others, the part of that child is seen no more; the other child’s is.
        as("service-manager")
                .visitor()
                .post(
                        "/people/" + second + "/access/restrict",
                        Map.of(
                                "kind",
                                "OTHER",
                                "reason",
                                "A relative works here",
                                "ask",
                                "Service manager",
                                "members",
                                "service-manager"));
        assertThat(as("social-worker").visitor().get(ofSecond).statusCode()).isEqualTo(404);
        assertThat(as("social-worker").visitor().get(ofFirst).statusCode()).isEqualTo(200);

        CLOCK.set("2024-04-05T09:00");
        assertThat(Practitioner.words(as("social-worker").read("/people/" + first)))
                .contains("Overdue");
        Practitioner.location(as("team-manager")
                .visitor()
                .post(
                        "/supervision",
                        Map.of(
                                "held",
                                "5/4/2024",
                                "child",
                                first,
                                "discussion-" + first,
                                "Better since the locks changed")));
        assertThat(Practitioner.words(as("social-worker").read("/people/" + first + "/chronology")))
                .contains("Individual supervision held");
        assertThat(Practitioner.words(as("social-worker").read("/people/" + first)))
                .contains("Supervision of the work with the child 5 May 2024");
    }

    @Test
    void itsPagesAreFaultlessAtADeskAndOnATelephone() {
        CLOCK.set("2024-03-04T09:00");
        String child = child("Senara", "Rowse", "assessment-team|social-worker");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='team-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/work/team"));
            page.locator("a[href='/supervision']").click();
            PageCheck.assertFaultless(page, "supervision-children");
            page.locator("#child-" + child).check();
            page.locator("main button").click();
            page.locator("#discussion-" + child).waitFor();
            page.locator("#attended").fill("Team of four");
            page.locator("main form button").click();
            page.locator(".govuk-error-summary").waitFor();
            PageCheck.assertFaultless(page, "supervision-refused");
            assertThat(page.locator("#attended").inputValue()).isEqualTo("Team of four");
            page.locator("#discussion-" + child).fill("She has told her teacher more");
            page.locator("main form button").click();
            page.locator(".govuk-notification-banner--success").waitFor();
            page.navigate(application.address(supervision(child)));
            PageCheck.assertFaultless(page, "supervision");
        }
    }

    /** The one supervision of the child, however often it was sent. */
    private static String supervision(String child) {
        Matcher link = Pattern.compile("/records/supervision/[0-9a-f-]{36}")
                .matcher(as("social-worker").read("/people/" + child + "/chronology"));
        assertThat(link.results().map(each -> each.group()).distinct().toList()).hasSize(1);
        link.reset();
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String child(String given, String family, String whom) {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPerson(given, family, "12/9/2014");
        manager.allocate(child, whom, "ALLOCATED_WORKER");
        return child;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
