package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Never two live records of one child, whatever happens at the same moment as a step of moving in. */
class MovingInAtOnceTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-02T09:00");
    private static final String AS_AT = "31/3/2024";
    private static final Map<String, String> ON = Map.of("on", "2/4/2024");
    private static final Map<String, String> REFERRED = Map.of(
            "received",
            "2/4/2024",
            "source",
            "1B",
            "concern",
            "Left alone.",
            "threshold",
            "Level 4",
            "primaryNeed",
            "N1");

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
    void aChildOfWhomSomebodyIsRecordingStopsTheCutOverThatBeganBeforeItWasKept() throws Exception {
        Practitioner door = as("front-door-manager");
        String child = door.newPupil("Loveday", "Trewhella", "14/5/2013", "V201200001001");
        String contact = door.add(child, "contact", "", REFERRED);
        Practitioner.location(door.decide(contact, "refer", "Threshold met", ""));
        MovingSteps need = imported(
                MadeUpCensus.child("91001", "2013-05-14", "2", "V201200001001", MadeUpCensus.WHOLE_WAY),
                MadeUpCensus.child("91002", "2011-02-03", "1", "", MadeUpCensus.NO_FURTHER_ACTION));
        String run;
        Thread recording;
        try (Connection held = holdBack()) {
            recording =
                    Thread.startVirtualThread(() -> door.add(child, "referral", Practitioner.idOf(contact), REFERRED));
            awaitWaiting(1);
            run = need.start("cut-over", ON);
            awaitWaiting(2);
            held.rollback();
        }
        assertThat(need.waited(run)).contains(": not done").contains("Referrals: 91001");
        recording.join();
        assertThat(count("select count(*) from referral where person = '" + child + "'"))
                .isEqualTo(1);
        // Whoever left the page of the step learns of it here.
        assertThat(need.read())
                .contains("Cutting over, asked for 2 April 2024")
                .contains("was not done")
                .contains("would have two of one thing");
    }

    @Test
    void theWayBackWaitsForWhoeverIsRecordingOnWhatItWouldWithdraw() throws Exception {
        MovingSteps need =
                imported(MadeUpCensus.child("91011", "2012-05-14", "2", "W801200001011", MadeUpCensus.WHOLE_WAY));
        need.done("cut-over", ON);
        String referral = application.ask(
                "select r.id from referral r join person p on p.id = r.person where p.upn = 'W801200001011'");
        String child = application.ask("select person from referral where id = '" + referral + "'");
        Practitioner worker = as("social-worker");
        as("front-door-manager").allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String run;
        Thread recording;
        try (Connection held = holdBack()) {
            recording = Thread.startVirtualThread(
                    () -> worker.add(child, "assessment", referral, Map.of("began", "2/4/2024")));
            awaitWaiting(1);
            run = need.start("back", Map.of("reason", "A rehearsal"));
            awaitWaiting(2);
            held.rollback();
        }
        assertThat(need.waited(run)).contains(": not done").contains("Work has been recorded since");
        recording.join();
        assertThat(count("select count(*) from referral where id = '" + referral + "' and not withdrawn"))
                .isEqualTo(1);
        String page = need.read();
        assertThat(page).contains("Assessment of 91011");
        String typed = application.ask("select id from assessment where follows = '" + referral
                + "' and known_by <> '' and began = '2024-04-02'");
        worker.visitor()
                .post(
                        "/records/assessment/" + typed + "/withdraw",
                        Map.of("version", "1", "why", "A rehearsal", "withdrawn", "true"));
        need.done("back", Map.of("reason", "A rehearsal"));
    }

    @Test
    void whoeverIsRecordedAtTheSameMomentIsNotMadeASecondTime() throws Exception {
        Practitioner door = as("front-door-manager");
        MovingSteps need =
                imported(MadeUpCensus.child("91021", "2011-05-14", "2", "J801200001021", MadeUpCensus.WHOLE_WAY));
        String run;
        Thread recording;
        try (Connection held = holdBack()) {
            recording =
                    Thread.startVirtualThread(() -> door.newPupil("Elowen", "Rosewarne", "14/5/2011", "J801200001021"));
            awaitWaiting(1);
            run = need.start("cut-over", ON);
            awaitWaiting(2);
            held.rollback();
        }
        assertThat(need.waited(run)).contains(": not done").contains("may have been recorded meanwhile");
        recording.join();
        need.done("cut-over", ON);
        assertThat(application.ask("select string_agg(given_name, ', ') from person where upn = 'J801200001021'"))
                .isEqualTo("Elowen");
        need.done("back", Map.of("reason", "A rehearsal"));
    }

    @Test
    void aStepIsRefusedWhileAnotherIsUnderWayAndOneThatTheSystemsStopCutShortIsTold() throws Exception {
        MovingSteps need =
                imported(MadeUpCensus.child("91031", "2010-05-14", "2", "X801200001031", MadeUpCensus.WHOLE_WAY));
        String run;
        Connection held = holdBack();
        run = need.start("cut-over", ON);
        awaitWaiting(1);
        assertThat(need.refused("cut-over", ON)).contains("Cutting over is under way for “Children in need");
        HttpResponse<String> again = as("service-manager")
                .visitor()
                .postFile(
                        "/moving-in/child-in-need",
                        Map.of("asAt", AS_AT),
                        "census.xml",
                        "<Message/>".getBytes(StandardCharsets.UTF_8));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Cutting over is under way").contains("value=\"31/3/2024\"");
        int people = count("select count(*) from person");

        application = application.restarted(CLOCK);
        held.close();
        need = new MovingSteps(as("service-manager"), "child-in-need");
        assertThat(as("service-manager").read(run))
                .contains("Cutting over: not done")
                .contains("nothing of it was kept");
        assertThat(need.read()).contains("Cutting over, asked for 2 April 2024").contains("was not done");
        assertThat(count("select count(*) from person")).isEqualTo(people);
        MovingSteps.lookAt(application, "service-manager", "moving-in-cut-short", "/moving-in/child-in-need", run);
        need.done("cut-over", ON);
        assertThat(need.read()).doesNotContain("was not done");
        need.done("back", Map.of("reason", "A rehearsal"));
    }

    @Test
    void onlyTheMirrorThatWasSeenIsCutOver() {
        String next = application.ask("select (last_value + 1)::text from local_number");
        MovingSteps need = imported(MadeUpCensus.child(next, "2009-05-14", "2", "", MadeUpCensus.NO_FURTHER_ACTION));
        String seen = need.seen();
        imported(
                MadeUpCensus.child(next, "2009-05-14", "2", "", MadeUpCensus.NO_FURTHER_ACTION),
                MadeUpCensus.child("91041", "2009-05-15", "2", "", MadeUpCensus.NO_FURTHER_ACTION));
        Map<String, String> before = new HashMap<>(ON);
        before.put("seen", seen);
        assertThat(need.refused("cut-over", before))
                .contains("imported anew since you looked")
                .contains("value=\"2/4/2024\"");
        assertThat(need.refused("cut-over", Map.of("on", "30/3/2024")))
                .contains("cannot be before the day of the mirror");
        // The number is kept for the one who has it in the present system.
        Practitioner door = as("front-door-manager");
        String other = door.newPerson("Tamsin", "Wintle", "1/1/2015");
        assertThat(application.ask("select local_number from person where id = '" + other + "'"))
                .isNotEqualTo(next);
        need.done("cut-over", ON);
        assertThat(application.ask("select born from person where local_number = '" + next + "'"))
                .isEqualTo("2009-05-14");
        door.newPerson("Tamsin", "Wintle", "1/1/2016");
        need.done("back", Map.of("reason", "A rehearsal"));
    }

    @Test
    void aChildWhoWasMergedIntoAnotherOrHasOneUpnUnderTwoNumbersIsNotMadeTwice() {
        Practitioner door = as("front-door-manager");
        String stays = door.newPupil("Jory", "Carlyon", "1/2/2008", "");
        String goes = door.newPupil("Jory", "Carlion", "1/2/2008", "Y801200001051");
        String number = application.ask("select local_number from person where id = '" + goes + "'");
        String compare = "/people/" + stays + "/merge/" + goes;
        assertThat(door.visitor()
                        .post(
                                compare,
                                Map.of("version", "1", "otherVersion", "1", "reason", "One child under two spellings"))
                        .statusCode())
                .isEqualTo(302);
        MovingSteps need = imported(
                MadeUpCensus.child(number, "2008-02-01", "1", "Y801200001051", MadeUpCensus.NO_FURTHER_ACTION),
                MadeUpCensus.child("91061", "2007-02-01", "1", "L801200001061", MadeUpCensus.NO_FURTHER_ACTION),
                MadeUpCensus.child("91062", "2007-02-01", "1", "L801200001061", MadeUpCensus.NO_FURTHER_ACTION));
        assertThat(need.read()).contains("Children who are in the record: 1");
        assertThat(application.ask("select person from mirror_person where number = '" + number + "'"))
                .isEqualTo(stays);
        assertThat(need.refused("cut-over", ON))
                .contains("would give one child two histories")
                .contains("91061 and 91062");
        // Whose file is restricted is told of by no mirror either.
        Practitioner other = as("front-door-worker");
        assertThat(other.read("/people?q=" + number)).contains("More in the present system");
        door.restrict(stays);
        assertThat(other.read("/people?q=" + number)).doesNotContain("present system");
        assertThat(other.read("/people?q=1/2/2008")).doesNotContain("present system");
    }

    private static MovingSteps imported(String... children) {
        MovingSteps need = new MovingSteps(as("service-manager"), "child-in-need");
        assertThat(need.importFiles(
                        AS_AT, "census.xml", MadeUpCensus.census(children).getBytes(StandardCharsets.UTF_8)))
                .contains(": done");
        if (need.read().contains("name=\"agreed\"")) {
            need.accept("A rehearsal");
        }
        return need;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    /** Holds back whoever records something, before they keep it, until it is rolled back. */
    private static Connection holdBack() throws SQLException {
        Connection superuser = application.superuser();
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("lock table event in share row exclusive mode");
        }
        return superuser;
    }

    private static void awaitWaiting(int sessions) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (count(
                        "select count(*) from pg_stat_activity where usename = 'golden_thread_app' and wait_event_type = 'Lock'")
                < sessions) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static int count(String sql) {
        return Integer.parseInt(application.ask(sql));
    }
}
