package org.goldenthread.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One run of a whole command: how long from its start to its end, and the most memory that it held.
 *
 * @param peakMebibytes the resident set at its largest, of the process and its children together where there are any; nought where the
 *     system does not tell
 */
record ProcessRun(Duration wall, long peakMebibytes, int exit, Path output) {

    /** Runs {@code command} and keeps what it prints in a file beside {@code work}. */
    static ProcessRun of(List<String> command, Path work) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path output = work.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentPeak(process.pid()));
        }
        return new ProcessRun(Duration.ofNanos(System.nanoTime() - start), peak / 1024, process.exitValue(), output);
    }

    /** The high-water mark that Linux keeps of a process, in kibibytes. */
    static long residentPeak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }
}
