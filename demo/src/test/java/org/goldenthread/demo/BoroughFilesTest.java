package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class BoroughFilesTest {
    private static final DemoOptions SMALL = DemoOptions.standard().withScale(0.05);
    private static final Path SCHEMAS = Path.of("../../shared/data/cin/xsd");

    @TempDir
    Path folder;

    @Test
    void theSameOptionsGiveTheSameBytes() throws IOException {
        BoroughFiles.write(Borough.generate(SMALL), folder.resolve("one"));
        BoroughFiles.write(Borough.generate(SMALL), folder.resolve("other"));
        assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("other")));
        BoroughFiles.write(Borough.generate(SMALL.withSeed(2)), folder.resolve("third"));
        assertThat(contents(folder.resolve("third"))).isNotEqualTo(contents(folder.resolve("one")));
    }

    @Test
    void everyYearHasTheTablesOfItsReturn() throws IOException {
        BoroughFiles.write(Borough.generate(SMALL), folder);
        assertThat(names("ssda903/2023"))
                .containsExactlyInAnyOrder(
                        "ad1.csv",
                        "episodes.csv",
                        "header.csv",
                        "missing.csv",
                        "oc2.csv",
                        "oc3.csv",
                        "placed_adoption.csv",
                        "prev_perm.csv",
                        "reviews.csv",
                        "uasc.csv");
        // Social workers came with the collection of 2023-24.
        assertThat(names("ssda903/2024")).contains("sw_episodes.csv").hasSize(11);
        assertThat(names("cin")).containsExactlyInAnyOrder("2022.xml", "2023.xml", "2024.xml");
        assertThat(names("annex-a")).containsExactly("annex-a.xlsx");
        assertThat(folder.resolve("previous-month/cin/2024.xml")).exists();
    }

    @Test
    void eachCensusIsValidForItsYear() throws Exception {
        assumeTrue(
                Files.isDirectory(SCHEMAS),
                "Not checked against the census schemas: the folder shared/ does not stand beside this checkout.");
        BoroughFiles.writeAsAt(Borough.generate(SMALL), SMALL.asAt(), folder);
        for (int year : List.of(2022, 2023, 2024)) {
            validate(year);
        }
        DemoOptions later = SMALL.withAsAt(LocalDate.of(2025, 9, 30));
        BoroughFiles.writeAsAt(Borough.generate(later), later.asAt(), folder);
        // From the census of 2025 sex is a letter.
        validate(2025);
        validate(2026);
    }

    private void validate(int year) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMAS.resolve("CIN_schema_" + year + ".xsd").toFile())
                .newValidator()
                .validate(
                        new StreamSource(folder.resolve("cin/" + year + ".xml").toFile()));
    }

    @Test
    void nothingLaterThanTheDayIsInTheReturns() throws IOException {
        LocalDate day = LocalDate.of(2023, 11, 15);
        BoroughFiles.writeAsAt(Borough.generate(SMALL), day, folder);
        DateTimeFormatter form = DateTimeFormatter.ofPattern("dd/MM/uuuu");
        for (NamedCsvRecord episode : read("ssda903/2024/episodes.csv")) {
            assertThat(LocalDate.parse(episode.getField("DECOM"), form)).isBeforeOrEqualTo(day);
            if (!episode.getField("DEC").isEmpty()) {
                assertThat(LocalDate.parse(episode.getField("DEC"), form)).isBeforeOrEqualTo(day);
            }
        }
        String census = Files.readString(folder.resolve("cin/2024.xml"));
        assertThat(census).contains("<ReferenceDate>2024-03-31</ReferenceDate>").doesNotContain(">2023-11-16<");
    }

    @Test
    void everyChildWithEpisodesHasAHeaderAndStandsInTheCensus() throws IOException {
        BoroughFiles.writeAsAt(Borough.generate(SMALL), SMALL.asAt(), folder);
        Set<String> headers = read("ssda903/2024/header.csv").stream()
                .map(line -> line.getField("CHILD"))
                .collect(Collectors.toSet());
        Set<String> cared = read("ssda903/2024/episodes.csv").stream()
                .map(line -> line.getField("CHILD"))
                .collect(Collectors.toSet());
        assertThat(headers).containsAll(cared);
        String census = Files.readString(folder.resolve("cin/2024.xml"));
        assertThat(cared).allMatch(child -> census.contains("<LAchildID>" + child + "</LAchildID>"));
    }

    @Test
    void theFaultsAreThereToBeFound() throws IOException {
        BoroughFiles.writeAsAt(Borough.generate(SMALL), SMALL.asAt(), folder);
        assertThat(read("ssda903/2024/reviews.csv"))
                .filteredOn(line -> line.getField("REVIEW").equals("31/09/2023"))
                .hasSize(1);
        assertThat(read("ssda903/2024/missing.csv"))
                .filteredOn(line -> line.getField("CHILD").equals(Slips.UNKNOWN_CHILD))
                .hasSize(1);
    }

    @Test
    void aDayThatTheBoroughHasNotReachedIsRefused() {
        Borough borough = Borough.generate(SMALL);
        assertThatThrownBy(() -> BoroughFiles.writeAsAt(borough, LocalDate.of(2024, 4, 1), folder))
                .hasMessageContaining("made up to 2024-03-31 only");
    }

    private List<NamedCsvRecord> read(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return csv.stream().toList();
        }
    }

    private List<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static TreeMap<String, Integer> contents(Path directory) throws IOException {
        TreeMap<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        directory.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
