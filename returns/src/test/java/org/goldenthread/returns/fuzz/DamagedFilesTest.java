package org.goldenthread.returns.fuzz;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of damaged files for each reader: none crashes it, holds it up, or has anything lost without a word. */
class DamagedFilesTest {
    private static final int FEW = 250;
    private static final long LONG_SECONDS = 60;
    /** Damaged files that a reader failed on are left here, to be looked at and read again. */
    private static final Path FAILED = Path.of("target", "damaged-files");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Reader.class)
    void noDamageCrashesAReaderOrLosesALine(Reader reader) throws Exception {
        try (Guard guard = new Guard()) {
            for (long seed = 1; seed <= FEW / reader.cost(); seed++) {
                read(reader, seed, guard);
            }
        }
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(Reader.class)
    void norDoesAMinuteOfItFromAnotherSeedEachDay(Reader reader) throws Exception {
        long end = System.nanoTime() + LONG_SECONDS * 1_000_000_000;
        try (Guard guard = new Guard()) {
            for (long seed = System.currentTimeMillis(); System.nanoTime() < end; seed++) {
                read(reader, seed, guard);
            }
        }
    }

    /** What once broke a reader, or was lost by one, under the reader's name. */
    @ParameterizedTest
    @MethodSource
    void whatWasFoundOnceStaysMended(Path kept) throws Exception {
        String name = String.valueOf(kept.getFileName());
        Reader reader = Reader.valueOf(name.replaceFirst("[-.].*", ""));
        byte[] bytes = Files.readAllBytes(kept);
        Path file = Files.write(folder.resolve(reader.file()), bytes);
        try (Guard guard = new Guard()) {
            guard.run(bytes.length, () -> reader.check(file, bytes));
        }
    }

    static Stream<Path> whatWasFoundOnceStaysMended() throws Exception {
        URL kept = Objects.requireNonNull(DamagedFilesTest.class.getResource("damaged"));
        return Files.list(Path.of(kept.toURI())).sorted();
    }

    private void read(Reader reader, long seed, Guard guard) throws Exception {
        byte[] bytes = reader.input(new SplittableRandom(seed));
        Path file = Files.write(folder.resolve(reader.file()), bytes);
        try {
            guard.run(bytes.length, () -> reader.check(file, bytes));
        } catch (Exception | AssertionError problem) {
            throw new AssertionError(
                    reader + " failed on seed " + seed + "; the file is " + keep(reader, seed, bytes) + ":\n"
                            + Reader.shown(bytes) + "\n",
                    problem);
        }
    }

    private static Path keep(Reader reader, long seed, byte[] bytes) throws IOException {
        Path kept = Files.createDirectories(FAILED).resolve(reader + "-" + seed + "-" + reader.file());
        return Files.write(kept, bytes).toAbsolutePath();
    }
}
