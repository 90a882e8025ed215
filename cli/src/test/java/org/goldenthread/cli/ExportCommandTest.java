package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.transform.stream.StreamSource;
import org.goldenthread.returns.write.ssda903.Ssda903Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import picocli.CommandLine;

/** Returns drawn from a snapshot as a person types it. */
class ExportCommandTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-04-12T09:30:00Z"));
    private static final List<String> HEADER = List.of(
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "C1,1,15/06/2012,WBRI,UN1,,", "\"C,2\",2,29/02/2012,WBRI,UN1,,");
    private static final List<String> EPISODES = List.of(
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "C1,01/06/2023,S,C2,N1,U6,PR1,,,,ZZ99 3VZ,ZZ99 3WZ,SC000001",
            "\"C,2\",01/06/2023,S,C2,N1,U6,PR1,31/03/2024,E4A,,ZZ99 3VZ,ZZ99 3WZ,SC000001");

    @TempDir
    Path folder;

    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void loadReturn() throws IOException {
        Path ssda903 = Files.createDirectory(folder.resolve("ssda903"));
        Files.write(ssda903.resolve("header.csv"), HEADER);
        Files.write(ssda903.resolve("episodes.csv"), EPISODES);
        assertThat(run("snapshot", "--ssda903", ssda903.toString(), "--out", snapshot())
                        .exit())
                .isZero();
    }

    @Test
    void theReturnIsWrittenInCsvAsItWasGivenAndTheAuditLogSaysSo() throws IOException {
        Outcome outcome = export("--return", "ssda903", "--year", "2023-24");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("header.csv", "episodes.csv", "The files name children");
        assertThat(Files.readAllLines(out().resolve("header.csv"))).isEqualTo(HEADER);
        assertThat(Files.readAllLines(out().resolve("episodes.csv"))).isEqualTo(EPISODES);
        assertThat(Files.readAllLines(folder.resolve("home/audit.jsonl")))
                .singleElement()
                .asString()
                .contains(
                        "\"at\":\"2024-04-12T09:30:00Z\"",
                        "\"what\":\"export\"",
                        "\"return\":\"ssda903\",\"year\":\"2023-24\",\"as_at\":\"2024-03-31\",\"format\":\"csv\"");
    }

    @Test
    void theReturnIsWrittenInXmlThatFitsTheSchemaOfItsYear() throws IOException, SAXException {
        assertThat(export("--return", "ssda903", "--year", "2023-24", "--format", "xml")
                        .exit())
                .isZero();

        Ssda903Schemas.find(2024)
                .orElseThrow()
                .newValidator()
                .validate(new StreamSource(out().resolve("ssda903-2023-24.xml").toFile()));
    }

    @Test
    void whatIsLeftOutIsToldAndTheCommandEndsWithOne() throws IOException {
        assertThat(run("erase", "--snapshot", snapshot(), "--child", "C1").exit())
                .isZero();

        Outcome outcome = export("--return", "ssda903", "--year", "2023-24");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("Something was left out: " + out().resolve("not-written.csv"));
        assertThat(Files.readAllLines(out().resolve("header.csv")))
                .doesNotContain(HEADER.get(1))
                .hasSize(2);
    }

    @Test
    void annexAIsDrawnForADayWithWhatIsMissingToldAndComesBackAsItWasLoaded() throws IOException {
        Outcome drawn = export("--return", "annex-a", "--as-at", "2024-03-31");

        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.exit()).isEqualTo(1);
        assertThat(drawn.out())
                .contains(
                        "annex-a-2024-03-31.xlsx",
                        "List 1 (contacts) has no row, for the snapshot holds no contacts.",
                        "List 8 (children in care): the snapshot tells nothing of these columns, which are empty: ")
                .doesNotContain("List 8 (children in care) has no row");
        assertThat(Files.readAllLines(folder.resolve("home/audit.jsonl")))
                .singleElement()
                .asString()
                .contains("\"return\":\"annex-a\",\"as_at\":\"2024-03-31\",\"format\":\"xlsx\"")
                .doesNotContain("year");

        Path workbook = out().resolve("annex-a-2024-03-31.xlsx");
        String second = folder.resolve("second").toString();
        assertThat(run("snapshot", "--annex-a", workbook.toString(), "--out", second)
                        .exit())
                .isZero();
        Path again = folder.resolve("again");
        Outcome given = run(
                "export",
                "--snapshot",
                second,
                "--return",
                "annex-a",
                "--as-at",
                "2024-03-31",
                "--out",
                again.toString());

        assertThat(given.exit()).isZero();
        Path back = again.resolve("annex-a-2024-03-31.xlsx");
        for (int list = 1; list <= 11; list++) {
            assertThat(part(back, "xl/worksheets/sheet" + list + ".xml"))
                    .isEqualTo(part(workbook, "xl/worksheets/sheet" + list + ".xml"));
        }
        assertThat(part(back, "xl/sharedStrings.xml"))
                .isEqualTo(part(workbook, "xl/sharedStrings.xml"))
                .contains("C,2", "U6: Foster placement");
    }

    @Test
    void annexAWithoutADayOrWithAYearIsRefusedWithWhatToGive() {
        String wanted = "The return annex-a is of a day and of no year. Leave --year out and give --as-at the day";

        assertThat(export("--return", "annex-a").err()).contains(wanted);
        assertThat(export("--return", "annex-a", "--year", "2023-24", "--as-at", "2024-03-31")
                        .err())
                .contains(wanted);
        assertThat(export("--return", "ssda903").err())
                .contains("The return ssda903 is of a year. Give --year, such as 2023-24.");
        assertThat(out()).doesNotExist();
    }

    private static String part(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream stream = zip.getInputStream(zip.getEntry(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCannotBeDoneIsSaidWithWhatToDoAndTheCommandEndsWithTwo() throws IOException {
        assertThat(export("--return", "ssda904", "--year", "2023-24"))
                .satisfies(outcome -> assertThat(outcome.exit()).isEqualTo(2))
                .satisfies(outcome -> assertThat(outcome.err())
                        .startsWith("There is no return 'ssda904' to export. Choose one of ssda903, cin"));
        assertThat(export("--return", "ssda903", "--year", "2022-23").err())
                .contains("The snapshot holds no SSDA903 return of 2022-23. It holds those of 2023-24");
        assertThat(export("--return", "cin", "--year", "2023-24").err()).contains("make a snapshot with --cin");
        assertThat(export("--return", "cin", "--year", "2023-24", "--format", "csv")
                        .err())
                .contains("The return cin is not written as csv. Choose one of xml.");
        assertThat(export("--return", "ssda903", "--year", "2023-24", "--as-at", "2024-04-01")
                        .err())
                .contains("Give --as-at a day from 2023-04-01 to 2024-03-31.");
        Files.createDirectories(out());
        Files.writeString(out().resolve("reviews.csv"), "old");
        assertThat(export("--return", "ssda903", "--year", "2023-24"))
                .satisfies(outcome -> assertThat(outcome.exit()).isEqualTo(2))
                .satisfies(outcome -> assertThat(outcome.err()).contains("already holds something"));
        assertThat(Files.readString(out().resolve("reviews.csv"))).isEqualTo("old");
    }

    private Outcome export(String... arguments) {
        List<String> all = new ArrayList<>(List.of("export", "--snapshot", snapshot(), "--out", out().toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private String snapshot() {
        return folder.resolve("snapshot").toString();
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--home", folder.resolve("home").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GoldenThread.commandLine(CLOCK);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
