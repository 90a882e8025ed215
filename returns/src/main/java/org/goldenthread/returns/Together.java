package org.goldenthread.returns;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done at the same time on as many threads as there are processors. What is told apart is put together in a fixed order. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("load-", 1).factory());

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** The outcome of what was started; what it threw is thrown here. */
    static <T> T get(Future<T> started) {
        try {
            return started.get();
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was stopped before its end. Nothing was stored.", stopped);
        }
    }

    /** Waits for what is still at work. */
    @Override
    public void close() {
        threads.close();
    }
}
