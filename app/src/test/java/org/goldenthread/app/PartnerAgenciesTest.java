package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A school and a health visiting service: what they send, are asked and are shown, and how an administrator ties them to theirs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerAgenciesTest {

    private static PartnerWorld world;
    private static String child;
    private static String consent;

    @BeforeAll
    static void start() {
        world = new PartnerWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void aSchoolRefersHealthIsAskedAndAnswersAndThePlanIsSharedForAsLongAsTheConsentHolds() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = world.signedIn(context, "partner-worker");
            PageCheck.assertFaultless(page, "agency-home");
            page.navigate(world.application().address("/agency/referrals"));
            PageCheck.assertFaultless(page, "agency-referrals-empty");
            page.navigate(world.application().address("/agency/referrals/new"));
            page.getByLabel("Child’s first name").fill("Kerra");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the referral"))
                    .click();
            assertThat(page.content()).contains("Nothing is sent yet").contains("Enter an answer: Child’s family name");
            PageCheck.assertFaultless(page, "agency-referral-refused");
            assertThat(page.getByLabel("Child’s first name").inputValue()).isEqualTo("Kerra");
            page.getByLabel("Child’s family name").fill("Nance");
            page.getByLabel("Date of birth").fill("9/9/2015");
            page.getByLabel("What you are worried about").fill("Comes to school hungry, and says nobody is home.");
            page.getByLabel("Is the child safe now?").fill("In class with her teacher.");
            page.getByLabel("They know and agree").check();
            page.getByLabel("How we reach you today").fill("01632 960002");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the referral"))
                    .click();
            // Monday 4 March: the decision by Tuesday.
            assertThat(page.content())
                    .contains("Its reference is R1001")
                    .contains("5 March 2024")
                    .contains("With the front door");
            PageCheck.assertFaultless(page, "agency-referral-sent");
        }

        Practitioner door = world.at("front-door-worker");
        String waiting = door.read("/agency-referrals");
        assertThat(waiting).contains("Kerra Nance").contains("Harbour School").contains("5 March 2024");
        String referral = waiting.replaceAll("(?s).*href=\"/agency-referrals/([0-9a-f-]{36})\".*", "$1");
        assertThat(door.read("/agency-referrals/" + referral)).contains("Nobody on record seems to be this child");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = world.signedIn(context, "front-door-worker");
            page.navigate(world.application().address("/agency-referrals"));
            PageCheck.assertFaultless(page, "received-referrals");
            page.navigate(world.application().address("/agency-referrals/" + referral));
            PageCheck.assertFaultless(page, "received-referral");
            Page accounts = world.signedIn(browsers.browser().newContext(), "administrator");
            accounts.navigate(world.application().address("/accounts"));
            PageCheck.assertFaultless(accounts, "accounts-with-agencies");
        }
        String contact = world.take(referral);
        // Taken twice it is one contact of one child.
        assertThat(world.take(referral)).isEqualTo(contact);
        assertThat(door.read("/agency-referrals")).doesNotContain("Kerra Nance");
        assertThat(door.read(contact)).contains("Comes to school hungry").contains("Harbour School, Partner worker");
        child = world.childOf(contact);

        world.enquireInto(contact);
        assertThat(door.read(contact)).contains("Ask an agency");
        assertThat(door.visitor()
                        .post("/people/" + child + "/agencies/ask", Map.of("contact", Practitioner.idOf(contact)))
                        .body())
                .contains("Choose the agency")
                .contains("Write what you ask");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = world.signedIn(context, "front-door-worker");
            page.navigate(world.application().address(contact));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask an agency"))
                    .click();
            PageCheck.assertFaultless(page, "agency-ask");
        }
        String share = world.askHealth(child, contact);
        // 24 hours is local, and counts from the minute.
        assertThat(door.read(share))
                .contains("Agency’s answer to a MASH request")
                .contains("5 March 2024, 10:00");

        world.clock().set("2024-03-04T15:00");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = world.signedIn(context, "partner-worker-health");
            page.navigate(world.application().address("/agency/requests"));
            PageCheck.assertFaultless(page, "agency-requests");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kerra Nance"))
                    .click();
            assertThat(page.content()).contains("What do you know of her meals").contains("5 March 2024, 10:00");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                    .click();
            assertThat(page.content()).contains("Choose how grave it is");
            PageCheck.assertFaultless(page, "agency-request-refused");
            page.getByLabel("Amber: significant concern, not immediate").check();
            page.getByLabel("What you know").fill("Underweight at 12 February.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                    .click();
            assertThat(page.content())
                    .contains("Your answer is with the council")
                    .contains("Underweight at 12 February");
            PageCheck.assertFaultless(page, "agency-request-answered");
        }
        Visitor health = world.of("partner-worker-health");
        health.post(
                "/agency/requests/" + Practitioner.idOf(share), Map.of("rating", "GREEN", "answer", "Something else."));
        door = world.at("front-door-worker");
        assertThat(door.read(share))
                .contains("Underweight at 12 February")
                .contains("Amber: significant concern")
                .contains("Done in time")
                .doesNotContain("Something else");
        assertThat(world.ask("select version::text from agency_share where id = '" + Practitioner.idOf(share) + "'"))
                .isEqualTo("2");

        Visitor school = world.of("partner-worker");
        assertThat(school.get("/agency/requests").body()).contains("Nothing is asked of your agency");
        assertThat(school.get("/agency/requests/" + Practitioner.idOf(share)).statusCode())
                .isEqualTo(404);
        assertThat(health.get("/agency/referrals/" + referral).statusCode()).isEqualTo(404);

        world.accept(contact);
        assertThat(school.get("/agency/referrals").body())
                .contains("Accepted as a referral to children’s social care, 4 March 2024");
        PartnerWorld.OpenCase open = world.open(child, contact);
        String plan = open.plan();
        consent = open.consent();
        Practitioner worker = world.at("social-worker");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = world.signedIn(context, "social-worker");
            page.navigate(world.application().address(plan));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Share with an agency"))
                    .click();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Share").setExact(true))
                    .click();
            assertThat(page.content()).contains("Choose the agency");
            PageCheck.assertFaultless(page, "agency-share-refused");
            page.getByLabel("Agency", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("harbour-school");
            page.getByLabel("What for").fill("So that breakfast club is part of the plan.");
            page.getByLabel("The family’s consent, for as long as it holds").check();
            page.getByLabel("The consent that it rests on").selectOption(Practitioner.idOf(consent));
            page.getByLabel("Shared from", new Page.GetByLabelOptions().setExact(true))
                    .fill("4/3/2024");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Share").setExact(true))
                    .click();
            assertThat(page.content())
                    .contains("It is shared with Harbour School")
                    .contains("They see it");
            PageCheck.assertFaultless(page, "person-agencies");
        }
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = world.signedIn(context, "partner-worker");
            page.navigate(world.application().address("/agency/shares"));
            PageCheck.assertFaultless(page, "agency-shares");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Child in need plan"))
                    .click();
            assertThat(page.content()).contains("Breakfast each day").contains("breakfast club is part of the plan");
            PageCheck.assertFaultless(page, "agency-shared");
        }
        assertThat(worker.read("/people/" + child + "/agencies"))
                .contains("Partner worker, Harbour School (made up), 4 March 2024, 15:00");
        assertThat(health.get("/agency/shares").body()).contains("Nothing is shared with your agency now");
        assertThat(world.count("select count(*) from audit_log where subject = '" + child
                        + "' and action = 'Looked at what is shared with an agency' and account = 'partner-worker'"))
                .isEqualTo(1);
        assertThat(world.count("select count(*) from audit_log where subject = '" + child
                        + "' and role = 'Partner worker' and account = 'partner-worker-health'"))
                .isGreaterThan(1);

        // What is written later is not shared with it.
        Practitioner.location(worker.change(plan, 1, Map.of("began", "4/3/2024", "outcomes", "Later words.")));
        String sharing = world.ask("select id::text from agency_sharing where person = '" + child + "'");
        assertThat(school.get("/agency/shares/" + sharing).body())
                .contains("Breakfast each day")
                .doesNotContain("Later words");

        // On the consent's last day it holds; on the next it does not.
        world.clock().set("2024-03-31T23:30");
        assertThat(world.of("partner-worker").get("/agency/shares").body()).contains("Kerra Nance");
        world.clock().set("2024-04-01T00:30");
        school = world.of("partner-worker");
        assertThat(school.get("/agency/shares").body()).doesNotContain("Kerra Nance");
        assertThat(school.get("/agency/shares/" + sharing).statusCode()).isEqualTo(404);
        assertThat(world.at("social-worker").read("/people/" + child + "/agencies"))
                .contains("They do not see it");
    }

    @Test
    @Order(2)
    void theRecordOfAMeetingIsGivenByItsChairToWhoeverWasInvitedAndIsTakenBack() {
        world.clock().set("2024-04-01T12:00");
        Practitioner worker = world.at("social-worker");
        Practitioner manager = world.at("team-manager");
        String meeting = worker.add(
                child,
                "strategy-discussion",
                "",
                Map.of("requested", "1/4/2024", "held", "1/4/2024", "shared", "What each agency knew."));
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind",
                "strategy-discussion",
                "record",
                Practitioner.idOf(meeting),
                "sharedVersion",
                "1",
                "agency",
                "quay-health",
                "purpose",
                "Those who took part keep to it.",
                "basis",
                "ENQUIRY",
                "started",
                "1/4/2024"));
        String share = "/people/" + child + "/agencies/share";
        assertThat(worker.visitor().post(share, fields).body()).contains("The chair of the meeting shares its record");
        assertThat(manager.visitor().post(share, fields).body())
                .contains("Say what part the agency had in the meeting");
        fields.put("tookPart", "ATTENDED");
        Practitioner.location(manager.visitor().post(share, fields));
        Visitor health = world.of("partner-worker-health");
        assertThat(health.get("/agency/shares").body())
                .contains("Strategy discussion")
                .contains("Kerra Nance");
        // What is not among the kinds that may be shared is not shared by whatever address.
        fields.put("kind", "sharing-consent");
        fields.put("record", Practitioner.idOf(consent));
        assertThat(manager.visitor().post(share, fields).statusCode()).isEqualTo(404);

        String sharing = world.ask("select id::text from agency_sharing where agency = 'quay-health'");
        Map<String, String> end = Map.of("sharing", sharing, "version", "1", "why", "Given to the wrong service.");
        Practitioner.location(manager.visitor().post("/people/" + child + "/agencies/end", end));
        assertThat(health.get("/agency/shares").body()).doesNotContain("Kerra Nance");
        assertThat(health.get("/agency/shares/" + sharing).statusCode()).isEqualTo(404);
        assertThat(manager.read("/people/" + child + "/agencies")).contains("Given to the wrong service");
        assertThat(manager.read("/people/" + child + "/chronology")).contains("No longer shared with quay-health");
    }

    @Test
    @Order(3)
    void anAdministratorTiesAPartnerToOneAgencyAndOneWithoutSeesNothing() {
        Visitor administrator = world.of("administrator");
        administrator.post("/accounts/agencies", Map.of("name", "Quayside Housing", "sector", "HOUSING"));
        Map<String, String> account = new HashMap<>(
                Map.of("name", "h.rowe@example.org", "post", "Housing officer", "role", "PARTNER_WORKER"));
        assertThat(administrator.post("/accounts", account).body())
                .contains("Choose the agency that the partner worker is of");
        account.put("agency", "quayside-housing");
        assertThat(administrator.post("/accounts", account).body()).contains("Pass this secret");
        account.put("role", "SOCIAL_WORKER");
        assertThat(administrator.post("/accounts", account).body())
                .contains("Choose an agency for a partner worker alone");
        assertThat(world.ask("select agency from account where name = 'h.rowe@example.org'"))
                .isEqualTo("quayside-housing");
        // A change of role takes the agency with it.
        account.remove("agency");
        administrator.post("/accounts", account);
        assertThat(world.count("select count(*) from account where name = 'h.rowe@example.org' and agency is null"))
                .isEqualTo(1);

        AsSystem.run(() -> world.jdbc()
                .sql("update account set agency = null where name = 'partner-worker-health'")
                .update());
        Visitor loose = world.of("partner-worker-health");
        assertThat(loose.get("/agency").body()).contains("Your account is tied to no agency yet");
        assertThat(loose.get("/agency/referrals/new").statusCode()).isEqualTo(403);
        assertThat(loose.get("/agency/referrals").body()).doesNotContain("Kerra Nance");
    }
}
