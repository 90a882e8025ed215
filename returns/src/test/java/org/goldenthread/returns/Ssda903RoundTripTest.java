package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goldenthread.returns.write.ExportException;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.ssda903.Ssda903Export;
import org.goldenthread.returns.write.ssda903.WrittenRows;
import org.goldenthread.snapshot.Erasure;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ssda903RoundTripTest {
    private static final String REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n";

    @TempDir
    private Path folder;

    @Test
    void whatAReturnSaidComesBackWithItsFaultsAndNothingElse() throws IOException {
        Council council = hardReturn().load();

        List<Path> files = export(council, 2024, LocalDate.of(2024, 3, 31), "csv");

        assertThat(files)
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("header.csv", "episodes.csv", "reviews.csv", "uasc.csv", "sw_episodes.csv");
        assertThat(records(folder.resolve("out"))).isEqualTo(records(folder.resolve("ssda903-2024")));
    }

    @Test
    void noIdentifierPostcodeOrStrayWordOfARowIsInTheTables() {
        Council council = hardReturn().load();

        assertThat(council.ask("select count(*) from gt_return_rows")).containsExactly("16");
        for (String content : council.ask("select content from gt_return_rows")) {
            assertThat(content).doesNotContain("KIT", "A123456789012", "QQ1", "Smith", "SW77");
        }
        assertThat(council.ask("select content from gt_return_rows where return_table = 'Episodes' and row_number = 1"))
                .containsExactly(",01/05/2023,S,C2,N1,U1,PR1,,,,,,SC123456");
    }

    @Test
    void ofTwoReturnsOfAYearTheLaterCountsForItsChildrenAndEachYearIsItsOwn() throws IOException {
        Council council = new Council(folder)
                .lookedAfter("2023", "header.csv", Council.HEADER + "A,1,01/02/2010,WBRI,,,\n")
                .lookedAfter("2023", "episodes.csv", Council.EPISODES + "A,01/05/2022,S,C2,N1,U1,PR1,,,,,,\n")
                .lookedAfter("2024-half", "header.csv", Council.HEADER + "A,1,01/02/2010,WBRI,,,\nB,2,02/02/2010,,,,\n")
                .lookedAfter(
                        "2024-half",
                        "episodes.csv",
                        Council.EPISODES + "A,01/05/2022,S,C2,N1,U1,PR1,,,,,,\nB,01/06/2023,S,C2,N1,U1,PR1,,,,,,\n")
                .lookedAfter("2024-whole", "header.csv", Council.HEADER + "A,1,01/02/2010,MOTH,,,\n")
                .lookedAfter(
                        "2024-whole",
                        "episodes.csv",
                        Council.EPISODES + "A,01/05/2022,S,C2,N1,U1,PR1,31/03/2024,E13,,,,\n")
                .load();

        export(council, 2023, LocalDate.of(2023, 3, 31), "csv");
        assertThat(records(folder.resolve("out"))).isEqualTo(records(folder.resolve("ssda903-2023")));

        export(council, 2024, LocalDate.of(2024, 3, 31), "csv");
        assertThat(records(folder.resolve("out")).get("episodes.csv"))
                .containsExactly(
                        "A|01/05/2022|S|C2|N1|U1|PR1|31/03/2024|E13||||",
                        "B|01/06/2023|S|C2|N1|U1|PR1||||||",
                        "CHILD|DECOM|RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC|REC|REASON_PLACE_CHANGE|HOME_POST|PL_POST|URN");
        assertThat(records(folder.resolve("out")).get("header.csv"))
                .contains("A|1|01/02/2010|MOTH|||", "B|2|02/02/2010||||");
    }

    @Test
    void aChildWhoGoesByTwoIdentifiersIsWrittenByThatOfTheReturn() throws IOException {
        Council council = new Council(folder)
                .lookedAfter("2023", "header.csv", Council.HEADER + "OLD-1,1,01/02/2010,WBRI,A123456789012,,\n")
                .lookedAfter("2023", "episodes.csv", Council.EPISODES + "OLD-1,01/05/2022,S,C2,N1,U1,PR1,,,,,,\n")
                .lookedAfter("2024", "header.csv", Council.HEADER + "NEW-1,1,01/02/2010,WBRI,A123456789012,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES + "NEW-1,01/05/2022,S,C2,N1,U1,PR1,01/06/2023,E13,,,,\n")
                .load();
        assertThat(council.ask("select count(*) from ssd_person")).containsExactly("1");

        export(council, 2023, LocalDate.of(2023, 3, 31), "csv");
        assertThat(records(folder.resolve("out"))).isEqualTo(records(folder.resolve("ssda903-2023")));
        export(council, 2024, LocalDate.of(2024, 3, 31), "csv");
        assertThat(records(folder.resolve("out"))).isEqualTo(records(folder.resolve("ssda903-2024")));
    }

    @Test
    void drawnUpToAnEarlierDayWhatCameLaterIsNotThere() throws IOException {
        Council council = new Council(folder)
                .lookedAfter("2024", "header.csv", Council.HEADER + "A,1,01/02/2010,WBRI,,,\nB,2,02/02/2010,WBRI,,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES + "A,01/05/2023,S,C2,N1,U1,PR1,30/09/2023,X1,CARPL,,,\n"
                                + "A,30/09/2023,P,C2,N1,U4,PR1,01/10/2023,X1,CARPL,,,\n"
                                + "A,01/10/2023,P,C2,N1,U1,PR1,,,,,,\n"
                                + "B,01/10/2023,S,C2,N1,U1,PR1,,,,,,\n")
                .lookedAfter(
                        "2024", "reviews.csv", REVIEWS + "A,01/02/2010,30/09/2023,PN1\nA,01/02/2010,01/10/2023,PN2\n")
                .load();

        export(council, 2024, LocalDate.of(2023, 9, 30), "csv");

        Map<String, List<String>> written = records(folder.resolve("out"));
        assertThat(written.get("header.csv"))
                .filteredOn(row -> !row.startsWith("CHILD|"))
                .hasSize(1);
        assertThat(written.get("episodes.csv"))
                .filteredOn(row -> !row.startsWith("CHILD|"))
                .containsExactly(
                        "A|01/05/2023|S|C2|N1|U1|PR1|30/09/2023|X1|CARPL|||", "A|30/09/2023|P|C2|N1|U4|PR1||||||");
        assertThat(written.get("reviews.csv"))
                .filteredOn(row -> !row.startsWith("CHILD|"))
                .containsExactly("A|01/02/2010|30/09/2023|PN1");
    }

    @Test
    void aChildWhoWasErasedIsNotWrittenAndThatIsTold() throws IOException {
        Council council = new Council(folder)
                .lookedAfter("2024", "header.csv", Council.HEADER + "A,1,01/02/2010,WBRI,,,\nB,2,02/02/2010,WBRI,,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES + "A,01/05/2023,S,C2,N1,U1,PR1,,,,,,\nB,01/10/2023,S,C2,N1,U1,PR1,,,,,,\n")
                .load();
        new Erasure(council.out(), council.keys(), InstantSource.fixed(Instant.parse("2024-06-01T09:00:00Z")))
                .erase("A");

        List<Path> files = export(council, 2024, LocalDate.of(2024, 3, 31), "csv");

        assertThat(records(folder.resolve("out")).get("episodes.csv"))
                .filteredOn(row -> !row.startsWith("CHILD|"))
                .containsExactly("B|01/10/2023|S|C2|N1|U1|PR1||||||");
        assertThat(Files.readAllLines(files.getLast()))
                .hasSize(3)
                .contains(
                        "ssda903-2024/episodes.csv,2,\"The snapshot does not hold the identifiers of the child any more, so"
                                + " Episodes row 1 was left out.\",\"If the child was erased, that is as it should be; otherwise load"
                                + " the return again.\"");
    }

    @Test
    void aYearThatTheSnapshotDoesNotHoldIsToldWithThoseThatItDoes() {
        Council council = hardReturn().load();

        assertThatThrownBy(() -> export(council, 2022, LocalDate.of(2022, 3, 31), "csv"))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "The snapshot holds no SSDA903 return of 2021-22. It holds those of 2023-24: name one of these"
                                + " years, or load the return of 2021-22.");
    }

    @Test
    void theSampleReturnInCsvComesBackWhole() throws IOException {
        Path sample = SharedFolder.file("data/ssda903/sample-return");
        Council council = new Council(folder);
        council.request().ssda903(sample);
        council.load();

        List<Path> files = export(council, 2018, LocalDate.of(2018, 3, 31), "csv");

        assertThat(files).hasSize(12);
        assertThat(WrittenRows.read(folder.resolve("out"))).isEqualTo(WrittenRows.read(sample));
    }

    @Test
    void theSampleReturnInXmlComesBackWholeAsXmlAndAsCsv() throws IOException {
        Path sample = SharedFolder.file("data/ssda903/sample-return/fake_903.xml");
        Council council = new Council(folder);
        council.request().ssda903(sample);
        council.load();

        export(council, 2018, LocalDate.of(2018, 3, 31), "xml");
        assertThat(WrittenRows.read(folder.resolve("out/ssda903-2017-18.xml"))).isEqualTo(WrittenRows.read(sample));

        export(council, 2018, LocalDate.of(2018, 3, 31), "csv");
        assertThat(WrittenRows.read(folder.resolve("out"))).isEqualTo(WrittenRows.read(sample));
    }

    /** A return in which almost every row has something that a snapshot cannot take, or that is hard to write. */
    private Council hardReturn() {
        return new Council(folder)
                .lookedAfter(
                        "2024",
                        "header.csv",
                        Council.HEADER
                                + "\"O'Neil, \"\"KIT\"\"\",1,29/02/2012,WBRI,A123456789012,0,\n"
                                + "twin-1,2,1/4/2015,MOTH,A123456789099,,\n"
                                + "TWIN-1,2,01/04/2015,MOTH,A123456789099,,\n"
                                + " spaced ,F,31/03/2024,Smith,UN4,1,30/02/2024\n"
                                + ",,,,,,\n"
                                + "unborn,2,01/06/2024,NOBT,UN1,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES
                                + "\"O'Neil, \"\"KIT\"\"\",01/05/2023,S,C2,N1,U1,PR1,,,,QQ1 1AA,QQ1 2BB,SC123456\n"
                                + "twin-1,31/03/2024,S,V2,N8,Z9,PR9,30/03/2024,E4A,,,,\n"
                                + "twin-1,,S,C2,N1,U1,PR1,,,,,,XXXXXXX\n"
                                + "TWIN-1,31/02/2024,S,C2,N1,U1,PR1,,,,,,\n"
                                + "nobody,01/04/2023,S,C2,N1,U1,PR1,,,,,,\n"
                                + "ghost,soon,S,C2,N1,U1,PR1,,,,,,\n")
                .lookedAfter(
                        "2024",
                        "reviews.csv",
                        REVIEWS + "twin-1,1/4/2015,01/03/2024,PN1\ntwin-1,1/4/2015,01/03/2024,PN1\n")
                .lookedAfter("2024", "uasc.csv", "CHILD,SEX,DOB,DUC\n")
                .lookedAfter(
                        "2024",
                        "sw_episodes.csv",
                        "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
                                + "twin-1,01/04/2015,SW77,01/05/2023,,MANAGE\n"
                                + "twin-1,01/04/2015,,02/05/2023,,\"because, well\"\n");
    }

    private List<Path> export(Council council, int year, LocalDate asAt, String format) throws IOException {
        Path out = folder.resolve("out");
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(out);
        return new Ssda903Export()
                .write(Snapshot.open(council.out(), council.keys()), new ExportRequest(year, asAt, format), out);
    }

    /** The lines of each file, in the order of the alphabet. */
    private static Map<String, List<String>> records(Path place) throws IOException {
        Map<String, List<String>> records = new TreeMap<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                List<String> lines = new ArrayList<>();
                try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
                    reader.forEach(record -> lines.add(String.join("|", record.getFields())));
                }
                lines.sort(Comparator.naturalOrder());
                records.put(String.valueOf(file.getFileName()), lines);
            }
        }
        return records;
    }
}
