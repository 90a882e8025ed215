package org.goldenthread.app.nightlist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import org.goldenthread.app.RunningApplication;

/** What makes the list by itself and by command, for tests of the whole application. */
public final class NightRuns {

    private NightRuns() {}

    /** Does what the server does each minute. */
    public static void onTime(
            RunningApplication application, InstantSource clock, Path folder, Path passphrase, LocalTime at, int keep)
            throws IOException {
        NightListProperties settings = new NightListProperties(folder.toString(), passphrase.toString(), at, keep, "");
        try (NightListSchedule schedule = new NightListSchedule(application.bean(NightLists.class), settings, clock)) {
            schedule.run();
        }
    }

    public static int command(String... arguments) {
        return NightListCommand.run(arguments, Map.of());
    }
}
