package org.goldenthread.app.nightlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.goldenthread.app.records.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes the day's list after its time, once a day, where a folder is set, and removes old ones. What fails is tried again each minute. */
@Component
@EnableConfigurationProperties(NightListProperties.class)
class NightListSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NightListSchedule.class);
    private static final String NAME = "night-list-";

    private final NightLists lists;
    private final NightListProperties settings;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("night-list").factory());

    NightListSchedule(NightLists lists, NightListProperties settings, InstantSource clock) {
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
        if (!settings.folder().isBlank()) {
            var unused = schedule.scheduleWithFixedDelay(this::runOrSay, 1, 1, TimeUnit.MINUTES);
        }
    }

    private void runOrSay() {
        try {
            run();
        } catch (IOException | RuntimeException problem) {
            LOG.error("Tonight's list could not be made, so the duty team has only the last: {}", problem.getMessage());
        }
    }

    /** Makes what is due now; does nothing where the day's list is there or it is not yet time. */
    void run() throws IOException {
        ZonedDateTime now = clock.instant().atZone(Words.LONDON);
        LocalDate day = now.toLocalDate();
        Path target = Path.of(settings.folder()).resolve(NAME + day + ".pdf");
        if (now.toLocalTime().isBefore(settings.at()) || Files.exists(target)) {
            return;
        }
        NightLists.Made made =
                lists.make(PassphraseFile.read(Path.of(settings.passphraseFile())), "system", "System", "made on time");
        NightLists.write(made.pdf(), target);
        LOG.info("Tonight's list of {} children is made.", made.children());
        removeOld(Path.of(settings.folder()));
    }

    private void removeOld(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = all.filter(
                            file -> file.getFileName().toString().matches(NAME + "\\d{4}-\\d{2}-\\d{2}\\.pdf"))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .skip(Math.max(1, settings.keep()))
                    .toList();
            for (Path each : old) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public void close() {
        schedule.shutdown();
    }
}
