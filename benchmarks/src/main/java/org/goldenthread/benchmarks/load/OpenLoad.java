package org.goldenthread.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at times that do not wait for answers: as many a second as told, apart by chance as people's are. What a request took is
 * counted from when it was to be sent, so that a server that falls behind shows it.
 */
final class OpenLoad {

    private final List<Worker> workers;
    private final Random luck;

    OpenLoad(List<Worker> workers, long seed) {
        this.workers = workers;
        this.luck = new Random(seed);
    }

    /** @param seconds from when it was to be sent until its whole answer was there */
    record Answer(Ask ask, Worker worker, double seconds, int status) {
        boolean isRight() {
            return status == ask.answered();
        }
    }

    /** What was answered of what was sent within {@code length}; what is on its way then is waited for. */
    List<Answer> run(double perSecond, Duration length) {
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        try (ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            double at = 0;
            while (at < length.toNanos()) {
                long due = start + (long) at;
                long wait;
                while ((wait = due - System.nanoTime()) > 0) {
                    LockSupport.parkNanos(wait);
                }
                Ask ask = Ask.any(luck);
                Worker worker = workers.get(luck.nextInt(workers.size()));
                HttpRequest request = worker.request(ask, luck);
                sending.execute(() -> answers.add(answer(ask, worker, request, due)));
                at += -Math.log(1 - luck.nextDouble()) / perSecond * 1e9;
            }
        }
        return List.copyOf(answers);
    }

    private static Answer answer(Ask ask, Worker worker, HttpRequest request, long due) {
        int status;
        try {
            HttpResponse<String> response = worker.send(request);
            status = response.statusCode();
        } catch (IOException lost) {
            status = 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            status = 0;
        }
        return new Answer(ask, worker, (System.nanoTime() - due) / 1e9, status);
    }
}
