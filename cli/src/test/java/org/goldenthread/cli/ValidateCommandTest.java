package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two children's return for 2024-25: the first is as it should be, the second's sex is in the code of other years. */
class ValidateCommandTest {
    @TempDir
    Path folder;

    private Path header;

    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void writeReturn() throws IOException {
        header = folder.resolve("whatever-it-is-called.csv");
        Files.write(
                header,
                List.of(
                        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
                        "A1,F,15/06/2012,WBRI,UN1,0,",
                        "<b>A2,1,15/06/2013,WBRI,UN1,,"));
    }

    private Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GoldenThread.commandLine(InstantSource.system());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(arguments), out.toString(), err.toString());
    }

    private Outcome validate(String format, Path out) {
        return run(
                "validate",
                "--home",
                folder.resolve("home").toString(),
                "--year",
                "2024-25",
                "--format",
                format,
                "--out",
                out.toString(),
                header.toString());
    }

    @Test
    void optionsThatNeedNoParserAreUnderstoodAsTheParserDoesAndAllElseIsLeftToIt() throws IOException {
        Path parsed = folder.resolve("parsed.json");
        Path plain = folder.resolve("plain.json");
        assertThat(validate("json", parsed).exit()).isEqualTo(1);
        List<String> arguments = List.of(
                "--home",
                folder.resolve("home").toString(),
                "--year",
                "2024-25",
                "--format",
                "json",
                "--out",
                plain.toString(),
                header.toString());

        assertThat(ValidateCommand.plain(arguments).orElseThrow().call()).isEqualTo(1);
        assertThat(plain).hasSameTextualContentAs(parsed);
        assertThat(ValidateCommand.plain(List.of("--help"))).isEmpty();
        assertThat(ValidateCommand.plain(List.of("--year=2024-25", "x"))).isEmpty();
        assertThat(ValidateCommand.plain(List.of("--yeer", "2024-25", "x"))).isEmpty();
        assertThat(ValidateCommand.plain(List.of("x", "--year"))).isEmpty();
        assertThat(ValidateCommand.plain(List.of("--year", "2024-25", "--year", "2025-26", "x")))
                .isEmpty();
    }

    @Test
    void jsonSaysWhatRanWhatDidNotAndWhereTheFaultIs() {
        Path file = folder.resolve("faults.json");
        assertThat(validate("json", file).exit()).isEqualTo(1);

        JsonNode json = JsonMapper.shared().readTree(file);
        assertThat(json.get("return").stringValue()).isEqualTo("ssda903");
        assertThat(json.get("year").stringValue()).isEqualTo("2024-25");
        assertThat(json.get("children").intValue()).isEqualTo(2);
        assertThat(json.at("/rules/run").valueStream().map(JsonNode::stringValue))
                .contains("101", "102", "103");
        assertThat(json.at("/rules/not_run").valueStream()).anySatisfy(rule -> {
            assertThat(rule.get("rule").stringValue()).isEqualTo("117");
            assertThat(rule.get("why").stringValue()).contains("the return has no");
        });
        List<JsonNode> wrongSex = json.get("hits")
                .valueStream()
                .filter(one -> one.get("rule").stringValue().equals("101"))
                .toList();
        assertThat(wrongSex).hasSize(1);
        assertThat(wrongSex.getFirst().toString())
                .isEqualTo(
                        "{\"rule\":\"101\",\"table\":\"Header\",\"row\":2,\"child\":\"<B>A2\",\"fields\":[\"SEX\"]}");
    }

    @Test
    void everyFormatIsWrittenAndAPageForPrintingHoldsNoMarkupOfTheReturn() throws IOException {
        for (String format : List.of("text", "csv", "xlsx", "html")) {
            Path file = folder.resolve("faults." + format);
            assertThat(validate(format, file).exit()).as(format).isEqualTo(1);
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("faults.html")))
                .contains("Child &lt;B&gt;A2")
                .doesNotContain("<B>A2");
        assertThat(Files.readString(folder.resolve("faults.csv"), StandardCharsets.UTF_8))
                .startsWith("Rule,Kind,Child,Table,Row,Fields")
                .contains("101,error,<B>A2,Header,2,SEX");
        try (Stream<Path> halves = Files.list(folder)) {
            assertThat(halves.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void whatCannotBeUsedIsTwoAndSaysWhy() throws IOException {
        assertThat(run("validate", "--year", "2025-27", header.toString()))
                .matches(outcome -> outcome.exit() == 2)
                .matches(outcome -> outcome.err().contains("is no collection year"));
        assertThat(run("validate", "--year", "2017-18", header.toString()).err())
                .contains("No rule is in force in 2017-18");
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "CHILD,COLOUR\nA1,blue\n");
        Outcome outcome = run("validate", "--year", "2024-25", other.toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("other.csv: Its columns are of no table of the return", "COLOUR");
        assertThat(run("validate", "--return", "s251", "--year", "2024-25", header.toString())
                        .err())
                .contains("There are: ssda903 and cin");
    }

    @Test
    void aCensusIsCheckedToo() throws IOException {
        Path census = folder.resolve("census.xml");
        Files.writeString(census, """
                <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
                <ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><LEA>399</LEA></Source></Header>
                <Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-06-15</PersonBirthDate>
                <Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
                <CINdetails><CINreferralDate>2024-05-01</CINreferralDate><ReferralSource>2A</ReferralSource>
                <PrimaryNeedCode>N1</PrimaryNeedCode><Assessments><AssessmentActualStartDate>2024-04-30</AssessmentActualStartDate>
                </Assessments><ReferralNFA>0</ReferralNFA></CINdetails></Child></Children></Message>
                """);
        Path file = folder.resolve("census.json");
        Outcome outcome = run(
                "validate",
                "--return",
                "cin",
                "--year",
                "2024-25",
                "--format",
                "json",
                "--out",
                file.toString(),
                census.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        // The assessment began the day before the referral: rule 1103.
        assertThat(Files.readString(file))
                .contains("{\"rule\":\"1103\",\"child\":\"A1\",\"module\":\"Assessments\",\"record\":1,"
                        + "\"fields\":[\"AssessmentActualStartDate\"]}");
    }

    @Test
    void aRuleTellsItsYearsAndWhatItNeeds() {
        assertThat(run("rules", "117").out()).contains("117, 2022-23 on, error", "Needs: Episodes, PlacedAdoption");
        assertThat(run("rules", "--return", "cin", "--year", "2024-25").out().lines())
                .hasSize(109);
        assertThat(run("rules", "9999").err()).contains("There is no rule '9999'");
    }
}
