package org.goldenthread.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.goldenthread.benchmarks.Report;
import org.goldenthread.benchmarks.ServerProcess;

/**
 * Two hundred signed-in workers at twenty requests a second against a borough of 75,000 children with ten years' history, each ten
 * seconds' thought apart; then faster, until the server no longer keeps up.
 */
public final class LoadBench {

    private static final int CHILDREN = Integer.getInteger("goldenthread.bench.children", 75_000);
    private static final double USUAL_RATE = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("goldenthread.bench.warm-up", 60));
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("goldenthread.bench.seconds", 120));
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final List<String> NAMES = List.of(
            "smith",
            "khan",
            "Olivia",
            "patel",
            "ferraw",
            "Taylor Amara",
            "bailer",
            "Penrose",
            "nowak kofi",
            "jones 2015",
            "Lailfield");

    private final Report report;
    private final Path root;
    private final Path folder;

    public LoadBench(Report report, Path root, Path folder) {
        this.report = report;
        this.root = root;
        this.folder = folder;
    }

    public void run() throws IOException, SQLException, InterruptedException {
        Path home = folder.resolve("load-" + CHILDREN);
        LoadBorough borough = new LoadBorough(home, CHILDREN, line -> report.say("  %s", line));
        borough.make();
        report.data(borough.describe());
        try (ServerProcess server =
                        ServerProcess.start(root, List.of("serve", "--demo"), home, folder.resolve("load.log"));
                ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Worker> workers = signIn(server, client);
            report.say(
                    "%d signed in, of whom %d see their own and their team's children alone",
                    workers.size(),
                    workers.stream().filter(Worker::isMostRestricted).count());
            OpenLoad load = new OpenLoad(workers, 11);
            load.run(USUAL_RATE, WARM_UP);
            Used before = Used.now(server);
            List<OpenLoad.Answer> answers = load.run(USUAL_RATE, LENGTH);
            report.say(
                    "%d requests at %.0f a second, %d not answered rightly; processor: %s",
                    answers.size(),
                    USUAL_RATE,
                    countWrong(answers),
                    Used.now(server).since(before));
            for (Ask ask : Ask.values()) {
                line(ask.words(), answers, answer -> answer.ask() == ask, ask.goal());
            }
            line("all, who see least", answers, answer -> answer.worker().isMostRestricted(), 0.150);
            line("all, the others", answers, answer -> !answer.worker().isMostRestricted(), 0.150);
            saturate(load, server);
        }
    }

    private static List<Worker> signIn(ServerProcess server, ExecutorService client)
            throws IOException, InterruptedException {
        Map<String, Integer> accounts = new TreeMap<>(Map.of(
                "social-worker-", LoadBorough.WORKFORCE.socialWorkers(),
                "team-manager-", LoadBorough.WORKFORCE.teams(),
                "reviewing-officer-", LoadBorough.WORKFORCE.reviewingOfficers(),
                "front-door-worker-", LoadBorough.WORKFORCE.frontDoorWorkers()));
        List<Worker> workers = new ArrayList<>();
        for (Map.Entry<String, Integer> each : accounts.entrySet()) {
            for (int number = 1; number <= each.getValue(); number++) {
                Worker worker = Worker.signIn(server, each.getKey() + number, NAMES, client);
                if (worker.hasPeople()) {
                    workers.add(worker);
                }
            }
        }
        return workers;
    }

    /** Half as many again a second each time, until a tenth goes unanswered for a second or fails. */
    private void saturate(OpenLoad load, ServerProcess server) throws IOException {
        for (double rate = USUAL_RATE * 2; rate <= 1280; rate *= 1.5) {
            Used before = Used.now(server);
            List<OpenLoad.Answer> answers = load.run(rate, STEP);
            String used = Used.now(server).since(before);
            double[] times = times(answers, unused -> true);
            long failed = countWrong(answers);
            report.say(
                    "at %4.0f a second: p50 %6.3f s  p95 %6.3f s, %d of %d not answered rightly; %s",
                    rate, Report.at(times, 0.5), Report.at(times, 0.95), failed, answers.size(), used);
            if (Report.at(times, 0.9) > 1 || failed > answers.size() / 10) {
                report.say("It saturates below %.0f requests a second.", rate);
                return;
            }
        }
    }

    private void line(String what, List<OpenLoad.Answer> answers, Predicate<OpenLoad.Answer> which, double goal) {
        double[] times = times(answers, which);
        if (times.length > 0) {
            report.percentiles(what, times, String.format(Locale.UK, "%.3f s at p95", goal));
        }
    }

    private static long countWrong(List<OpenLoad.Answer> answers) {
        return answers.stream().filter(answer -> !answer.isRight()).count();
    }

    private static double[] times(List<OpenLoad.Answer> answers, Predicate<OpenLoad.Answer> which) {
        double[] times = answers.stream()
                .filter(which)
                .mapToDouble(OpenLoad.Answer::seconds)
                .toArray();
        Arrays.sort(times);
        return times;
    }

    /** Processor time until now, and when. */
    private record Used(long at, double server, double database, double generator) {
        static Used now(ServerProcess server) throws IOException {
            double[] seconds = server.cpuSeconds();
            double own = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                            .getProcessCpuTime()
                    / 1e9;
            return new Used(System.nanoTime(), seconds[0], seconds[1], own);
        }

        String since(Used before) {
            double elapsed = (at - before.at) / 1e9;
            return String.format(
                    Locale.UK,
                    "server %.2f, database %.2f, generator %.2f of %d processors",
                    (server - before.server) / elapsed,
                    (database - before.database) / elapsed,
                    (generator - before.generator) / elapsed,
                    Runtime.getRuntime().availableProcessors());
        }
    }
}
