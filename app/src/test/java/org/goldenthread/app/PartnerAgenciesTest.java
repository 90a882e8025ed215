package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.app.access.ActingAs;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school and a health visiting service: what they send, are asked and are shown, and everything that they are not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerAgenciesTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T10:00");

    /** What a partner may read rows of: what is theirs, and no table of the council's. */
    private static final Set<String> THEIRS =
            Set.of("agency", "agency_referral", "agency_request", "draft", "submission");

    private static RunningApplication application;
    private static JdbcClient jdbc;
    private static String child;
    private static String plan;
    private static String consent;

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
    @Order(1)
    void aSchoolRefersHealthIsAskedAndAnswersAndThePlanIsSharedForAsLongAsTheConsentHolds() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "partner-worker");
            PageCheck.assertFaultless(page, "agency-home");
            page.navigate(application.address("/agency/referrals"));
            PageCheck.assertFaultless(page, "agency-referrals-empty");
            page.navigate(application.address("/agency/referrals/new"));
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

        Practitioner door = new Practitioner(application, "front-door-worker");
        String waiting = door.read("/agency-referrals");
        assertThat(waiting).contains("Kerra Nance").contains("Harbour School").contains("5 March 2024");
        String referral = waiting.replaceAll("(?s).*href=\"/agency-referrals/([0-9a-f-]{36})\".*", "$1");
        assertThat(door.read("/agency-referrals/" + referral)).contains("Nobody on record seems to be this child");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "front-door-worker");
            page.navigate(application.address("/agency-referrals"));
            PageCheck.assertFaultless(page, "received-referrals");
            page.navigate(application.address("/agency-referrals/" + referral));
            PageCheck.assertFaultless(page, "received-referral");
            Page accounts = signedIn(browsers.browser().newContext(), "administrator");
            accounts.navigate(application.address("/accounts"));
            PageCheck.assertFaultless(accounts, "accounts-with-agencies");
        }
        String contact =
                Practitioner.location(door.visitor().post("/agency-referrals/" + referral + "/take", Map.of()));
        // Taken twice it is one contact of one child.
        assertThat(Practitioner.location(door.visitor().post("/agency-referrals/" + referral + "/take", Map.of())))
                .isEqualTo(contact);
        assertThat(door.read("/agency-referrals")).doesNotContain("Kerra Nance");
        assertThat(door.read(contact)).contains("Comes to school hungry").contains("Harbour School, Partner worker");
        child = ask("select person::text from contact where id = '" + Practitioner.idOf(contact) + "'");

        Map<String, String> rated = new HashMap<>(Map.of(
                "received",
                "4/3/2024",
                "source",
                "2A",
                "concern",
                "Hungry.",
                "priority",
                "AMBER",
                "rated",
                "4/3/2024",
                "ratedAt",
                "10:30"));
        rated.put("threshold", "Level 3.");
        Practitioner.location(door.change(contact, 1, rated));
        Practitioner.location(door.decide(contact, "enquire", "", ""));
        assertThat(door.read(contact)).contains("Ask an agency");
        assertThat(door.visitor()
                        .post("/people/" + child + "/agencies/ask", Map.of("contact", Practitioner.idOf(contact)))
                        .body())
                .contains("Choose the agency")
                .contains("Write what you ask");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "front-door-worker");
            page.navigate(application.address(contact));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask an agency"))
                    .click();
            PageCheck.assertFaultless(page, "agency-ask");
        }
        String share = Practitioner.location(door.visitor()
                .post(
                        "/people/" + child + "/agencies/ask",
                        Map.of(
                                "contact",
                                Practitioner.idOf(contact),
                                "agency",
                                "quay-health",
                                "question",
                                "What do you know of her meals at home?",
                                "purpose",
                                "To decide whether she is in need; the family knows.")));
        // 24 hours is local, and counts from the minute.
        assertThat(door.read(share))
                .contains("Agency’s answer to a MASH request")
                .contains("5 March 2024, 10:00");

        CLOCK.set("2024-03-04T15:00");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "partner-worker-health");
            page.navigate(application.address("/agency/requests"));
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
        Visitor health = Visitor.signedInTo(application, "partner-worker-health");
        health.post(
                "/agency/requests/" + Practitioner.idOf(share), Map.of("rating", "GREEN", "answer", "Something else."));
        door = new Practitioner(application, "front-door-worker");
        assertThat(door.read(share))
                .contains("Underweight at 12 February")
                .contains("Amber: significant concern")
                .contains("Done in time")
                .doesNotContain("Something else");
        assertThat(ask("select version::text from agency_share where id = '" + Practitioner.idOf(share) + "'"))
                .isEqualTo("2");

        Visitor school = Visitor.signedInTo(application, "partner-worker");
        assertThat(school.get("/agency/requests").body()).contains("Nothing is asked of your agency");
        assertThat(school.get("/agency/requests/" + Practitioner.idOf(share)).statusCode())
                .isEqualTo(404);
        assertThat(health.get("/agency/referrals/" + referral).statusCode()).isEqualTo(404);

        Practitioner manager = new Practitioner(application, "front-door-manager");
        Practitioner.location(manager.decide(contact, "refer", "Threshold met", ""));
        assertThat(school.get("/agency/referrals").body())
                .contains("Accepted as a referral to children’s social care, 4 March 2024");
        String accepted = manager.add(
                child,
                "referral",
                Practitioner.idOf(contact),
                Map.of("received", "4/3/2024", "source", "2A", "concern", "Hungry."));
        Practitioner.location(manager.decide(accepted, "assess", "Section 17", ""));
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = new Practitioner(application, "social-worker");
        String assessment = worker.add(child, "assessment", Practitioner.idOf(accepted), Map.of("began", "4/3/2024"));
        plan = worker.add(
                child,
                "child-in-need-plan",
                Practitioner.idOf(assessment),
                Map.of("began", "4/3/2024", "outcomes", "Breakfast each day."));
        consent = worker.add(
                child,
                "sharing-consent",
                "",
                Map.of(
                        "decision",
                        "GIVEN",
                        "decided",
                        "4/3/2024",
                        "giver",
                        "PARENTAL_RESPONSIBILITY",
                        "withWhom",
                        "the school",
                        "until",
                        "31/3/2024"));
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context, "social-worker");
            page.navigate(application.address(plan));
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
            Page page = signedIn(context, "partner-worker");
            page.navigate(application.address("/agency/shares"));
            PageCheck.assertFaultless(page, "agency-shares");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Child in need plan"))
                    .click();
            assertThat(page.content()).contains("Breakfast each day").contains("breakfast club is part of the plan");
            PageCheck.assertFaultless(page, "agency-shared");
        }
        assertThat(worker.read("/people/" + child + "/agencies"))
                .contains("Partner worker, Harbour School (made up), 4 March 2024, 15:00");
        assertThat(health.get("/agency/shares").body()).contains("Nothing is shared with your agency now");
        assertThat(jdbcCount("select count(*) from audit_log where subject = '" + child
                        + "' and action = 'Looked at what is shared with an agency' and account = 'partner-worker'"))
                .isEqualTo(1);
        assertThat(jdbcCount("select count(*) from audit_log where subject = '" + child
                        + "' and role = 'Partner worker' and account = 'partner-worker-health'"))
                .isGreaterThan(1);

        // What is written later is not shared with it.
        Practitioner.location(worker.change(plan, 1, Map.of("began", "4/3/2024", "outcomes", "Later words.")));
        String sharing = ask("select id::text from agency_sharing where person = '" + child + "'");
        assertThat(school.get("/agency/shares/" + sharing).body())
                .contains("Breakfast each day")
                .doesNotContain("Later words");

        // On the consent's last day it holds; on the next it does not.
        CLOCK.set("2024-03-31T23:30");
        assertThat(Visitor.signedInTo(application, "partner-worker")
                        .get("/agency/shares")
                        .body())
                .contains("Kerra Nance");
        CLOCK.set("2024-04-01T00:30");
        school = Visitor.signedInTo(application, "partner-worker");
        assertThat(school.get("/agency/shares").body()).doesNotContain("Kerra Nance");
        assertThat(school.get("/agency/shares/" + sharing).statusCode()).isEqualTo(404);
        assertThat(new Practitioner(application, "social-worker").read("/people/" + child + "/agencies"))
                .contains("They do not see it");
    }

    /** Every table there is, so that one that is made tomorrow is held to it too. */
    @Test
    @Order(2)
    void noTableOfTheCouncilGivesAPartnerARow() {
        Map<String, Long> seen = new TreeMap<>();
        List<String> tables =
                AsSystem.call(() -> jdbc.sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'flyway_schema_history'
                        order by 1
                        """).query(String.class).list());
        assertThat(tables)
                .hasSizeGreaterThan(100)
                .contains("person", "contact", "agency_sharing", "agency_look", "setting");
        for (String table : tables) {
            long rows = ActingAs.call(application, "partner-worker", () -> rowsOf(table));
            if (rows > 0) {
                seen.put(table, rows);
            }
        }
        assertThat(seen.keySet()).isSubsetOf(THEIRS);
        // One school, one referral, and no request, since none was put to it.
        assertThat(seen)
                .containsEntry("agency", 1L)
                .containsEntry("agency_referral", 1L)
                .doesNotContainKey("agency_request");
    }

    /** Functions that look behind the policies, asked of a child who is on record and restricted. */
    @Test
    @Order(3)
    void noFunctionTellsAPartnerOfAChild() {
        UUID known = UUID.fromString(child);
        List<String> functions =
                AsSystem.call(() -> jdbc.sql("""
                        select p.proname from pg_proc p
                        where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prokind = 'f' and p.provolatile <> 'v'
                            and pg_get_function_identity_arguments(p.oid) ~ '^[a-z_]+ uuid$'
                            and has_function_privilege('golden_thread_app', p.oid, 'execute')
                        order by 1
                        """).query(String.class).list());
        assertThat(functions).contains("may_see", "who_to_ask", "sharings_that_hold", "is_restricted");
        for (String function : functions) {
            List<String> told = ActingAs.call(application, "partner-worker", () -> toldBy(function, known));
            // Whom a merged record stands for is the id itself, where it is not merged.
            if (!function.equals("stands_for")) {
                assertThat(told)
                        .as(function)
                        .allMatch(answer -> Set.of("false", "f", "null").contains(answer));
            }
        }
        for (String search : List.of(
                "select count(*) from search_people('kerra nance', 20, 0)",
                "select count(*) from possible_duplicates('Kerra', 'Nance', date '2015-09-09', null, '', '', '')",
                "select count(*) from others_drafting('agency.referral')")) {
            assertThat(ActingAs.call(application, "front-door-worker", () -> count(search)))
                    .as(search)
                    .isEqualTo(search.contains("drafting") ? 0 : 1);
            assertThat(ActingAs.call(application, "partner-worker", () -> count(search)))
                    .as(search)
                    .isZero();
        }
        assertThat(ActingAs.call(
                        application,
                        "partner-worker",
                        () -> jdbc.sql("select count(*) from team_posts('assessment-team')")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    @Order(4)
    void theRecordOfAMeetingIsGivenByItsChairToWhoeverWasInvitedAndIsTakenBack() {
        CLOCK.set("2024-04-01T12:00");
        Practitioner worker = new Practitioner(application, "social-worker");
        Practitioner manager = new Practitioner(application, "team-manager");
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
        Visitor health = Visitor.signedInTo(application, "partner-worker-health");
        assertThat(health.get("/agency/shares").body())
                .contains("Strategy discussion")
                .contains("Kerra Nance");
        // What is not among the kinds that may be shared is not shared by whatever address.
        fields.put("kind", "sharing-consent");
        fields.put("record", Practitioner.idOf(consent));
        assertThat(manager.visitor().post(share, fields).statusCode()).isEqualTo(404);

        String sharing = ask("select id::text from agency_sharing where agency = 'quay-health'");
        Map<String, String> end = Map.of("sharing", sharing, "version", "1", "why", "Given to the wrong service.");
        Practitioner.location(manager.visitor().post("/people/" + child + "/agencies/end", end));
        assertThat(health.get("/agency/shares").body()).doesNotContain("Kerra Nance");
        assertThat(health.get("/agency/shares/" + sharing).statusCode()).isEqualTo(404);
        assertThat(manager.read("/people/" + child + "/agencies")).contains("Given to the wrong service");
        assertThat(manager.read("/people/" + child + "/chronology")).contains("No longer shared with quay-health");
    }

    @Test
    @Order(6)
    void whatIsTypedIsKeptSentTwiceCountsOnceAndNobodyIsToldWhetherAChildIsKnown() {
        CLOCK.set("2024-04-03T10:00");
        Visitor school = Visitor.signedInTo(application, "partner-worker");
        Map<String, String> known = new HashMap<>(Map.of(
                "givenName",
                "Kerra",
                "familyName",
                "Nance",
                "born",
                "9/9/2015",
                "concern",
                "Tired.",
                "safeNow",
                "Yes.",
                "consent",
                "NOT_ASKED",
                "reach",
                "01632 960002",
                "token",
                UUID.randomUUID().toString()));
        school.post("/drafts/agency.referral", known);
        assertThat(school.get("/agency/referrals/new").body())
                .contains("This is your draft")
                .contains("Tired.");
        assertThat(school.post("/agency/referrals/new", known).body()).contains("Say why you refer all the same");
        known.put("whyNotAsked", "Her father is at home.");
        String first = Practitioner.location(school.post("/agency/referrals/new", known));
        assertThat(Practitioner.location(school.post("/agency/referrals/new", known)))
                .isEqualTo(first);
        assertThat(school.get("/agency/referrals/new").body()).doesNotContain("Tired.");

        // She is on record and her file is restricted; of the other nobody has heard. Their pages are the same.
        Map<String, String> unknown = new HashMap<>(known);
        unknown.putAll(Map.of("givenName", "Zenna", "token", UUID.randomUUID().toString()));
        String second = Practitioner.location(school.post("/agency/referrals/new", unknown));
        school.get(first);
        assertThat(plain(school.get(first).body()))
                .contains("With the front door")
                .isEqualTo(plain(school.get(second).body()).replace("Zenna", "Kerra"));
        // The front door is told of the restricted child, and whom to ask.
        assertThat(new Practitioner(application, "front-door-worker")
                        .read("/agency-referrals/" + Practitioner.idOf(first)))
                .contains("Team manager");
    }

    private static String plain(String page) {
        return page.replaceAll("R1[0-9]{3}", "R").replaceAll("(?s)name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    @Order(7)
    void anAdministratorTiesAPartnerToOneAgencyAndOneWithoutSeesNothing() {
        Visitor administrator = Visitor.signedInTo(application, "administrator");
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
        assertThat(ask("select agency from account where name = 'h.rowe@example.org'"))
                .isEqualTo("quayside-housing");
        // A change of role takes the agency with it.
        account.remove("agency");
        administrator.post("/accounts", account);
        assertThat(jdbcCount("select count(*) from account where name = 'h.rowe@example.org' and agency is null"))
                .isEqualTo(1);

        AsSystem.run(() -> jdbc.sql("update account set agency = null where name = 'partner-worker-health'")
                .update());
        Visitor loose = Visitor.signedInTo(application, "partner-worker-health");
        assertThat(loose.get("/agency").body()).contains("Your account is tied to no agency yet");
        assertThat(loose.get("/agency/referrals/new").statusCode()).isEqualTo(403);
        assertThat(loose.get("/agency/referrals").body()).doesNotContain("Kerra Nance");
    }

    @Test
    @Order(5)
    void aFileThatIsRestrictedIsAsIfItWereNotThereUntilItIsSharedAnew() {
        CLOCK.set("2024-04-02T10:00");
        Practitioner worker = new Practitioner(application, "social-worker");
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind",
                "child-in-need-plan",
                "record",
                Practitioner.idOf(plan),
                "sharedVersion",
                "2",
                "agency",
                "harbour-school",
                "purpose",
                "Safety at school.",
                "basis",
                "SAFEGUARDING",
                "started",
                "2/4/2024"));
        Practitioner.location(worker.visitor().post("/people/" + child + "/agencies/share", fields));
        Visitor school = Visitor.signedInTo(application, "partner-worker");
        assertThat(school.get("/agency/shares").body()).contains("Kerra Nance");

        // A secret address in the words of the plan takes it from the agency, and keeps it from being shared again.
        String address = worker.add(
                child,
                "address",
                "",
                Map.of("lines", "Breakfast", "postcode", "ZZ1 1ZZ", "kind", "HOME", "mustNotBeDisclosed", "no"));
        assertThat(school.get("/agency/shares").body()).contains("Kerra Nance");
        Practitioner.location(
                worker.change(plan, 2, Map.of("began", "4/3/2024", "outcomes", "Moved to 7 Hidden Row, ZZ1 1ZZ.")));
        Practitioner.location(worker.change(
                address,
                1,
                Map.of("lines", "7 Hidden Row", "postcode", "ZZ1 1ZZ", "kind", "HOME", "mustNotBeDisclosed", "yes")));
        fields.put("sharedVersion", "3");
        fields.put("token", UUID.randomUUID().toString());
        assertThat(worker.visitor()
                        .post("/people/" + child + "/agencies/share", fields)
                        .body())
                .contains("An address of which nobody has said that it may be disclosed");

        Practitioner manager = new Practitioner(application, "team-manager");
        CLOCK.set("2024-04-02T11:00");
        manager.visitor()
                .post(
                        "/people/" + child + "/access/restrict",
                        Map.of(
                                "kind",
                                "MARAC",
                                "reason",
                                "A MARAC plan",
                                "ask",
                                "Team manager",
                                "started",
                                "2/4/2024",
                                "members",
                                "team-manager,social-worker",
                                "token",
                                UUID.randomUUID().toString()));
        assertThat(jdbcCount("select count(*) from restriction where person = '" + child + "' and not withdrawn"))
                .isEqualTo(1);
        assertThat(Visitor.signedInTo(application, "partner-worker")
                        .get("/agency/shares")
                        .body())
                .doesNotContain("Kerra Nance");
        // Health's request is gone as well; the referral stays, since it is the school's own words.
        assertThat(Visitor.signedInTo(application, "partner-worker-health")
                        .get("/agency/requests")
                        .body())
                .doesNotContain("Kerra Nance");
        assertThat(Visitor.signedInTo(application, "partner-worker")
                        .get("/agency/referrals")
                        .body())
                .contains("Kerra Nance");
    }

    private static long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static List<String> toldBy(String function, UUID known) {
        try {
            return jdbc.sql("select t::text from " + function + "(?) as t")
                    .param(known)
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .list();
        } catch (DataAccessException refused) {
            // A merge that is not there, whoever asks.
            assertThat(refused.getMostSpecificCause().getMessage()).as(function).contains("query returned no rows");
            return List.of();
        }
    }

    private static long rowsOf(String table) {
        try {
            return jdbc.sql("select count(*) from " + table).query(Long.class).single();
        } catch (DataAccessException refused) {
            assertThat(refused.getMostSpecificCause().getMessage()).as(table).contains("permission denied");
            return 0;
        }
    }

    private static Page signedIn(BrowserContext context, String account) {
        Page page = context.newPage();
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='" + account + "']) button").click();
        return page;
    }

    private static String ask(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(String.class).single());
    }

    private static long jdbcCount(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
