package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.goldenthread.returns.LoaderReading;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.ProviderList;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.local.LocalCountsReader;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that readers once passed over, or met with words that were not theirs. */
class ToldInWordsTest {
    private static final String REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n";

    @TempDir
    private Path folder;

    @Test
    void theLastLineOfARowOverSeveralIsToldOfThoughOnlyAQuotationMarkBeginsIt() throws IOException {
        LoaderReading reading = LoaderReading.lookedAfter(
                write(
                        "reviews.csv",
                        REVIEWS
                                + "\",07/05/2010,01/05/2022,PN1\nA102,01/02/2006,11/11/2022,PN5\n\",07/05/2010,01/05/2022,PN1\n"));

        assertThat(reading.taken()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::problem).anyMatch(told -> told.startsWith("Lines 2 to 4 "));
    }

    @Test
    void aHeadingThatIsNeverClosedIsNotCalledEmpty() throws IOException {
        Ssda903Rows rows = Ssda903Rows.read(List.of(write("reviews.csv", "\"" + REVIEWS)));

        assertThat(rows.refusals())
                .extracting(Refusal::problem)
                .containsExactly("A quotation mark is opened in the heading, on line 1, and never closed.");
    }

    @Test
    void aWorkbookCutShortIsRefusedAsOne() throws IOException {
        Path workbook = folder.resolve("providers.xlsx");
        try (InputStream kept =
                Objects.requireNonNull(ToldInWordsTest.class.getResourceAsStream("damaged/PROVIDERS.xlsx"))) {
            Files.copy(kept, workbook);
        }

        assertThatThrownBy(() -> ProviderList.read(List.of(workbook), null))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.problem()).contains("cut short"));
        assertThat(Ssda903Rows.read(List.of(Files.copy(workbook, folder.resolve("return.zip"))))
                        .refusals())
                .extracting(Refusal::problem)
                .containsExactly("The zip file is damaged or cut short.");
    }

    @Test
    void everyLineOfADirectorysLastRecordIsCountedWhetherItIsClosedOrNot() throws IOException {
        assertThat(unusable("a", Seeds.POSTCODES + ",,\",,\n\"")).isEqualTo(2);
        assertThat(unusable("b", Seeds.POSTCODES + ",,\",,\n\"\n\n")).isEqualTo(2);
        assertThat(unusable("c", Seeds.POSTCODES + ",,\",,\nFM1 1AB,1,1,E09000399,\n\n"))
                .isEqualTo(2);
        assertThat(unusable("d", Seeds.POSTCODES)).isZero();
    }

    @Test
    void aNumberAndARowThatSaysThereIsNoneContradictOneAnother() throws IOException {
        String heading = "measure,month,value,note\n";
        RecordingSink numberFirst = counts(heading + "footfall,2024-03,12,\nfootfall,2024-03,n/a,\n");
        RecordingSink wordsFirst = counts(heading + "footfall,2024-03,n/a,\nfootfall,2024-03,12,\n");

        assertThat(numberFirst.rows).singleElement().satisfies(row -> {
            assertThat(row.values().get("value")).isEqualTo(12.0);
            assertThat(row.values().get("state")).isEqualTo("value");
        });
        assertThat(problemsOf(numberFirst, 3))
                .containsExactly(
                        "Line 2 gives a number for the same measure and period; \"not applicable\" was left out.");
        assertThat(wordsFirst.rows).singleElement().satisfies(row -> {
            assertThat(row.values().get("value")).isNull();
            assertThat(row.values().get("state")).isEqualTo("not applicable");
        });
        assertThat(problemsOf(wordsFirst, 3))
                .containsExactly(
                        "Line 2 says \"not applicable\" of the same measure and period; the number was left out.");
    }

    @Test
    void theLineThatGaveTheNumberIsNamedAndNotTheFirstOfTheCount() throws IOException {
        RecordingSink sink = counts(
                "measure,month,value,state\nfootfall,2024-03,,provisional\nfootfall,2024-03,12,\nfootfall,2024-03,n/a,\n");

        assertThat(sink.rows)
                .singleElement()
                .satisfies(row -> assertThat(row.values().get("state")).isEqualTo("provisional"));
        assertThat(problemsOf(sink, 4)).singleElement().asString().startsWith("Line 3 gives a number ");
    }

    private static List<String> problemsOf(RecordingSink sink, int line) {
        return sink.findings.stream()
                .filter(finding -> Objects.equals(finding.line(), line))
                .map(Finding::problem)
                .toList();
    }

    private RecordingSink counts(String text) throws IOException {
        RecordingSink sink = new RecordingSink();
        LocalCountsReader.read(write("counts.csv", text), List.of(), sink);
        return sink;
    }

    private int unusable(String name, String text) throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache-" + name));
        return PostcodeIndex.open(write(name + ".csv", text), cache).leftOut().unusable();
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), Seeds.bytes(text));
    }
}
