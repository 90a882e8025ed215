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

/**
 * Takes what the NHS says back as it comes, and sends the day's changes after their time, once a day. What stopped, and what the NHS could not take
 * for want of its own register, goes an hour later.
 */
@Component
class CpisSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CpisSchedule.class);
    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);

    private final CpisSendings sendings;
    private final CpisAnswers answers;
    private final MeshInbox inbox;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cp-is").factory());

    CpisSchedule(CpisSendings sendings, CpisAnswers answers, MeshInbox inbox, InstantSource clock) {
        this.sendings = sendings;
        this.answers = answers;
        this.inbox = inbox;
        this.clock = clock;
        if (sendings.settings().isWanted()) {
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

    /** Does what is due now: nothing is sent where the day's changes went, it is not yet time, or something is not set. */
    void run(CpisProperties settings) throws IOException, InterruptedException {
        if (!settings.missing().isEmpty()) {
            return;
        }
        inbox.take(settings);
        ZonedDateTime now = clock.instant().atZone(Words.LONDON);
        ZonedDateTime due = now.with(settings.at());
        Optional<CpisSendings.Sending> last = sendings.last();
        boolean went = last.filter(each -> each.done() && !each.began().isBefore(due.toInstant()))
                .filter(each -> !isToGoAgain(each))
                .isPresent();
        boolean justTried = last.filter(each -> !each.done() || isToGoAgain(each))
                .filter(each -> each.began().isAfter(clock.instant().minus(BETWEEN_TRIES)))
                .isPresent();
        if (now.isBefore(due) || went || justTried) {
            return;
        }
        CpisSendings.Sending sent = sendings.send(false, settings);
        LOG.info(
                "The NHS was told of {} plans and periods of care, and {} were taken back; {} cannot be told.",
                sent.told(),
                sent.removed(),
                sent.lacking());
    }

    private boolean isToGoAgain(CpisSendings.Sending sending) {
        Long file = sending.file();
        return file != null
                && answers.codeOf(file)
                        .filter(code -> code.contains(CpisCodes.TRY_AGAIN))
                        .isPresent();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
