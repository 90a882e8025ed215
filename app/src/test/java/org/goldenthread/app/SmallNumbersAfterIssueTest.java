package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.goldenthread.app.scorecard.DisclosureStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the public has already bears on what rules the council can still choose. */
class SmallNumbersAfterIssueTest {

    private static RunningApplication application;
    private static Visitor analyst;

    @BeforeAll
    static void start() {
        application = RunningApplication.demo();
        analyst = Visitor.signedInTo(application, "analyst");
        Issuing.issue(analyst, "2024-02");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whoeverHidesLessThanAnIssuedReportDidIsToldSoFirst() {
        Map<String, String> weaker =
                form(Map.of("threshold", "3", "exempt", "first-time-entrants", "reason", "The board asked for more"));
        assertThat(analyst.post("/small-numbers", weaker).body())
                .contains("href=\"#understood\"")
                .contains("Earlier Part 1s were issued under rules that hide more")
                .contains("Counts of 4 to 5 were hidden and would be shown.")
                .contains("These could be hidden and would never be: first-time-entrants.")
                .contains(">The board asked for more</textarea>");
        assertThat(threshold()).isEqualTo(5);

        weaker.put("understood", "yes");
        assertThat(analyst.post("/small-numbers", weaker).statusCode()).isEqualTo(302);
        assertThat(threshold()).isEqualTo(3);

        // Going back hides more again, which needs no warning.
        assertThat(analyst.post("/small-numbers", form(Map.of("threshold", "5", "reason", "Back")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(threshold()).isEqualTo(5);
    }

    @Test
    void rulesWithWhichNoPartOneCanBeProvedAreRefusedAndSayWhy() {
        // The public read in February's report that 16 children were looked after; to hide 1 to 20 comes too late.
        assertThat(analyst.post("/small-numbers", form(Map.of("threshold", "20", "reason", "A small borough")))
                        .body())
                .contains("href=\"#threshold\"", "no Part 1 of the latest month can be proved", "always hidden")
                .contains("value=\"20\"");
        assertThat(threshold()).isEqualTo(5);
        assertThat(analyst.get("/part-1/2024-03/scorecard").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> form(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of("zeros", "show", "profile", "proved"));
        fields.putAll(changed);
        return fields;
    }

    private static int threshold() {
        return application.bean(DisclosureStore.class).current().rules().threshold();
    }
}
