package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Everything that partner agencies are not shown: no row of the council's, no child behind a function, no file that is restricted, and not so much as whether a child is known. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerLeaksTest {

    /** What a partner may read rows of: what is theirs, and no table of the council's. */
    private static final Set<String> THEIRS =
            Set.of("agency", "agency_referral", "agency_request", "draft", "submission");

    private static PartnerWorld world;
    private static String child;
    private static String plan;

    /** Referred by the school; health is asked; her plan was shared with the school for as long as a consent held, which has ended. */
    @BeforeAll
    static void aChildOfWhomPartnersKnow() {
        world = new PartnerWorld();
        String referral = Practitioner.location(
                world.of("partner-worker").post("/agency/referrals/new", PartnerWorld.referral("Kerra", "Hungry.")));
        String contact = world.take(Practitioner.idOf(referral));
        child = world.childOf(contact);
        world.enquireInto(contact);
        world.askHealth(child, contact);
        world.accept(contact);
        PartnerWorld.OpenCase open = world.open(child, contact);
        plan = open.plan();
        Map<String, String> share = sharing("1", "CONSENT", "4/3/2024");
        share.put("consent", Practitioner.idOf(open.consent()));
        Practitioner.location(world.at("social-worker").visitor().post("/people/" + child + "/agencies/share", share));
        assertThat(world.of("partner-worker").get("/agency/shares").body()).contains("Kerra Nance");
        world.clock().set("2024-04-01T00:30");
        assertThat(world.of("partner-worker").get("/agency/shares").body()).doesNotContain("Kerra Nance");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Every table there is, so that one that is made tomorrow is held to it too. */
    @Test
    @Order(1)
    void noTableOfTheCouncilGivesAPartnerARow() {
        Map<String, Long> seen = new TreeMap<>();
        List<String> tables =
                AsSystem.call(() -> world.jdbc().sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'flyway_schema_history'
                        order by 1
                        """).query(String.class).list());
        assertThat(tables)
                .hasSizeGreaterThan(100)
                .contains("person", "contact", "agency_sharing", "agency_look", "setting");
        for (String table : tables) {
            long rows = ActingAs.call(world.application(), "partner-worker", () -> rowsOf(table));
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
    @Order(2)
    void noFunctionTellsAPartnerOfAChild() {
        UUID known = UUID.fromString(child);
        List<String> functions =
                AsSystem.call(() -> world.jdbc().sql("""
                        select p.proname from pg_proc p
                        where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prokind = 'f' and p.provolatile <> 'v'
                            and pg_get_function_identity_arguments(p.oid) ~ '^[a-z_]+ uuid$'
                            and has_function_privilege('golden_thread_app', p.oid, 'execute')
                        order by 1
                        """).query(String.class).list());
        assertThat(functions).contains("may_see", "who_to_ask", "sharings_that_hold", "is_restricted");
        for (String function : functions) {
            List<String> told = ActingAs.call(world.application(), "partner-worker", () -> toldBy(function, known));
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
            assertThat(world.countAs("front-door-worker", search))
                    .as(search)
                    .isEqualTo(search.contains("drafting") ? 0 : 1);
            assertThat(world.countAs("partner-worker", search)).as(search).isZero();
        }
        assertThat(world.countAs("partner-worker", "select count(*) from team_posts('assessment-team')"))
                .isZero();
    }

    @Test
    @Order(3)
    void aFileThatIsRestrictedIsAsIfItWereNotThereUntilItIsSharedAnew() {
        world.clock().set("2024-04-02T10:00");
        Practitioner worker = world.at("social-worker");
        Map<String, String> fields = sharing("1", "SAFEGUARDING", "2/4/2024");
        Practitioner.location(worker.visitor().post("/people/" + child + "/agencies/share", fields));
        Visitor school = world.of("partner-worker");
        assertThat(school.get("/agency/shares").body()).contains("Kerra Nance");

        // A secret address in the words of the plan takes it from the agency, and keeps it from being shared again.
        String address = worker.add(
                child,
                "address",
                "",
                Map.of("lines", "Breakfast", "postcode", "ZZ1 1ZZ", "kind", "HOME", "mustNotBeDisclosed", "no"));
        assertThat(school.get("/agency/shares").body()).contains("Kerra Nance");
        Practitioner.location(
                worker.change(plan, 1, Map.of("began", "4/3/2024", "outcomes", "Moved to 7 Hidden Row, ZZ1 1ZZ.")));
        Practitioner.location(worker.change(
                address,
                1,
                Map.of("lines", "7 Hidden Row", "postcode", "ZZ1 1ZZ", "kind", "HOME", "mustNotBeDisclosed", "yes")));
        fields.put("sharedVersion", "2");
        fields.put("token", UUID.randomUUID().toString());
        assertThat(worker.visitor()
                        .post("/people/" + child + "/agencies/share", fields)
                        .body())
                .contains("An address of which nobody has said that it may be disclosed");

        Practitioner manager = world.at("team-manager");
        world.clock().set("2024-04-02T11:00");
        assertThat(world.of("partner-worker-health").get("/agency/requests").body())
                .contains("Kerra Nance");
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
        assertThat(world.count("select count(*) from restriction where person = '" + child + "' and not withdrawn"))
                .isEqualTo(1);
        assertThat(world.of("partner-worker").get("/agency/shares").body()).doesNotContain("Kerra Nance");
        // Health's request is gone as well; the referral stays, since it is the school's own words.
        assertThat(world.of("partner-worker-health").get("/agency/requests").body())
                .doesNotContain("Kerra Nance");
        assertThat(world.of("partner-worker").get("/agency/referrals").body()).contains("Kerra Nance");
    }

    @Test
    @Order(4)
    void whatIsTypedIsKeptSentTwiceCountsOnceAndNobodyIsToldWhetherAChildIsKnown() {
        world.clock().set("2024-04-03T10:00");
        Visitor school = world.of("partner-worker");
        Map<String, String> known = PartnerWorld.referral("Kerra", "Tired.");
        known.remove("whyNotAsked");
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
        assertThat(world.at("front-door-worker").read("/agency-referrals/" + Practitioner.idOf(first)))
                .contains("Team manager");
    }

    private static List<String> toldBy(String function, UUID known) {
        try {
            return world.jdbc()
                    .sql("select t::text from " + function + "(?) as t")
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
            return world.jdbc()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
        } catch (DataAccessException refused) {
            assertThat(refused.getMostSpecificCause().getMessage()).as(table).contains("permission denied");
            return 0;
        }
    }

    private static String plain(String page) {
        return page.replaceAll("R1[0-9]{3}", "R").replaceAll("(?s)name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static Map<String, String> sharing(String version, String basis, String started) {
        return new HashMap<>(Map.of(
                "kind",
                "child-in-need-plan",
                "record",
                Practitioner.idOf(plan),
                "sharedVersion",
                version,
                "agency",
                "harbour-school",
                "purpose",
                "Safety at school.",
                "basis",
                basis,
                "started",
                started));
    }
}
