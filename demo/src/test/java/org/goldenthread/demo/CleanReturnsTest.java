package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.Postcodes;
import org.goldenthread.returns.check.ssda903.ProviderIndex;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The borough's returns are a careful council's: the rules of every year find in them what is there on purpose, and no more. */
class CleanReturnsTest {
    private static final int FIRST_CHECKED = 2023;
    /** True to life: they are explained, not mended. */
    private static final Set<String> QUERIES = Set.of("2991Q", "8670Q", "8675Q", "8995Q");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 2024-03-31", "2, 2025-03-31", "3, 2027-03-31"})
    void withoutSlipsNoRuleOfAnyYearFindsAnErrorInTheReturns(long seed, LocalDate asAt) throws IOException {
        DemoOptions options = new DemoOptions(seed, 0.15, asAt, Math.min(5, asAt.getYear() - 2021)).withoutSlips();
        BoroughFiles.write(Borough.generate(options), folder);
        Set<String> queries = new TreeSet<>();
        for (Validation validation : validateEveryYear(asAt.getYear())) {
            assertThat(errors(validation))
                    .as(validation.returnName() + " " + validation.yearLabel())
                    .isEmpty();
            assertThat(validation.refusals()).isEmpty();
            validation.faults().forEach(fault -> queries.add(fault.rule()));
        }
        assertThat(QUERIES).containsAll(queries);
    }

    @Test
    void everyRuleRunsOnTheLastReturnButThatOfAnotherForm() throws IOException {
        DemoOptions options = DemoOptions.standard().withScale(0.05);
        BoroughFiles.write(Borough.generate(options), folder);
        assertThat(lookedAfter(2024).notRun()).containsOnlyKeys("105");
    }

    @Test
    void theSlipsAreFoundInTheLastYearAlone() throws IOException {
        DemoOptions options = DemoOptions.standard().withScale(0.3);
        BoroughFiles.write(Borough.generate(options), folder);
        assertThat(errors(lookedAfter(2023))).isEmpty();
        assertThat(errors(census(2023))).isEmpty();
        Validation found = lookedAfter(2024);
        // One at least for each slip that docs/demo.md lists.
        assertThat(errors(found).keySet())
                .contains(
                        "103",
                        "165",
                        "204",
                        "208",
                        "1008",
                        "224",
                        "148",
                        "392c",
                        "145",
                        "167",
                        "166",
                        "180",
                        "191",
                        "133",
                        "630",
                        "1006",
                        "INT04",
                        "SW02STG1");
        assertThat(found.faults().stream().map(Validation.Fault::child).distinct())
                .hasSizeBetween(10, 25);
        assertThat(errors(census(2024)).keySet()).containsExactlyInAnyOrder("1510", "1520", "8805");
    }

    private List<Validation> validateEveryYear(int last) {
        return Stream.iterate(FIRST_CHECKED, year -> year <= last, year -> year + 1)
                .flatMap(year -> Stream.of(lookedAfter(year), census(year)))
                .toList();
    }

    private Validation lookedAfter(int year) {
        try {
            Postcodes postcodes =
                    PostcodeIndex.open(folder.resolve("reference/postcodes.csv"), folder.resolve("indexes"));
            Path before = folder.resolve("ssda903/" + (year - 1));
            Ssda903Children.Beside beside = new Ssda903Children.Beside(
                    Files.exists(before) ? Ssda903Rows.read(List.of(before)) : null,
                    postcodes,
                    ProviderIndex.open(
                            List.of(folder.resolve("reference/providers.xlsx")), postcodes, folder.resolve("indexes")),
                    DemoAuthority.FAIRMEAD.geographyCode());
            return Ssda903Validation.run(Ssda903Rows.read(List.of(folder.resolve("ssda903/" + year))), year, beside);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Validation census(int year) {
        try {
            return CinValidation.run(folder.resolve("cin/" + year + ".xml"), year);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static TreeMap<String, List<String>> errors(Validation validation) {
        return validation.faults().stream()
                .filter(fault -> fault.kind() == Kind.ERROR)
                .collect(Collectors.groupingBy(
                        Validation.Fault::rule,
                        TreeMap::new,
                        Collectors.mapping(
                                fault -> fault.table() + " " + fault.row() + " " + fault.child(),
                                Collectors.toList())));
    }
}
