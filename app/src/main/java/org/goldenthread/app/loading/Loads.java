package org.goldenthread.app.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.returns.DroppedFiles;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.Source;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Makes a snapshot of returns and registers it as the current one. */
@Service
public class Loads {

    private final SnapshotRegister register;
    private final OpenSnapshots snapshots;
    private final InstantSource clock;
    private final Path folder;

    Loads(
            SnapshotRegister register,
            OpenSnapshots snapshots,
            InstantSource clock,
            @Value("${goldenthread.home}") Path home) {
        this.register = register;
        this.snapshots = snapshots;
        this.clock = clock;
        this.folder = home.resolve("snapshots");
    }

    /** Loads returns that the demo made; its accounts stay. */
    public LoadResult loadMadeUp(LoadRequest request, Progress progress) {
        return load(request, progress, true, "system");
    }

    /** Makes a snapshot of what is asked for and registers it as the current one. */
    public LoadResult load(LoadRequest request, Progress progress, boolean madeUp, String by) {
        Path incoming = folder.resolve("incoming-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            LoadResult result = new ReturnsLoader().load(request, incoming, snapshots.keys(), clock, progress);
            Path place = folder.resolve(result.manifest().id());
            if (Files.exists(place)) {
                delete(incoming);
            } else {
                Files.move(incoming, place);
            }
            register.add(
                    result.manifest().id(),
                    place.toAbsolutePath(),
                    request.authorityCode(),
                    request.authority(),
                    madeUp,
                    by);
            return new LoadResult(place, result.manifest(), result.findings());
        } catch (IOException problem) {
            throw new UncheckedIOException("The snapshot could not be written to " + folder, problem);
        } finally {
            deleteIfThere(incoming);
        }
    }

    /** Whether the demo made every one of these very files. */
    boolean areMadeUp(DroppedFiles.Sorted sorted) throws IOException {
        Set<String> known = register.listEntries().stream()
                .filter(SnapshotEntry::madeUp)
                .flatMap(entry -> Snapshot.open(entry.directory(), snapshots.keys()).manifest().sources().stream())
                .map(Source::sha256)
                .collect(Collectors.toSet());
        for (Path place : Stream.of(sorted.ssda903(), sorted.cin(), sorted.annexA(), sorted.local(), sorted.ssd())
                .flatMap(List::stream)
                .toList()) {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (!known.contains(fingerprint(file))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** What was noticed when a registered snapshot was made; nothing where there is no such snapshot. */
    List<Finding> listFindings(String snapshot) {
        return register.findEntry(snapshot)
                .map(entry -> Snapshot.open(entry.directory(), snapshots.keys()).findings())
                .orElse(List.of());
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static void deleteIfThere(Path tree) {
        try {
            if (Files.exists(tree)) {
                delete(tree);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(tree + " could not be deleted. Delete it by hand.", problem);
        }
    }

    private static String fingerprint(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
