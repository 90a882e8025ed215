package org.goldenthread.returns.write.daily;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the collection was last known to hold, in a file that its owner alone may read: for each child a keyed name, a keyed hash of what was
 * accepted, and the identifier encrypted. The identifier is kept because a child who has left the snapshot, or was erased from it, can be
 * purged by it alone, and nothing else holds it any more.
 */
final class SendState {
    private static final String FIRST = "golden-thread-daily-state 1";

    private final Path file;
    private final String destination;
    private final Checkpoints checkpoints;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    private SendState(Path file, String destination, Checkpoints checkpoints) {
        this.file = file;
        this.destination = destination;
        this.checkpoints = checkpoints;
    }

    /**
     * @param hash of what was accepted last
     * @param sealedId the child's identifier, encrypted
     */
    record Entry(String hash, String sealedId) {}

    /**
     * Reads the file; where there is none nothing was accepted yet.
     *
     * @param destination where and for whom the children are sent, so that one collection's state is not taken for another's
     * @throws SendStopped where the file is another destination's, or is damaged
     */
    static SendState read(Path file, String destination, Checkpoints checkpoints) throws IOException {
        SendState state = new SendState(file.toAbsolutePath(), destination, checkpoints);
        if (Files.exists(file)) {
            state.take(Files.readAllLines(file, StandardCharsets.UTF_8));
        }
        return state;
    }

    private void take(List<String> lines) {
        int size = lines.size();
        if (size < 3 || !lines.getFirst().equals(FIRST) || !lines.getLast().equals("end " + (size - 3))) {
            throw damaged();
        }
        if (!lines.get(1).equals(destination)) {
            throw new SendStopped("The state file " + file + " is of another sending (" + lines.get(1) + ", not "
                    + destination + "). Give each address and authority a state file of its own.");
        }
        for (String line : lines.subList(2, size - 1)) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3) {
                throw damaged();
            }
            entries.put(parts[0], new Entry(parts[1], parts[2]));
        }
    }

    private SendStopped damaged() {
        return new SendStopped(
                "The state file " + file + " is damaged or is no state file. Restore it from a backup. Without"
                        + " it every child is sent again, and those who have left are not purged.");
    }

    @Nullable Entry find(String name) {
        return entries.get(name);
    }

    Map<String, Entry> entries() {
        return new TreeMap<>(entries);
    }

    /** Records what one accepted batch said, on the disk when the call returns: all of it or, where it is cut off, nothing. */
    void record(Map<String, Entry> accepted, Set<String> purged) throws IOException {
        TreeMap<String, Entry> after = new TreeMap<>(entries);
        after.putAll(accepted);
        purged.forEach(after::remove);
        write(after);
        entries.clear();
        entries.putAll(after);
    }

    private void write(Map<String, Entry> after) throws IOException {
        List<String> lines = new ArrayList<>(after.size() + 3);
        lines.add(FIRST);
        lines.add(destination);
        after.forEach((name, entry) -> lines.add(name + " " + entry.hash() + " " + entry.sealedId()));
        lines.add("end " + after.size());
        Path temporary = file.resolveSibling(file.getFileName() + ".writing");
        Files.deleteIfExists(temporary);
        try (FileChannel channel = FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        checkpoints.reach("state written");
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
        checkpoints.reach("state in place");
    }
}
