package org.goldenthread.returns.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a reading and fails where it takes too long or too much memory for the size of what it reads. */
final class Guard implements AutoCloseable {
    private static final int MOST_SECONDS = 10;
    /** Whatever the size: buffers, tables, what classes need when they are first used. */
    private static final long BYTES_FREE = 96L * 1024 * 1024;
    /** A workbook of a few packed bytes unpacks to many. */
    private static final long BYTES_FOR_EACH = 2_000;

    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    @FunctionalInterface
    interface Reading {
        void run() throws Exception;
    }

    void run(long size, Reading reading) throws InterruptedException {
        Future<Long> started = threads.submit(() -> {
            ThreadMXBean threadsSeen = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threadsSeen.getCurrentThreadAllocatedBytes();
            reading.run();
            return threadsSeen.getCurrentThreadAllocatedBytes() - before;
        });
        try {
            long used = started.get(MOST_SECONDS, TimeUnit.SECONDS);
            if (used > BYTES_FREE + BYTES_FOR_EACH * size) {
                throw new AssertionError("Reading " + size + " bytes took " + used + " bytes of memory.");
            }
        } catch (TimeoutException late) {
            started.cancel(true);
            throw new AssertionError("Reading " + size + " bytes took more than " + MOST_SECONDS + " seconds.", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AssertionError wrong) {
                throw wrong;
            }
            throw new AssertionError("Reading " + size + " bytes failed: " + failed.getCause(), failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
