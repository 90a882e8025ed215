package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.FollowedFigures;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a person types them, over a return of six children made by hand. */
class CommandLineTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-04-12T09:30:00Z"));

    /** Six children in care; the last leaves on 31 March 2024, so that five are looked after at the end of that day. */
    private static final int CHILDREN = 6;

    @TempDir
    Path folder;

    private Path ssda903;

    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void writeReturn() throws IOException {
        ssda903 = Files.createDirectory(folder.resolve("ssda903"));
        List<String> header = new ArrayList<>(List.of("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"));
        List<String> episodes = new ArrayList<>(List.of(
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"));
        for (int child = 1; child <= CHILDREN; child++) {
            header.add("C" + child + ",1,15/06/2012,WBRI,UN1,,");
            String end = child == CHILDREN ? "31/03/2024,E4A" : ",";
            episodes.add("C" + child + ",01/06/2023,S,C2,N1,U6,PR1," + end + ",,ZZ99 3VZ,ZZ99 3WZ,SC000001");
        }
        Files.write(ssda903.resolve("header.csv"), header);
        Files.write(ssda903.resolve("episodes.csv"), episodes);
    }

    private Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GoldenThread.commandLine(CLOCK);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Outcome snapshot(Path out) {
        return run(
                "snapshot",
                "--home",
                folder.resolve("home").toString(),
                "--ssda903",
                ssda903.toString(),
                "--authority-code",
                "399",
                "--authority",
                "London Borough of Fairmead",
                "--extracted",
                "2024-03-31",
                "--out",
                out.toString());
    }

    private Outcome scorecard(Path snapshot, String part, Path out) {
        return run(
                "scorecard",
                "--home",
                folder.resolve("home").toString(),
                "--snapshot",
                snapshot.toString(),
                "--as-at",
                "2024-03-31",
                "--part",
                part,
                "--format",
                "json",
                "--out",
                out.toString());
    }

    @Test
    void a_return_becomes_a_snapshot_a_scorecard_and_a_trace_to_its_lines() throws IOException {
        Path snapshot = folder.resolve("snapshot");
        Outcome made = snapshot(snapshot);
        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
        assertThat(made.out()).contains("episodes.csv").contains("2024-03-31");

        Path part2 = folder.resolve("part2.json");
        Path part1 = folder.resolve("part1.json");
        assertThat(scorecard(snapshot, "2", part2).err()).contains("Part 2 written to");
        assertThat(scorecard(snapshot, "1", part1).exit()).isZero();
        // Row 15 counts the children looked after at the end of the day: six less the one who left on it.
        assertThat(row15(part2)).contains("\"value\":5").doesNotContain("suppressed");
        assertThat(row15(part1))
                .contains("suppressed")
                .doesNotContain("\"value\":5")
                .doesNotContain("\"numerator\":5");

        Outcome trace = run(
                "trace",
                "--home",
                folder.resolve("home").toString(),
                "--snapshot",
                snapshot.toString(),
                "--measure",
                "children-looked-after",
                "--as-at",
                "2024-03-31",
                "--child-ids");
        assertThat(trace.exit()).as(trace.err()).isZero();
        assertThat(trace.out())
                .contains("episodes.csv\t2")
                .contains("C1\t")
                .contains("5 rows")
                .doesNotContain("C6\t");
        Path audit = folder.resolve("home").resolve("audit.jsonl");
        assertThat(Files.readString(audit))
                .contains("\"at\":\"2024-04-12T09:30:00Z\"")
                .contains("\"what\":\"trace\"")
                .contains("\"measure\":\"children-looked-after\"")
                .contains("\"rows\":\"5\"")
                .contains("\"child_ids\":\"true\"")
                .doesNotContain("C1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(audit)))
                .isEqualTo("rw-------");
    }

    /** The object of the indicator numbered 15, without spaces. */
    private static String row15(Path json) throws IOException {
        String text = Files.readString(json).replaceAll("\\s", "");
        int start = text.indexOf("{\"number\":\"15\"");
        return text.substring(start, text.indexOf("{\"number\":\"16\""));
    }

    @Test
    void every_figure_of_the_six_children_can_be_followed_to_its_line() throws IOException {
        snapshot(folder.resolve("snapshot"));
        Snapshot snapshot = Snapshot.open(
                folder.resolve("snapshot"),
                SnapshotKeys.load(folder.resolve("home").resolve("snapshot.keys")));
        try (MeasureEngine engine = DuckDbEngine.open(snapshot)) {
            FollowedFigures followed = new FollowedFigures(snapshot, engine, Catalogue.standard(), List.of(ssda903));
            Scorecard scorecard = new ScorecardBuilder()
                    .build(ScorecardRequest.of(
                            ScorecardRequest.Dataset.of(snapshot),
                            engine,
                            Catalogue.standard(),
                            IndexDefinition.standard("2024"),
                            LocalDate.of(2024, 3, 31)));
            followed.follow(scorecard);
            followed.followByTracer(scorecard);
            assertThat(followed.faults()).isEmpty();
            // Five or six children at the end of each month from June to March, and none in April and May.
            assertThat(followed.rowsByMeasure()).containsEntry("children-looked-after", 9 * CHILDREN + CHILDREN - 1);
        }
    }

    @Test
    void a_look_that_cannot_be_written_down_is_not_given() throws IOException {
        Path snapshot = folder.resolve("snapshot");
        snapshot(snapshot);
        Files.createDirectory(folder.resolve("home").resolve("audit.jsonl"));
        Outcome trace = run(
                "trace",
                "--home",
                folder.resolve("home").toString(),
                "--snapshot",
                snapshot.toString(),
                "--measure",
                "children-looked-after",
                "--as-at",
                "2024-03-31");
        assertThat(trace.exit()).isEqualTo(1);
        assertThat(trace.out()).isEmpty();
        assertThat(trace.err()).contains("audit log").contains("not shown");
    }

    @Test
    void a_child_is_erased_and_the_figures_stay() throws IOException {
        Path snapshot = folder.resolve("snapshot");
        snapshot(snapshot);
        Outcome erased = erase(snapshot, "C1");
        assertThat(erased.exit()).as(erased.err()).isZero();
        assertThat(erased.out()).contains("taken out of the snapshot").contains("erase there too");

        Path part2 = folder.resolve("part2.json");
        assertThat(scorecard(snapshot, "2", part2).exit()).isZero();
        assertThat(row15(part2)).contains("\"value\":5");
        Outcome trace = run(
                "trace",
                "--home",
                folder.resolve("home").toString(),
                "--snapshot",
                snapshot.toString(),
                "--measure",
                "children-looked-after",
                "--as-at",
                "2024-03-31",
                "--child-ids");
        assertThat(trace.out()).contains("C2\t").doesNotContain("C1\t").contains("5 rows");
        assertThat(Files.readString(folder.resolve("home").resolve("audit.jsonl")))
                .contains("\"what\":\"erase\"")
                .doesNotContain("C1");
        assertThat(erase(snapshot, "C1").err()).contains("holds nobody by the identifier given");
    }

    private Outcome erase(Path snapshot, String child) {
        return run(
                "erase",
                "--home",
                folder.resolve("home").toString(),
                "--snapshot",
                snapshot.toString(),
                "--child",
                child);
    }

    @Test
    void what_cannot_be_done_says_what_is_wrong_and_what_to_do() {
        assertThat(run("measures", "no-such-measure").err())
                .contains("There is no measure 'no-such-measure'")
                .contains("lists them all");
        assertThat(run("snapshot", "--out", folder.resolve("x").toString()).err())
                .contains("There is nothing to load")
                .contains("--ssda903");
        Outcome missing = run(
                "snapshot",
                "--home",
                folder.resolve("home").toString(),
                "--ssda903",
                folder.resolve("nowhere").toString(),
                "--out",
                folder.resolve("x").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("nowhere");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(run("scorecard", "--snapshot", folder.toString(), "--as-at", "31/03/2024")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void a_local_count_of_no_measure_is_met_with_the_keys_near_it() throws IOException {
        Path local = Files.createDirectory(folder.resolve("local"));
        Files.writeString(local.resolve("counts.csv"), "measure,month,value\nneet-16-to-17,2024-03,9\n");
        Outcome made = run(
                "snapshot",
                "--home",
                folder.resolve("home").toString(),
                "--local",
                local.toString(),
                "--out",
                folder.resolve("snapshot").toString());
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out())
                .contains("counts.csv, line 2, measure")
                .contains("no figure uses it")
                .contains("Near it are neet-16-17");
    }

    @Test
    void the_catalogue_is_listed_searched_and_defined() {
        Outcome all = run("measures");
        assertThat(all.exit()).isZero();
        assertThat(all.out()).contains("referrals-repeat-12-months").contains("measures. ");
        assertThat(run("measures", "--search", "zebra").out()).contains("No measure speaks of 'zebra'");
        assertThat(run("measures", "children-looked-after").out())
                .contains("Children Act 1989")
                .contains("periods")
                .contains("Needs");
    }
}
