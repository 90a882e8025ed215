package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.ProviderList;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No rule of any year fails on a return, whatever the return says. */
class EveryRuleOfEveryYearTest {
    private static final int FIRST_YEAR = 2023;
    private static final int LAST_YEAR = 2027;
    private static final int MUTATED = 200;
    private static final int CHILDREN_OF_SAMPLE = 12;

    @TempDir
    Path folder;

    private Ssda903Children.Beside beside;

    @BeforeEach
    void whatIsGivenBesideTheReturn() throws IOException {
        Path postcodes = Files.writeString(folder.resolve("postcodes.csv"), Seeds.POSTCODES);
        Path providers =
                Files.write(folder.resolve("providers.xlsx"), Archives.zip(Seeds.workbook(Seeds.PROVIDERS), 0));
        PostcodeIndex index = PostcodeIndex.open(postcodes, folder.resolve("cache"));
        beside = new Ssda903Children.Beside(null, index, ProviderList.read(List.of(providers), index), "E09000399");
    }

    @Test
    void noRuleFailsOnASmallReturnOrOnTwoHundredThatWereMadeOfItByChangingWhatItSays() throws IOException {
        assertNoneFails(Seeds.SSDA903, Seeds.SSDA903_XML, MUTATED);
    }

    @Test
    void noRuleFailsOnTheSampleReturnOrOnOthersMadeOfIt() throws IOException {
        Path sample = SharedFolder.file("data/ssda903/sample-return");
        Path whole = Files.createDirectory(folder.resolve("sample"));
        try (Stream<Path> files = Files.list(sample)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.copy(file, whole.resolve(file.getFileName()));
            }
        }
        Ssda903Rows rows = Ssda903Rows.read(List.of(whole));
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            assertNoneFailed(Ssda903Validation.run(rows, year, with(rows)), "the sample return");
        }
        assertNoneFails(some(whole), Seeds.SSDA903_XML, MUTATED);
    }

    @Test
    void noRuleFailsOnACensusOrOnTwoHundredThatWereMadeOfIt() throws IOException {
        assertNoneFails(Seeds.CENSUS, MUTATED);
    }

    @Test
    void noRuleFailsOnTheSampleCensusesOrOnOthersMadeOfThem() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.file("data/cin/sample-returns"))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                assertNoneFails(text, text.length() > 100_000 ? 5 : MUTATED / 4);
            }
        }
    }

    private void assertNoneFails(Map<String, String> tables, String xml, int times) throws IOException {
        Ssda903Rows last = write(tables);
        for (int seed = 0; seed <= times; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ssda903Rows rows = seed == 0
                    ? write(tables)
                    : seed % 5 == 0
                            ? read(new LeafMutator(random).mutate(xml))
                            : write(new CellMutator(random).mutate(tables));
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                assertNoneFailed(Ssda903Validation.run(rows, year, with(last)), "seed " + seed);
            }
            last = rows;
        }
    }

    private void assertNoneFails(String census, int times) throws IOException {
        for (int seed = 0; seed <= times; seed++) {
            String text = seed == 0 ? census : new LeafMutator(new SplittableRandom(seed)).mutate(census);
            Path file = Files.writeString(folder.resolve("census.xml"), text);
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                assertNoneFailed(CinValidation.run(file, year), "seed " + seed);
            }
        }
    }

    private static void assertNoneFailed(Validation validation, String what) {
        assertThat(validation.run()).as("%s, %s", what, validation.yearLabel()).isNotEmpty();
        assertThat(validation.notRun())
                .as("%s, %s", what, validation.yearLabel())
                .allSatisfy((rule, why) -> assertThat(why).doesNotContain("the program failed"));
    }

    private Ssda903Children.Beside with(Ssda903Rows last) {
        return new Ssda903Children.Beside(last, beside.postcodes(), beside.providers(), beside.authority());
    }

    private Ssda903Rows write(Map<String, String> tables) throws IOException {
        Path place = Files.createTempDirectory(folder, "return");
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(place.resolve(table.getKey()), table.getValue());
        }
        return Ssda903Rows.read(List.of(place));
    }

    private Ssda903Rows read(String xml) throws IOException {
        return Ssda903Rows.read(List.of(Files.writeString(folder.resolve("return.xml"), xml)));
    }

    /** The sample's tables, of which only some children are left. */
    private static Map<String, String> some(Path sample) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        Set<String> children = new HashSet<>();
        try (Stream<Path> files = Files.list(sample)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                tables.put(String.valueOf(file.getFileName()), lines);
                lines.stream()
                        .skip(1)
                        .limit(3)
                        .map(EveryRuleOfEveryYearTest::child)
                        .forEach(children::add);
            }
        }
        Set<String> kept =
                children.stream().sorted().limit(CHILDREN_OF_SAMPLE).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> some = new LinkedHashMap<>();
        tables.forEach((name, lines) -> some.put(
                name,
                lines.getFirst().replace("\uFEFF", "")
                        + "\n"
                        + lines.stream()
                                .skip(1)
                                .filter(line -> kept.contains(child(line)))
                                .collect(Collectors.joining("\n"))));
        return some;
    }

    private static String child(String line) {
        return line.substring(0, Math.max(0, line.indexOf(',')));
    }
}
