package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that was made beside another takes its place, by renaming.
 *
 * <p>That takes up to four renames: the old folder aside and the new one into its place, each with its database where that
 * lies elsewhere. A note beside the folder lasts from before the first until after the last. While it is there nobody starts
 * anything on the folder, and the next restore puts back first what was there.
 */
public final class FolderSwap {

    private static final String ELSEWHERE = "its database lies elsewhere";

    private FolderSwap() {}

    /** @throws DatabaseProblem where a swap was cut short, saying what to do */
    public static void requireDone(Path home) {
        if (Files.exists(note(home))) {
            throw new DatabaseProblem("A restore into the folder " + home
                    + " was cut short before it was done. Nothing is lost. Run ./goldenthread restore again as it was run then:"
                    + " it puts back what was there before, and begins anew.");
        }
    }

    /**
     * @param made the folder that takes the place of {@code home}, beside it
     * @param occupied whether there is something in the place, that is to be kept
     * @return where what was in the place is now; null where there was nothing
     */
    public static @Nullable Path take(Path made, Path home, boolean occupied) throws IOException {
        Path aside = occupied ? freeName(home) : null;
        writeNote(
                home, aside == null ? "" : aside.getFileName() + "\n" + (hasDatabaseElsewhere(home) ? ELSEWHERE : ""));
        if (aside == null) {
            Files.deleteIfExists(home);
        } else {
            move(home, aside);
        }
        move(made, home);
        removeNote(home);
        return aside;
    }

    /**
     * Puts back what was there before a swap that was cut short, wherever it was cut. Cut short itself, it can be done again.
     *
     * @param made as it was named when the swap began
     * @return whether one was
     */
    public static boolean undo(Path made, Path home) throws IOException {
        Path note = note(home);
        if (!Files.exists(note)) {
            return false;
        }
        List<String> noted = Files.readAllLines(note, StandardCharsets.UTF_8);
        if (!noted.isEmpty() && !noted.getFirst().isBlank()) {
            putBack(home.resolveSibling(noted.getFirst()), home, noted.contains(ELSEWHERE));
        } else if (!Files.exists(made)) {
            // What stands in the place was made by the restore, and may lack its database.
            ClusterRestore.delete(home);
        }
        removeNote(home);
        return true;
    }

    private static void putBack(Path aside, Path home, boolean withDatabase) throws IOException {
        if (Files.exists(aside)) {
            Folders.delete(home);
            rename(aside, home);
        }
        if (withDatabase) {
            moveDatabase(aside, home);
        } else if (hasDatabaseElsewhere(home)) {
            Folders.delete(PostgresFolders.parentFor(home, UnprivilegedUser.find()));
        }
    }

    private static boolean hasDatabaseElsewhere(Path home) {
        Path database = PostgresFolders.parentFor(home, UnprivilegedUser.find());
        return !PostgresFolders.isWithin(home, database) && Files.exists(database);
    }

    private static void move(Path from, Path to) throws IOException {
        rename(from, to);
        moveDatabase(from, to);
    }

    /** Where the database does not lie within its folder. */
    private static void moveDatabase(Path from, Path to) throws IOException {
        if (hasDatabaseElsewhere(from)) {
            UnprivilegedUser user = UnprivilegedUser.find();
            Path there = PostgresFolders.parentFor(to, user);
            Folders.delete(there);
            rename(PostgresFolders.parentFor(from, user), there);
        }
    }

    /** Each renaming goes through here: a test kills before every one. */
    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    private static Path freeName(Path home) {
        for (int number = 1; ; number++) {
            Path name = home.resolveSibling(home.getFileName() + ".before-restore-" + number);
            if (!Files.exists(name)) {
                return name;
            }
        }
    }

    private static Path note(Path home) {
        Path whole = home.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".restore-cut-short");
    }

    private static void writeNote(Path home, String name) throws IOException {
        try (FileChannel channel =
                FileChannel.open(note(home), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static void removeNote(Path home) throws IOException {
        Files.delete(note(home));
    }
}
