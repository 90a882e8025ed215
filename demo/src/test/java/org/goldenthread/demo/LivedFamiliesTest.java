package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.Caseload;
import org.goldenthread.app.records.TypedRecords;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class LivedFamiliesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 12);

    /** Every act goes through the services with their rights and rules, so that one that may not be is a failure here. */
    @Test
    void familiesAreLivedThroughTheServicesUpToTodayAndNotPastIt() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "home-")
                .toAbsolutePath();
        try (ConfigurableApplicationContext application =
                GoldenThreadApplication.start(ServeOptions.in(home).withPort(0).asDemo(), new LivedClock())) {
            assertThat(application.getBean(Caseload.class).isBegun()).isFalse();
            List<Integer> told = new ArrayList<>();
            new LivedFamilies(application.getBean(TypedRecords.class), application.getBean(MadeUpAccounts.class), TODAY)
                    .live(DemoMain.FAMILIES, 1, LivedFamilies::lately, told::add);
            assertThat(told).hasSize(DemoMain.FAMILIES).endsWith(DemoMain.FAMILIES);
            assertThat(application.getBean(Caseload.class).isBegun()).isTrue();
            List<String> waiting = new ArrayList<>();
            application.getBean(MadeUpAccounts.class).act("director-of-childrens-services", () -> {
                JdbcClient jdbc = application.getBean(JdbcClient.class);
                waiting.addAll(
                        jdbc.sql("""
                                select distinct 'contact ' || state from contact union select distinct 'family plan ' || state from family_plan
                                union select distinct 'care ' || case when ended is null then 'lasts' else 'ended' end from period_of_care
                                union select distinct 'assessment ' || state from assessment
                                union select distinct 'plan ' || state from child_protection_plan
                                union select distinct 'dispute ' || state from dispute_resolution
                                union select distinct 'permanence planned' from permanence_plan
                                """).query((row, number) -> row.getString(1)).list());
                assertThat(jdbc.sql(
                                        "select max(on_day) from event where name not in ('action-due', 'cost-split-review-due')")
                                .query(LocalDate.class)
                                .single())
                        .isBeforeOrEqualTo(TODAY);
                assertThat(jdbc.sql("select max(known_from)::date from event")
                                .query(LocalDate.class)
                                .single())
                        .isBeforeOrEqualTo(TODAY);
            });
            assertThat(waiting)
                    .contains(
                            "contact awaiting-decision",
                            "assessment under-way",
                            "assessment authorised",
                            "plan in-force",
                            "family plan in-force",
                            "family plan ended",
                            "care lasts",
                            "permanence planned",
                            "care ended")
                    .anyMatch(each -> each.startsWith("dispute "));
        }
    }
}
