package org.goldenthread.app.cpis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import org.goldenthread.app.RunningApplication;

/** What tells the NHS by itself and by command, for tests of the whole application. */
public final class CpisRuns {

    private CpisRuns() {}

    private static CpisProperties settings(URI to, Path token) {
        return new CpisProperties(
                to.toString(), "933", "MASH 01632 960001, nights 01632 960002", token.toString(), LocalTime.of(2, 0));
    }

    /** Does what the server does each minute. */
    public static void onTime(RunningApplication application, InstantSource clock, URI to, Path token)
            throws IOException, InterruptedException {
        try (CpisSchedule schedule = new CpisSchedule(application.bean(CpisSendings.class), clock)) {
            schedule.run(settings(to, token));
        }
    }

    /** Sends everything, whatever went before. */
    public static void whole(RunningApplication application, URI to, Path token)
            throws IOException, InterruptedException {
        application.bean(CpisSendings.class).send(true, settings(to, token));
    }

    public static int command(String... arguments) {
        return CpisCommand.run(arguments, Map.of());
    }
}
