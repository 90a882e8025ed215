package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What protects a child for days alone, from Thursday 4 January 2024. */
class ShortOrdersTest {

    private static final MovableClock CLOCK = new MovableClock("2024-01-04T09:00");
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
    void fromPoliceProtectionToAnOrderThatIsExtendedOnceTheNextStepIsWatched() {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = manager.newPerson("Kerenza", "Tregenza", "3/3/2019");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String period = Practitioner.idOf(worker().add(child, "period-of-care", "", Map.of("began", "4/1/2024")));
        String police = worker().add(child, "legal-status", period, status("4/1/2024", "", "L1", ""));
        assertThat(words(police))
                .contains("Police protection ended 7 January 2024")
                .as("it has not lasted for 72 hours yet, though no end is known in the year")
                .doesNotContain("lasted for more than 72 hours");
        CLOCK.set("2024-01-05T16:00");
        Practitioner.location(worker().change(police, 1, status("4/1/2024", "5/1/2024", "L1", "")));
        assertThat(words(police)).contains("Done in time");
        String order = worker().add(child, "legal-status", period, status("5/1/2024", "", "L2", ""));
        assertThat(words(order)).contains("Emergency protection order ended 13 January 2024");
        CLOCK.set("2024-01-12T16:00");
        assertThat(worker().change(order, 1, status("5/1/2024", "", "C1", "12/1/2024"))
                        .body())
                .contains("Only an emergency protection order is extended");
        assertThat(worker().change(order, 1, status("5/1/2024", "", "L2", "14/1/2024"))
                        .body())
                .contains("It is extended while it lasts");
        Practitioner.location(worker().change(order, 1, status("5/1/2024", "", "L2", "12/1/2024")));
        assertThat(words(order)).contains("Emergency protection order ended 20 January 2024");
        assertThat(words("/people/" + child + "/chronology"))
                .contains("Police protection lasts 72 hours at most")
                .contains("extended by the court");
        CLOCK.set("2024-01-21T09:00");
        assertThat(words(order)).doesNotContain("lasted for more than 21 days");
        CLOCK.set("2024-01-27T09:00");
        assertThat(words(order)).contains("lasted for more than 21 days");
        assertThat(words("/people/" + child))
                .contains("Emergency protection order ended")
                .contains("Overdue");
    }

    private static Map<String, String> status(String started, String ended, String status, String extended) {
        return Map.of("started", started, "ended", ended, "status", status, "extended", extended);
    }

    private static String words(String address) {
        return Practitioner.words(worker().read(address));
    }

    /** Signed in anew: a day is longer than a session. */
    private static Practitioner worker() {
        return new Practitioner(application, "social-worker");
    }
}
