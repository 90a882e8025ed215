package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.goldenthread.app.scorecard.DisclosureStore;
import org.goldenthread.app.scorecard.SavedDisclosure;
import org.goldenthread.core.disclosure.DisclosureProfile;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.ZeroRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The council sets what Part 1 hides, and Part 1 hides it. */
class SmallNumbersTest {

    private static final String LOOKED_AFTER = "/part-1/2024-03/indicators/15";
    private static final String HIDDEN = "Data suppressed, see Part 2";

    private static RunningApplication application;
    private static Visitor analyst;

    @BeforeAll
    static void start() {
        application = RunningApplication.demo();
        analyst = Visitor.signedInTo(application, "analyst");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void raisingTheThresholdHidesAFigureThatWasShownAndGoingBackShowsItAgain() {
        // Seventeen children are looked after at the end of March.
        assertThat(analyst.get(LOOKED_AFTER).body()).doesNotContain(HIDDEN).contains(">17<");
        save(Map.of("threshold", "20", "reason", "A small borough"));
        assertThat(analyst.get(LOOKED_AFTER).body())
                .contains(HIDDEN, "Counts of 1 to 20 children")
                .doesNotContain(">17<");
        assertThat(analyst.get("/help").body()).contains("Counts of 1 to 20 children");

        assertThat(analyst.get("/small-numbers?version=0").body()).contains("name=\"threshold\"", "value=\"5\"");
        save(Map.of("threshold", "5", "reason", "It hid too much"));
        assertThat(analyst.get(LOOKED_AFTER).body()).doesNotContain(HIDDEN).contains(">17<");
    }

    @Test
    void everySaveIsKeptAsItWasGivenAndIsInTheAuditLog() {
        save(Map.of(
                "threshold", "7",
                "zeros", "hide",
                "profile", "strict",
                "alwaysHidden", "referrals,\n cla-three-or-more-placements",
                "exempt", "first-time-entrants",
                "reason", "Agreed by the information governance board"));
        SavedDisclosure saved = application.bean(DisclosureStore.class).current();
        assertThat(saved.rules())
                .isEqualTo(new DisclosureRules(
                        7,
                        DisclosureProfile.STRICT,
                        ZeroRule.HIDE,
                        Set.of("first-time-entrants"),
                        Set.of("referrals", "cla-three-or-more-placements")));
        assertThat(saved.reason()).isEqualTo("Agreed by the information governance board");
        assertThat(saved.savedBy()).isEqualTo("analyst");
        assertThat(saved.smallCounts()).isEqualTo("0 to 7");
        assertThat(Visitor.signedInTo(application, "auditor").get("/audit").body())
                .contains("Changed what small numbers are hidden", "Agreed by the information governance board");
        save(Map.of("threshold", "5", "reason", "Back to the usual"));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        int before = saves();
        String page = analyst.post(
                        "/small-numbers",
                        Map.of(
                                "threshold", "51",
                                "zeros", "show",
                                "profile", "strict",
                                "alwaysHidden", "refferals",
                                "exempt", "first-time-entrants, no-such-measure",
                                "reason", " "))
                .body();
        assertThat(page)
                .contains("href=\"#threshold\"", "href=\"#alwaysHidden\"", "href=\"#exempt\"", "href=\"#reason\"")
                .contains("There is no measure refferals.", "There is no measure no-such-measure.")
                .contains("value=\"51\"", ">refferals</textarea>", ">first-time-entrants, no-such-measure</textarea>")
                .doesNotContain("href=\"#zeros\"", "href=\"#profile\"");
        assertThat(saves()).isEqualTo(before);
    }

    @Test
    void whoeverMayNotSetUpTheIndexReachesNeitherThePageNorTheForm() {
        Visitor councillor = Visitor.signedInTo(application, "councillor-part-2");
        int before = saves();
        assertThat(councillor.get("/small-numbers").statusCode()).isEqualTo(403);
        assertThat(councillor
                        .post("/small-numbers", form(Map.of("threshold", "1", "reason", "To see more")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(saves()).isEqualTo(before);
    }

    private static void save(Map<String, String> changed) {
        int before = saves();
        HttpResponse<String> answer = analyst.post("/small-numbers", form(changed));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(saves()).isEqualTo(before + 1);
    }

    private static Map<String, String> form(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of("zeros", "show", "profile", "proved"));
        fields.putAll(changed);
        return fields;
    }

    private static int saves() {
        return application.bean(DisclosureStore.class).listVersions().size();
    }
}
