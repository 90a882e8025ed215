package org.goldenthread.returns;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.goldenthread.returns.derived.DerivedClocks;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Hashes;
import org.goldenthread.snapshot.Identity;
import org.goldenthread.snapshot.Manifest;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.goldenthread.snapshot.SnapshotWriter;
import org.goldenthread.snapshot.Source;
import org.jspecify.annotations.Nullable;

/** One load, from files to a snapshot. */
final class Load {
    /** Changes whenever the same files would give other rows than before. */
    private static final String READING = "6";

    private final LoadRequest request;
    private final Path out;
    private final SnapshotKeys keys;
    private final InstantSource clock;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final Coverages coverages = new Coverages();
    private final People people = new People(findings);
    private final LoadedTables tables = new LoadedTables(Schema.standard());
    private final Map<String, Long> rowsBySource = new LinkedHashMap<>();

    Load(LoadRequest request, Path out, SnapshotKeys keys, InstantSource clock, Progress progress) {
        this.request = request;
        this.out = out;
        this.keys = keys;
        this.clock = clock;
        this.progress = progress;
    }

    LoadResult run() {
        RequestFiles files = RequestFiles.of(request, findings);
        Fingerprints fingerprints = Fingerprints.of(files.list());
        String id = id(files.list(), fingerprints);
        Optional<Snapshot> same = findSame(id);
        if (same.isPresent()) {
            return new LoadResult(out, same.get().manifest(), same.get().findings());
        }
        read(files);
        Pseudonymiser pseudonymiser = new Pseudonymiser(keys, people, id);
        Map<String, List<@Nullable Object[]>> rows;
        List<Identity> identities;
        try (Together together = new Together()) {
            // Who is who is settled; what the clocks derive from the rows says nothing of it.
            Future<List<Identity>> named = together.start(pseudonymiser::identities);
            DerivedClocks.derive(tables, coverages.list());
            writeCoverage(id);
            rows = pseudonymiser.rows(tables);
            identities = Together.get(named);
        }
        Manifest manifest = manifest(id, files.list(), fingerprints, rows);
        List<Finding> found = findings.list();
        progress.step("Writing the snapshot", 1, 1);
        new SnapshotWriter(keys).write(out, manifest, rows, identities, found);
        return new LoadResult(out, manifest, found);
    }

    private void read(RequestFiles files) {
        Stages stages = new Stages(progress, files.list().size() + 1L);
        List<LookedAfterReturn> returns = new ArrayList<>();
        List<Census> censuses = new ArrayList<>();
        List<GivenDayReturn> ofDays = new ArrayList<>();
        try (Together together = new Together()) {
            // Only this one writes to the tables; the returns and censuses are joined before their rows are made.
            Future<OthersRead> others = together.start(() -> readOthers(files, stages));
            List<Future<LookedAfterReturn.Read>> startedReturns = files.ssda903().stream()
                    .map(folder -> together.start(() -> {
                        stages.next("Reading " + folder.getFirst().key(), folder.size());
                        return LookedAfterReturn.read(folder, request.extracted());
                    }))
                    .toList();
            List<Future<CensusReader.Read>> startedCensuses = files.cin().stream()
                    .map(file -> together.start(() -> {
                        stages.next("Reading " + file.key());
                        return CensusReader.read(file, request);
                    }))
                    .toList();
            OthersRead other = Together.get(others);
            ofDays.addAll(other.given());
            take(other.findings(), other.coverages(), other.rowsBySource());
            for (Future<LookedAfterReturn.Read> started : startedReturns) {
                LookedAfterReturn.Read read = Together.get(started);
                take(read.findings(), read.coverages(), read.rowsBySource());
                returns.add(read.given());
            }
            for (Future<CensusReader.Read> started : startedCensuses) {
                CensusReader.Read read = Together.get(started);
                Census census = read.census();
                findings.addAll(read.findings());
                coverages.add(read.coverage(), census.source());
                rowsBySource.put(census.source(), (long) census.children().size());
                censuses.add(census);
            }
        }
        // One thread joins; another processor has time for what comes after.
        SnapshotWriter.prepare();
        stages.next("Joining the returns");
        new Joining(tables, people, findings, coverages).join(returns, censuses, ofDays);
    }

    private record OthersRead(
            Findings findings, Coverages coverages, Map<String, Long> rowsBySource, List<GivenDayReturn> given) {}

    private OthersRead readOthers(RequestFiles files, Stages stages) {
        OthersRead read = new OthersRead(new Findings(), new Coverages(), new LinkedHashMap<>(), new ArrayList<>());
        OtherReaders.of(files, request).forEach((file, reader) -> {
            stages.next("Reading " + file.key());
            FileSink sink = new FileSink(file.key(), tables, people, read.coverages(), read.findings());
            reader.read(file, sink);
            read.rowsBySource().put(file.key(), sink.rows());
            read.given().addAll(sink.given());
        });
        return read;
    }

    private void take(Findings noticed, Coverages told, Map<String, Long> rows) {
        findings.addAll(noticed);
        coverages.addAll(told);
        rowsBySource.putAll(rows);
    }

    private void writeCoverage(String id) {
        for (Coverage coverage : coverages.list()) {
            tables.get("gt_coverage")
                    .add(coverages.sourceOf(coverage), 1)
                    .set("source", coverage.source())
                    .set("covers_from", coverage.from())
                    .set("covers_to", coverage.to())
                    .set("load_id", id);
        }
    }

    private String id(List<SourceFile> files, Fingerprints fingerprints) {
        String parts = files.stream()
                .map(file -> file.kind() + " " + file.key() + " " + fingerprints.get(file))
                .sorted()
                .collect(Collectors.joining("\n"));
        String whole = String.join(
                "\n",
                READING,
                Schema.standard().version(),
                keys.fingerprint(),
                request.authorityCode(),
                request.authority(),
                String.valueOf(request.extracted()),
                String.valueOf(request.encrypted()),
                parts);
        return Hashes.sha256(whole.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private Optional<Snapshot> findSame(String id) {
        if (!Files.exists(out.resolve("manifest.json"))) {
            return Optional.empty();
        }
        return Optional.of(Snapshot.open(out, keys))
                .filter(snapshot -> snapshot.manifest().id().equals(id));
    }

    private Manifest manifest(
            String id, List<SourceFile> files, Fingerprints fingerprints, Map<String, List<@Nullable Object[]>> rows) {
        List<Source> sources = new ArrayList<>();
        for (SourceFile file : files) {
            sources.add(new Source(
                    file.key(),
                    file.kind(),
                    String.valueOf(file.path().getFileName()),
                    id,
                    request.extracted(),
                    fingerprints.get(file),
                    rowsBySource.getOrDefault(file.key(), 0L)));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.forEach((table, list) -> counts.put(table, (long) list.size()));
        return new Manifest(
                id,
                request.authorityCode(),
                request.authority(),
                clock.instant(),
                request.encrypted(),
                sources,
                coverages.list(),
                counts);
    }
}
