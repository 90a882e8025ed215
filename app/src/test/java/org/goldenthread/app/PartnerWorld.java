package org.goldenthread.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.ActingAs;
import org.goldenthread.app.database.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school and a health visiting service beside the council, and a child whom one refers and the other is asked about. */
final class PartnerWorld implements AutoCloseable {

    private final MovableClock clock = new MovableClock("2024-03-04T10:00");
    private final RunningApplication application = RunningApplication.demoWithClock(clock);
    private final JdbcClient jdbc = application.bean(JdbcClient.class);

    /** The plan that is the child's, and the consent to share that her parents gave until 31 March. */
    record OpenCase(String plan, String consent) {}

    MovableClock clock() {
        return clock;
    }

    RunningApplication application() {
        return application;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Somebody who works, signed in now. */
    Practitioner at(String role) {
        return new Practitioner(application, role);
    }

    /** Somebody of an agency, signed in now. */
    Visitor of(String account) {
        return Visitor.signedInTo(application, account);
    }

    Page signedIn(BrowserContext context, String account) {
        Page page = context.newPage();
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='" + account + "']) button").click();
        return page;
    }

    /** What a school says of a child whom it refers. */
    static Map<String, String> referral(String given, String concern) {
        return new HashMap<>(Map.of(
                "givenName",
                given,
                "familyName",
                "Nance",
                "born",
                "9/9/2015",
                "concern",
                concern,
                "safeNow",
                "Yes.",
                "consent",
                "NOT_ASKED",
                "whyNotAsked",
                "Her father is at home.",
                "reach",
                "01632 960002",
                "token",
                UUID.randomUUID().toString()));
    }

    /** The front door takes a referral. @return the address of the contact */
    String take(String referral) {
        return Practitioner.location(
                at("front-door-worker").visitor().post("/agency-referrals/" + referral + "/take", Map.of()));
    }

    String childOf(String contact) {
        return ask("select person::text from contact where id = '" + Practitioner.idOf(contact) + "'");
    }

    /** The contact is rated and enquired into, so that agencies can be asked. */
    void enquireInto(String contact) {
        Practitioner door = at("front-door-worker");
        Practitioner.location(door.change(
                contact,
                1,
                Map.of(
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
                        "10:30",
                        "threshold",
                        "Level 3.")));
        Practitioner.location(door.decide(contact, "enquire", "", ""));
    }

    /** @return the address of what the health visitors are asked */
    String askHealth(String child, String contact) {
        return Practitioner.location(at("front-door-worker")
                .visitor()
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
    }

    void accept(String contact) {
        Practitioner.location(at("front-door-manager").decide(contact, "refer", "Threshold met", ""));
    }

    /** From the accepted contact to a plan, and the family's consent to share. */
    OpenCase open(String child, String contact) {
        Practitioner manager = at("front-door-manager");
        String accepted = manager.add(
                child,
                "referral",
                Practitioner.idOf(contact),
                Map.of("received", "4/3/2024", "source", "2A", "concern", "Hungry."));
        Practitioner.location(manager.decide(accepted, "assess", "Section 17", ""));
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = at("social-worker");
        String assessment = worker.add(child, "assessment", Practitioner.idOf(accepted), Map.of("began", "4/3/2024"));
        String plan = worker.add(
                child,
                "child-in-need-plan",
                Practitioner.idOf(assessment),
                Map.of("began", "4/3/2024", "outcomes", "Breakfast each day."));
        String consent = worker.add(
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
        return new OpenCase(plan, consent);
    }

    /** What {@code account} is answered by the database. */
    long countAs(String account, String sql) {
        return ActingAs.call(
                application, account, () -> jdbc.sql(sql).query(Long.class).single());
    }

    /** Of the whole record, past whoever may see it. */
    String ask(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(String.class).single());
    }

    /** Of the whole record, past whoever may see it. */
    long count(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(Long.class).single());
    }

    @Override
    public void close() {
        application.close();
    }
}
