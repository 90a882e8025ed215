package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.app.records.Caseload;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
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
            DemoMain.register(application);
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
                                union select distinct 'accommodation after care' from care_leaver_accommodation
                                union select distinct 'clock ' || clock from watched_clock where known_until is null and met_on is null and void_on is null
                                union select distinct 'moved here, conferred' from transfer_in t join conference c on c.follows = t.id
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
                            "accommodation after care",
                            "clock short-break-review",
                            "clock short-break-visit",
                            "clock transfer-in-conference",
                            "moved here, conferred",
                            "care ended")
                    .anyMatch(each -> each.startsWith("dispute "));
            assertAdoptionsAreDrawn(application.getBean(RecordReturns.class), home.resolve("returns"));
        }
    }

    /** Of the four who go to adoption two are adopted in the year to March 2024; whatever the return says of such children has no error. */
    private static void assertAdoptionsAreDrawn(RecordReturns returns, Path folder) throws IOException {
        CollectionYear year = new CollectionYear(2024);
        returns.writeLookedAfter(year, year.lastDay(), folder);
        Set<String> adopted = children(folder.resolve("ad1.csv"));
        Set<String> planned = children(folder.resolve("placed_for_adoption.csv"));
        assertThat(adopted).hasSize(2);
        assertThat(planned).hasSize(4).containsAll(adopted);
        assertThat(Files.readAllLines(folder.resolve("episodes.csv")))
                .filteredOn(row -> row.contains(",E1,") && row.contains(",A6,") && row.contains(",E11,"))
                .hasSize(2);
        Validation validation = Ssda903Validation.run(
                Ssda903Rows.read(List.of(folder)), year.end(), new Ssda903Children.Beside(null, null, null, null));
        assertThat(validation.faults())
                .filteredOn(fault -> fault.kind() == Kind.ERROR)
                .filteredOn(fault ->
                        planned.contains(fault.child()) || fault.child().isEmpty())
                .isEmpty();
    }

    private static Set<String> children(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .collect(Collectors.toSet());
    }
}
