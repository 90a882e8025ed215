package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.audit.ChainOfProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of the server and of its database while people record: nothing that was acknowledged is lost, and nothing is
 * half done.
 *
 * <p>The database alone is killed as often as the server: the application then goes on by itself. A process is killed and not
 * the machine, so what the operating system had not written to the disk is not lost here; that {@code fsync} is on is held by
 * another test.
 */
class KillTest {

    private static final long SEED = Long.getLong("golden-thread.kill-seed", 20240412);
    private static final int SHORTEST = 250;
    private static final int LONGEST = 1000;

    private enum Killed {
        POSTMASTER,
        SERVER,
        BACKEND,
        BOTH
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDoneInTenKills() throws Exception {
        killWhileTheyRecord(10, SEED);
    }

    @Tag("long")
    @Test
    void norInAHundred() throws Exception {
        killWhileTheyRecord(100, SEED + 1);
    }

    private static void killWhileTheyRecord(int times, long seed) throws Exception {
        Random random = new Random(seed);
        int unanswered = 0;
        try (ServedProcess server = new ServedProcess(RunningApplication.newFolder())) {
            server.start();
            List<String> names = List.of("anna", "bela", "cora", "dora");
            Gate gate = new Gate(names.size());
            List<Worker> workers = names.stream()
                    .map(name -> new Worker(server, gate, "front-door-manager", name))
                    .toList();
            List<Thread> threads = workers.stream()
                    .map(worker -> Thread.ofPlatform().daemon().start(worker))
                    .toList();
            for (int round = 0; round < times; round++) {
                awaitProgress(workers, gate);
                ServedProcess.pause(random.nextInt(SHORTEST, LONGEST));
                Killed killed = Killed.values()[round % Killed.values().length];
                long before = server.postmaster();
                kill(server, killed, random);
                gate.shut();
                if (killed == Killed.SERVER || killed == Killed.BOTH) {
                    server.start();
                } else {
                    server.awaitHealth();
                }
                if (killed != Killed.BACKEND) {
                    server.awaitPostmasterAfter(before);
                }
                check(server, workers, "round " + round + ", " + killed + " killed, seed " + seed);
                gate.open();
            }
            awaitProgress(workers, gate);
            gate.end();
            for (Thread thread : threads) {
                thread.join();
            }
            gate.requireNoFailure();
            check(server, workers, "the end, seed " + seed);
            requireThatTheCheckFindsWhatIsHalf(server);
            unanswered = workers.stream().mapToInt(Worker::unanswered).sum();
            assertThat(ChainOfProcess.verify(server.superuser())).contains("The chain is whole.");
            System.out.printf(
                    "%d kills: %d acts acknowledged, %d unanswered and sent again.%n",
                    times,
                    workers.stream()
                            .mapToInt(worker -> worker.acknowledged().size())
                            .sum(),
                    unanswered);
        }
        assertThat(unanswered).as("acts that a kill cut off").isPositive();
    }

    /** A check that cannot fail proves nothing: each part of an act is taken away in turn, and put back. */
    private static void requireThatTheCheckFindsWhatIsHalf(ServedProcess server) throws Exception {
        for (String damage : List.of(
                "delete from event where name = 'contact-received'",
                "delete from event where name = 'contact-decided'",
                "delete from watched_clock",
                "update watched_clock set met_on = null",
                "delete from pathway_move",
                "update contact set state = 'awaiting-decision'",
                "delete from contact_history",
                "delete from submission",
                "delete from case_note",
                "delete from person_search",
                "delete from audit_log where action = 'Changed a record'")) {
            try (Connection superuser = server.superuser();
                    Statement statement = superuser.createStatement()) {
                superuser.setAutoCommit(false);
                statement.execute("set local session_replication_role = replica");
                assertThat(statement.executeUpdate(damage)).as(damage).isPositive();
                WholeRecord record = new WholeRecord(superuser);
                assertThatThrownBy(record::requireNothingHalfDone).as(damage).isInstanceOf(AssertionError.class);
                superuser.rollback();
            }
        }
    }

    private static void kill(ServedProcess server, Killed killed, Random random) throws Exception {
        switch (killed) {
            case SERVER -> server.kill();
            case POSTMASTER -> server.killPostmaster();
            case BACKEND -> server.killBackend(random.nextInt(4));
            case BOTH -> {
                server.killPostmaster();
                server.kill();
            }
        }
    }

    private static void check(ServedProcess server, List<Worker> workers, String when) throws Exception {
        try (Connection superuser = server.superuser()) {
            WholeRecord record = new WholeRecord(superuser);
            record.requireNothingHalfDone();
            for (Worker worker : workers) {
                record.requireAllOf(worker.acknowledged());
            }
        } catch (AssertionError problem) {
            throw new AssertionError(when + ": " + problem.getMessage(), problem);
        }
    }

    /** Until everybody has been answered again. */
    private static void awaitProgress(List<Worker> workers, Gate gate) {
        List<Integer> before =
                workers.stream().map(worker -> worker.acknowledged().size()).toList();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (IntStream.range(0, workers.size())
                .anyMatch(each -> workers.get(each).acknowledged().size() == before.get(each))) {
            gate.requireNoFailure();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nobody is answered any more.");
            }
            ServedProcess.pause(20);
        }
    }
}
