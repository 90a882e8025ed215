package org.goldenthread.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.IndexRow;
import org.goldenthread.measures.scorecard.ScorecardRequest.Dataset;
import org.goldenthread.measures.scorecard.WhatChanged;
import org.goldenthread.measures.scorecard.WhatChanged.Change;
import org.goldenthread.measures.scorecard.WhatChanged.MeasureChanges;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changed between two snapshots, measure by measure and child by child. Written to the audit log as {@code trace} is. */
@Command(
        name = "changed",
        mixinStandardHelpOptions = true,
        description = "What changed since last month's snapshot: joined, left, now late, corrected.")
final class ChangedCommand implements Callable<Integer> {

    @Option(names = "--before", paramLabel = "DIR", required = true, description = "The earlier snapshot.")
    private Path before = Path.of("before");

    @Option(names = "--snapshot", paramLabel = "DIR", required = true, description = "The later snapshot.")
    private Path after = Path.of("snapshot");

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            required = true,
            description = "A day of the later month; it is held against the month before it.")
    private LocalDate asAt = LocalDate.EPOCH;

    @Mixin
    private Measures measures = new Measures();

    @Mixin
    private IndexChoice index = new IndexChoice();

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock;

    ChangedCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Terminal.out(spec);
        SnapshotKeys keys = SnapshotKeys.load(home.keyFile());
        Snapshot earlier = Snapshot.open(before, keys);
        Snapshot later = Snapshot.open(after, keys);
        Catalogue catalogue = measures.catalogue();
        List<Measure> counted = index.index().rows().stream()
                .map(IndexRow::measure)
                .distinct()
                .map(catalogue::getMeasure)
                .toList();
        YearMonth month = YearMonth.from(asAt);
        try (MeasureEngine then = new Engines().open(earlier);
                MeasureEngine now = new Engines().open(later)) {
            List<MeasureChanges> changes = WhatChanged.between(
                    new WhatChanged.Side(Dataset.of(earlier), then, Period.month(month.minusMonths(1))),
                    new WhatChanged.Side(Dataset.of(later), now, Period.month(month)),
                    counted);
            Map<String, String> look = new LinkedHashMap<>();
            look.put("before", earlier.manifest().id());
            look.put("snapshot", later.manifest().id());
            look.put("as_at", asAt.toString());
            new AuditLog(home.auditLog()).write(clock.instant(), "changed", look);
            if (changes.isEmpty()) {
                print.println("Nothing changed.");
            }
            changes.forEach(each -> show(each, print));
        }
        print.flush();
        return CommandLine.ExitCode.OK;
    }

    private static void show(MeasureChanges of, PrintWriter print) {
        print.println(of.measure().name() + ": " + value(of, of.then()) + " then, " + value(of, of.thenAsNowKnown())
                + " then as now known, " + value(of, of.now()) + " now");
        for (Change change : of.changes()) {
            var row = change.after() == null ? change.before() : change.after();
            print.println("  " + change.kind().label() + "\t" + change.subject()
                    + (row == null ? "" : "\t" + row.source() + ", line " + row.line()));
        }
    }

    private static String value(MeasureChanges of, Figure figure) {
        return figure.value() == null
                ? figure.state().label()
                : Numbers.plain(figure.value(), of.measure().decimals());
    }
}
