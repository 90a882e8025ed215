package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        try (TableWriter writer = new TableWriter(manifest.encrypted())) {
            for (Schema.Table table : Schema.standard().listTables()) {
                String file = Snapshot.tableFile(table.name());
                writer.write(
                        table,
                        rows.getOrDefault(table.name(), List.of()),
                        folder.resolve(file),
                        keys.fileKey(manifest.id(), file));
            }
            writer.write(
                    IDENTITIES,
                    identityRows(identities),
                    folder.resolve(Identities.FILE),
                    keys.fileKey(manifest.id(), Identities.FILE));
        }
        ManifestFile.writeFindings(folder, findings);
        ManifestFile.write(folder, manifest, keys.fingerprint());
        OwnerOnly.force(folder.resolve("tables"));
        OwnerOnly.force(folder);
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
