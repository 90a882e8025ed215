package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot: all of it, or nothing. It grows in a temporary folder beside its place and is moved there at the
 * end, when the disk has every file.
 */
public final class SnapshotWriter {
    static final Schema.Table IDENTITIES = new Schema.Table(
            "identities",
            "Who is behind a pseudonym",
            false,
            List.of(
                    new Schema.Column("person_id", ColumnType.VARCHAR, true, "golden thread", "Pseudonym"),
                    new Schema.Column("kind", ColumnType.VARCHAR, true, "golden thread", "Kind of identifier"),
                    new Schema.Column("value", ColumnType.VARCHAR, true, "golden thread", "Identifier or name"),
                    new Schema.Column("source", ColumnType.VARCHAR, false, "golden thread", "Key of the source"),
                    new Schema.Column("line", ColumnType.INTEGER, false, "golden thread", "Line of the source")));

    private final SnapshotKeys keys;

    public SnapshotWriter(SnapshotKeys keys) {
        this.keys = keys;
    }

    /**
     * Loads what writing needs, on a thread of its own, so that it is there when the rows are. What fails here fails again, and is told,
     * when the snapshot is written.
     */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("snapshot-prepare").start(() -> {
            try (TableWriter writer = new TableWriter(true)) {
                Objects.requireNonNull(writer);
            } catch (SQLException | LinkageError later) {
                // Told by write.
            }
        });
    }

    /**
     * Writes a snapshot to a folder that does not exist yet or is empty.
     *
     * @param rows rows of each table in the order of its columns; a table that is not named is empty
     * @throws SnapshotException where the folder holds something, or cannot be written
     */
    public void write(
            Path directory,
            Manifest manifest,
            Map<String, List<@Nullable Object[]>> rows,
            List<Identity> identities,
            List<Finding> findings) {
        Path target = directory.toAbsolutePath().normalize();
        Path parent = Objects.requireNonNull(target.getParent(), "A snapshot cannot take the place of a whole disk.");
        Path temporary = null;
        try {
            refuseIfTaken(target);
            temporary = OwnerOnly.createTemporaryFolder(parent, ".snapshot-");
            fill(temporary, manifest, rows, identities, findings);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.force(parent);
            temporary = null;
        } catch (IOException | SQLException problem) {
            throw new SnapshotException(
                    "The snapshot cannot be written to " + target
                            + ". Check that the disk has room and the folder may be written; nothing was stored.",
                    problem);
        } finally {
            discard(temporary);
        }
    }

    private void fill(
            Path folder,
            Manifest manifest,
            Map<String, List<@Nullable Object[]>> rows,
            List<Identity> identities,
            List<Finding> findings)
            throws IOException, SQLException {
        OwnerOnly.createFolder(folder.resolve("tables"));
        Queue<Filling> left = new ConcurrentLinkedQueue<>(fillings(rows, identities));
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("snapshot-", 1).factory())) {
            List<Future<?>> writing = new ArrayList<>();
            for (int thread = 0; thread < Runtime.getRuntime().availableProcessors(); thread++) {
                writing.add(threads.submit(() -> writeAll(folder, manifest, left)));
            }
            for (Future<?> one : writing) {
                await(one);
            }
        }
        ManifestFile.writeFindings(folder, findings);
        ManifestFile.write(folder, manifest, keys.fingerprint());
        OwnerOnly.force(folder.resolve("tables"));
        OwnerOnly.force(folder);
    }

    /** A file of the snapshot and what goes into it. */
    private record Filling(Schema.Table table, String file, List<@Nullable Object[]> rows) {}

    /** The largest first, so that no thread is left with one of them at the end. */
    private static List<Filling> fillings(Map<String, List<@Nullable Object[]>> rows, List<Identity> identities) {
        List<Filling> fillings = new ArrayList<>();
        for (Schema.Table table : Schema.standard().listTables()) {
            fillings.add(
                    new Filling(table, Snapshot.tableFile(table.name()), rows.getOrDefault(table.name(), List.of())));
        }
        fillings.add(new Filling(IDENTITIES, Identities.FILE, identityRows(identities)));
        fillings.sort(Comparator.comparingInt(filling -> -filling.rows().size()));
        return fillings;
    }

    private @Nullable Void writeAll(Path folder, Manifest manifest, Queue<Filling> left)
            throws IOException, SQLException {
        try (TableWriter writer = new TableWriter(manifest.encrypted())) {
            for (Filling next = left.poll(); next != null; next = left.poll()) {
                writer.write(
                        next.table(),
                        next.rows(),
                        folder.resolve(next.file()),
                        keys.fileKey(manifest.id(), next.file()));
            }
        } finally {
            // Where one thread fails the others have nothing more to do.
            left.clear();
        }
        return null;
    }

    private static void await(Future<?> writing) throws IOException, SQLException {
        try {
            writing.get();
        } catch (ExecutionException problem) {
            switch (problem.getCause()) {
                case IOException cause -> throw cause;
                case SQLException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(problem.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SnapshotException("The writing of the snapshot was stopped. Nothing was stored.", stopped);
        }
    }

    static List<@Nullable Object[]> identityRows(List<Identity> identities) {
        List<@Nullable Object[]> rows = new ArrayList<>(identities.size());
        for (Identity identity : identities) {
            rows.add(new @Nullable Object[] {
                identity.person(), identity.kind(), identity.value(), identity.source(), identity.line()
            });
        }
        return rows;
    }

    private static void refuseIfTaken(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new SnapshotException("The folder " + target
                        + " already holds something. A snapshot is never overwritten: choose another folder.");
            }
        }
    }

    private static void discard(@Nullable Path temporary) {
        if (temporary == null) {
            return;
        }
        try {
            OwnerOnly.deleteFolder(temporary);
        } catch (IOException problem) {
            throw new SnapshotException(
                    "The unfinished snapshot " + temporary + " could not be removed. Remove it by hand.", problem);
        }
    }
}
