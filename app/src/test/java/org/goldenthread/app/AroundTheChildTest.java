package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.ActingAs;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who else works with a child, what the family agreed to have shared, and the sealed identity of a child who is adopted. */
class AroundTheChildTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T10:00");

    private static RunningApplication application;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whatTheFamilyAgreedToIsSaidWhereverAgenciesShareAsLongAsItHolds() {
        CLOCK.set("2024-03-04T10:00");
        Practitioner door = new Practitioner(application, "front-door-worker");
        String child = door.newPerson("Kerra", "Nance", "9/9/2015");
        door.add(
                child,
                "professional",
                "",
                Map.of(
                        "role",
                        "HEALTH_VISITOR",
                        "name",
                        "M. Tregear",
                        "organisation",
                        "Quay Surgery",
                        "telephone",
                        "01632 960001",
                        "started",
                        "1/2/2024"));
        String contact = door.add(
                child, "contact", "", Map.of("received", "4/3/2024", "source", "1B", "concern", "Often hungry."));
        String consent = door.add(
                child,
                "sharing-consent",
                "",
                Map.of(
                        "decision",
                        "GIVEN_IN_PART",
                        "decided",
                        "4/3/2024",
                        "giver",
                        "PARENTAL_RESPONSIBILITY",
                        "giverName",
                        "Morwenna Nance, mother",
                        "withWhom",
                        "the school",
                        "what",
                        "attendance, not health",
                        "until",
                        "6/3/2024"));
        String share = door.add(
                child, "agency-share", Practitioner.idOf(contact), Map.of("agency", "School", "information", "x"));
        String said =
                "They agree to some of it to sharing with the school: attendance, not health. Somebody with parental responsibility,"
                        + " Morwenna Nance, mother, 4 March 2024; until 6 March 2024";
        assertThat(door.read("/people/" + child))
                .contains("Health visitor: M. Tregear, Quay Surgery")
                .contains("01632 960001 from 1 February 2024")
                .contains(said)
                .doesNotContain("No longer holds");
        assertThat(door.read(share)).contains("Sharing information: " + said);
        assertThat(door.read("/people/" + child + "/chronology")).contains("Quay Surgery");

        // On the form in which an agency's share is written down it stands above the first question.
        assertThat(door.read("/people/" + child + "/records/agency-share/new?follows=" + Practitioner.idOf(contact)))
                .contains("Consent to share: agreement to some sharing with the school");

        // On its last day it holds, and on the next it does not.
        CLOCK.set("2024-03-06T23:30");
        assertThat(new Practitioner(application, "front-door-worker").read(contact))
                .contains("Sharing information: ");
        CLOCK.set("2024-03-07T00:30");
        door = new Practitioner(application, "front-door-worker");
        assertThat(door.read(contact)).doesNotContain("Sharing information: ");
        assertThat(door.read("/people/" + child)).contains("No longer holds").contains("ended on 6 March 2024");
        assertThat(door.change(
                                consent,
                                1,
                                Map.of(
                                        "decision",
                                        "REFUSED",
                                        "decided",
                                        "4/3/2024",
                                        "giver",
                                        "CHILD",
                                        "withWhom",
                                        "the school",
                                        "withdrawnOn",
                                        "5/3/2024"))
                        .body())
                .contains("What was not agreed to cannot be withdrawn");
    }

    @Test
    void aSealedIdentityIsKnownToThoseNamedAloneAndEveryLookIsLogged() {
        CLOCK.set("2024-03-11T10:00");
        Practitioner named = new Practitioner(application, "service-manager");
        String old = named.newPerson("Lamorna", "Teague", "7/7/2019", "9434765919");
        String address = "/people/" + old + "/sealed";
        Map<String, String> identity = Map.of(
                "givenName",
                "Lamorna",
                "familyName",
                "Fairweather",
                "born",
                "7/7/2019",
                "nhsNumber",
                "943 476 5919",
                "reason",
                "Adoption order, Family Court, 4 March 2024",
                "members",
                "team-manager",
                "token",
                UUID.randomUUID().toString());
        assertThat(named.visitor().post(address, identity).body())
                .contains("Enter the new NHS number")
                .contains("Adoption order, Family Court");
        assertThat(count("select count(*) from person where family_name = 'Fairweather'"))
                .isZero();
        Map<String, String> right = new java.util.HashMap<>(identity);
        right.put("nhsNumber", "9000000009");
        assertThat(named.visitor().post(address, right).statusCode()).isEqualTo(302);
        assertThat(named.visitor().post(address, right).statusCode()).isEqualTo(302);
        assertThat(count("select count(*) from person where family_name = 'Fairweather'"))
                .isEqualTo(1);
        String now = AsSystem.call(() -> jdbc.sql("select id::text from person where family_name = 'Fairweather'")
                .query(String.class)
                .single());

        assertThat(named.read(address)).contains("Lamorna Teague").contains("Lamorna Fairweather");
        assertThat(named.read("/people/" + now + "/sealed")).contains("Lamorna Teague");
        assertThat(count("select count(*) from audit_log where action = 'Looked at a sealed identity' and subject = '"
                        + now + "'"))
                .isGreaterThanOrEqualTo(2);
        // The log that one of them may ask for names the other nowhere.
        assertThat(count("select count(*) from audit_log where subject in ('" + now + "', '" + old
                        + "') and (detail like '%" + now + "%' and subject = '" + old + "' or detail like '%" + old
                        + "%' and subject = '" + now + "')"))
                .isZero();

        // Whoever is not named: the front door's manager, who sees every file, and the application itself.
        Practitioner other = new Practitioner(application, "front-door-manager");
        assertThat(other.visitor().get("/people/" + now).statusCode()).isEqualTo(200);
        assertThat(other.visitor().get("/people/" + now + "/sealed").statusCode())
                .isEqualTo(403);
        assertThat(other.visitor().get("/people/" + old).statusCode()).isEqualTo(403);
        assertThat(other.visitor()
                        .post("/people/" + now + "/sealed/members", Map.of("add", "front-door-manager"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.read("/people/" + now + "/access")).doesNotContain("Sealed identity");
        assertThat(count("select count(*) from sealed_identity")).isZero();
        for (String role : List.of("front-door-manager", "emergency-duty-worker", "administrator")) {
            assertThat(ActingAs.call(
                            application,
                            role,
                            () -> jdbc.sql(
                                            "select (select count(*) from sealed_identity) + (select count(*) from sealed_identity_member)")
                                    .query(Long.class)
                                    .single()))
                    .as(role)
                    .isZero();
        }
        // Search finds the new by the new name and number, and never the one by what is the other's.
        assertThat(other.read("/people?q=Fairweather")).contains("Lamorna Fairweather");
        assertThat(other.read("/people?q=9000000009")).contains("Lamorna Fairweather");
        assertThat(other.read("/people?q=Teague")).doesNotContain("Fairweather");
        assertThat(other.read("/people?q=9434765919")).doesNotContain("Fairweather");
        assertThat(named.read("/people?q=9434765919")).doesNotContain("Fairweather");
        assertThat(named.read("/people/" + now + "/merge/" + old)).contains("kept apart for good");

        // Somebody named later sees it, and no longer when they are taken off.
        Practitioner third = new Practitioner(application, "team-manager");
        assertThat(third.read(address)).contains("Lamorna Fairweather");
        assertThat(named.visitor()
                        .post(address + "/members", Map.of("remove", "team-manager"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(third.visitor().get(address).statusCode()).isEqualTo(403);
    }

    @Test
    void itsPagesAreFaultlessAtADeskAndOnATelephone() {
        CLOCK.set("2024-03-18T10:00");
        Practitioner manager = new Practitioner(application, "service-manager");
        String child = manager.newPerson("Tamsyn", "Vellan", "3/3/2020");
        manager.add(child, "professional", "", Map.of("role", "SAFEGUARDING_LEAD", "organisation", "Harbour School"));
        manager.add(
                child,
                "sharing-consent",
                "",
                Map.of("decision", "REFUSED", "decided", "18/3/2024", "giver", "CHILD", "withWhom", "the youth club"));
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='service-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/people/" + child));
            PageCheck.assertFaultless(page, "around-person");
            page.navigate(application.address("/people/" + child + "/records/sharing-consent/new"));
            PageCheck.assertFaultless(page, "sharing-consent");
            page.navigate(application.address("/people/" + child + "/sealed"));
            PageCheck.assertFaultless(page, "seal");
            page.locator("button:has-text('Make and seal')").click();
            PageCheck.assertFaultless(page, "seal-refused");
            page.locator("#givenName").fill("Tamsyn");
            page.locator("#familyName").fill("Newhaven");
            page.locator("#reason").fill("Adoption order, Family Court, 15 March 2024");
            page.locator("button:has-text('Make and seal')").click();
            page.locator(".govuk-notification-banner--success").waitFor();
            PageCheck.assertFaultless(page, "sealed");
        }
    }

    private static long count(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
