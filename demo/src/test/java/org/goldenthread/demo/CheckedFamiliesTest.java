package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.app.extract.ReturnChecks;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckedFamiliesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 12);

    /** The page of one child and the files of everybody are drawn by the same statements, so that they cannot say different things. */
    @Test
    void theRecordOfOneChildIsFoundToHaveTheFaultsThatTheFilesOfEverybodyHave() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "home-")
                .toAbsolutePath();
        try (ConfigurableApplicationContext application =
                GoldenThreadApplication.start(ServeOptions.in(home).withPort(0).asDemo(), new LivedClock())) {
            TypedRecords records = application.getBean(TypedRecords.class);
            MadeUpAccounts accounts = application.getBean(MadeUpAccounts.class);
            new LivedFamilies(records, accounts, TODAY).live(DemoMain.FAMILIES, 1, LivedFamilies::lately, unused -> {});
            accounts.act("social-worker", () -> takeABoyInCareForAMother(records));
            Map<UUID, String> children = new HashMap<>();
            accounts.act(
                    "director-of-childrens-services",
                    () -> application
                            .getBean(JdbcClient.class)
                            .sql("select id, local_number from person")
                            .query(row -> {
                                children.put(row.getObject(1, UUID.class), row.getString(2));
                            }));

            Map<String, List<String>> ofFiles = checkFiles(application, home.resolve("returns"));
            ReturnChecks checks = application.getBean(ReturnChecks.class);
            accounts.act(
                    "director-of-childrens-services",
                    () -> children.forEach((child, number) -> assertThat(words(checks.check(child).stream()
                                    .flatMap(checked -> checked.found().stream())
                                    .map(ReturnChecks.Found::fault)
                                    .toList()))
                            .as(number)
                            .isEqualTo(ofFiles.getOrDefault(number, List.of()))));
            assertThat(ofFiles.values().stream().mapToInt(List::size).sum()).isGreaterThan(30);
            assertThat(ofFiles.values().stream().flatMap(List::stream)).anyMatch(words -> words.contains("MC_DOB"));
        }
    }

    /** A boy in care who is taken for a mother, which a rule asks about, though the relationship is kept with the baby. */
    private static void takeABoyInCareForAMother(TypedRecords records) {
        UUID boy = records.addPerson(
                Map.of("givenName", "Denzel", "familyName", "Trewhella", "born", "3/2/2010", "sex", "M"));
        UUID care = records.add("period-of-care", List.of(boy), null, Map.of("began", "1/5/2024"));
        records.add("legal-status", List.of(boy), care, Map.of("started", "1/5/2024", "status", "V2"));
        records.add("placement", List.of(boy), care, Map.of("started", "1/5/2024", "kind", "P1"));
        UUID baby = records.addPerson(
                Map.of("givenName", "Kensa", "familyName", "Trewhella", "born", "4/4/2024", "sex", "F"));
        records.add("relationship", List.of(baby), null, Map.of("other", boy.toString(), "kind", "MOTHER"));
    }

    private static Map<String, List<String>> checkFiles(ConfigurableApplicationContext application, Path folder)
            throws IOException {
        RecordReturns returns = application.getBean(RecordReturns.class);
        LocalDate today =
                LocalDate.ofInstant(application.getBean(InstantSource.class).instant(), ZoneId.of("Europe/London"));
        CollectionYear year = CollectionYear.containing(today);
        returns.writeCensus(year, today, "000", folder.resolve("cin"));
        returns.writeLookedAfter(year, today, folder.resolve("ssda903"));
        List<Validation.Fault> all = new ArrayList<>(
                CinValidation.run(folder.resolve("cin").resolve("cin-" + year.label() + ".xml"), year.end())
                        .faults());
        all.addAll(Ssda903Validation.run(
                        Ssda903Rows.read(List.of(folder.resolve("ssda903"))),
                        year.end(),
                        returns.beside(year, today, ""))
                .faults());
        Map<String, List<Validation.Fault>> byChild = new HashMap<>();
        all.forEach(fault -> byChild.computeIfAbsent(fault.child(), unused -> new ArrayList<>())
                .add(fault));
        Map<String, List<String>> words = new HashMap<>();
        byChild.forEach((child, faults) -> words.put(child, words(faults)));
        return words;
    }

    /** Without the row's number, which is among everybody's rows in the files. */
    private static List<String> words(List<Validation.Fault> faults) {
        return faults.stream()
                .map(fault -> fault.rule() + " " + fault.table() + " " + fault.fields())
                .sorted()
                .toList();
    }
}
