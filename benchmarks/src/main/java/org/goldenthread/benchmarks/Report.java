package org.goldenthread.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Prints each figure with its lowest, middle and highest, on which machine and of which data. */
public final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine() {
        out.printf(
                "Machine: %s, %d processors, %s %s, Java %s%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }

    public void data(String what) {
        out.println("Data: " + what);
    }

    void line(String what, double[] seconds, long peakMebibytes, String goal) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.UK,
                "%-58s min %7.3f s  median %7.3f s  max %7.3f s  (%d runs)%s%s%n",
                what,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                sorted.length,
                peakMebibytes > 0 ? "  peak " + peakMebibytes + " MiB" : "",
                goal.isEmpty() ? "" : "  goal " + goal);
    }

    /** Half of the times, nearly all of them, and all but the worst hundredth. */
    public void percentiles(String what, double[] seconds, String goal) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.UK,
                "%-58s p50 %7.4f s  p95 %7.4f s  p99 %7.4f s  max %7.4f s  (%d)%s%n",
                what,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted[sorted.length - 1],
                sorted.length,
                goal.isEmpty() ? "" : "  goal " + goal);
    }

    /** Anything else that is to be said, on a line of its own. */
    public void say(String format, Object... what) {
        out.printf(Locale.UK, format + "%n", what);
    }

    /** The time within which that share of them was, of times in order. */
    public static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException none) {
            return "unknown processor";
        }
    }
}
