package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes one person's identifiers and names out of a snapshot. The person's events, birthday and pseudonym stay in its tables,
 * so that every figure stays as it is, but no identifier can be found for the pseudonym any more.
 *
 * <p>Whoever has the key file and knows the identifier can still work the pseudonym out, and a row still names its line in the
 * council's own file of the return: what is erased here has to be erased there too.
 */
public final class Erasure {
    static final String FILE = "erasures.json";

    private final Path directory;
    private final SnapshotKeys keys;
    private final InstantSource clock;

    /** @param clock tells when a person was erased */
    public Erasure(Path directory, SnapshotKeys keys, InstantSource clock) {
        this.directory = directory;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Erases whoever the council knows by an identifier. The new file of identities takes the old one's place at once and
     * whole; when it was done is noted beside it, and not of whom.
     *
     * @return how many entries were taken out
     * @throws SnapshotException where nobody is held by that identifier, or the files cannot be read or written; nothing is
     *     changed then
     */
    public int erase(String councilId) {
        Snapshot snapshot = Snapshot.open(directory, keys);
        List<Identity> held = snapshot.identities().listAll();
        Set<String> persons = held.stream()
                .filter(identity -> identity.kind().equals(Identity.COUNCIL_ID)
                        && identity.value().equals(councilId))
                .map(Identity::person)
                .collect(Collectors.toCollection(TreeSet::new));
        if (persons.isEmpty()) {
            throw new SnapshotException(
                    "The snapshot " + directory + " holds nobody by the identifier given. Give it as"
                            + " the returns do; whoever was erased before is not held any more.");
        }
        List<Identity> kept = held.stream()
                .filter(identity -> !persons.contains(identity.person()))
                .toList();
        try {
            replaceIdentities(snapshot.manifest(), kept);
            note();
        } catch (IOException | SQLException problem) {
            throw new SnapshotException(
                    "The identities in " + directory
                            + " could not be written anew. Check that the disk has room and the"
                            + " folder may be written, and erase again.",
                    problem);
        }
        return held.size() - kept.size();
    }

    /** When persons were erased from the snapshot, the earliest first. */
    public List<Instant> listErasures() {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        return ManifestFile.readList(file).stream()
                .map(erased -> Instant.parse(erased.text("at")))
                .toList();
    }

    private void replaceIdentities(Manifest manifest, List<Identity> kept) throws IOException, SQLException {
        Path temporary = OwnerOnly.createTemporaryFolder(directory, ".erasing-");
        try {
            Path written = temporary.resolve(Identities.FILE);
            try (TableWriter writer = new TableWriter(manifest.encrypted())) {
                writer.write(
                        SnapshotWriter.IDENTITIES,
                        SnapshotWriter.identityRows(kept),
                        written,
                        keys.fileKey(manifest.id(), Identities.FILE));
            }
            put(written, Identities.FILE);
        } finally {
            OwnerOnly.deleteFolder(temporary);
        }
    }

    private void note() throws IOException {
        List<Map<String, Object>> erasures = new ArrayList<>();
        for (Instant at : listErasures()) {
            erasures.add(entry(at));
        }
        erasures.add(entry(clock.instant()));
        Path temporary = OwnerOnly.createTemporaryFolder(directory, ".erasing-");
        try {
            Path written = temporary.resolve(FILE);
            ManifestFile.writeJson(written, erasures);
            put(written, FILE);
        } finally {
            OwnerOnly.deleteFolder(temporary);
        }
    }

    private static Map<String, Object> entry(Instant at) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", at);
        return entry;
    }

    private void put(Path written, String file) throws IOException {
        Files.move(
                written, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.force(directory);
    }
}
