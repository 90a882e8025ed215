package org.goldenthread.app.cpis;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.goldenthread.app.records.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the day's changes after its time, once a day, where a receiver is set. What stopped goes on an hour later. */
@Component
class CpisSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CpisSchedule.class);
    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);

    private final CpisSendings sendings;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cp-is").factory());

    CpisSchedule(CpisSendings sendings, InstantSource clock) {
        this.sendings = sendings;
        this.clock = clock;
        if (sendings.settings().isConfigured()) {
            var unused = schedule.scheduleWithFixedDelay(this::runOrSay, 1, 1, TimeUnit.MINUTES);
        }
    }

    private void runOrSay() {
        try {
            run(sendings.settings());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException problem) {
            LOG.error("The NHS was not told of plans and looked-after status: {}", problem.getMessage());
        }
    }

    /** Sends what is due now; does nothing where the day's changes went, or it is not yet time. */
    void run(CpisProperties settings) throws IOException, InterruptedException {
        ZonedDateTime now = clock.instant().atZone(Words.LONDON);
        ZonedDateTime due = now.with(settings.at());
        Optional<CpisSendings.Sending> last = sendings.last();
        boolean went = last.filter(each -> each.done() && !each.began().isBefore(due.toInstant()))
                .isPresent();
        boolean justTried = last.filter(each ->
                        !each.done() && each.began().isAfter(clock.instant().minus(BETWEEN_TRIES)))
                .isPresent();
        if (now.isBefore(due) || went || justTried) {
            return;
        }
        CpisSendings.Sending sent = sendings.send(false, settings);
        LOG.info(
                "The NHS was told of {} plans and periods of care, and of {} that end; {} were refused, {} lack a number.",
                sent.accepted(),
                sent.removed(),
                sent.refused(),
                sent.lacking());
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
