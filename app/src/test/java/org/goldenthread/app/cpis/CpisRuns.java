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

    private static CpisProperties toEndpoint(RunningApplication application, URI to, Path token) {
        return settings(to.toString(), token.toString(), "", application.home().resolve("in"), "01632 960002");
    }

    private static CpisProperties byMesh(Path outbox, Path inbox, String dutyPhone) {
        return settings("", "", outbox.toString(), inbox, dutyPhone);
    }

    private static CpisProperties settings(String endpoint, String token, String outbox, Path inbox, String duty) {
        return new CpisProperties(
                "933",
                "Made-up Council",
                "01632 960001",
                duty,
                41,
                endpoint,
                token,
                outbox,
                inbox.toString(),
                outbox.isEmpty() ? "" : "X26MADEUP",
                outbox.isEmpty() ? "" : "X26NHSCPIS",
                outbox.isEmpty() ? "" : "MADE_UP_UPLOAD",
                "MADE_UP_ANSWER, MADE_UP_NOTICE",
                LocalTime.of(2, 0));
    }

    /** Does what the server does each minute. */
    public static void onTime(RunningApplication application, InstantSource clock, URI to, Path token)
            throws IOException, InterruptedException {
        run(application, clock, toEndpoint(application, to, token));
    }

    /** The same with a MESH client. */
    public static void onTimeByMesh(RunningApplication application, InstantSource clock, Path outbox, Path inbox)
            throws IOException, InterruptedException {
        run(application, clock, byMesh(outbox, inbox, "01632 960002"));
    }

    /** The same where nobody has set whom to ring at night. */
    public static void onTimeUnfinished(RunningApplication application, InstantSource clock, Path outbox, Path inbox)
            throws IOException, InterruptedException {
        run(application, clock, byMesh(outbox, inbox, ""));
    }

    private static void run(RunningApplication application, InstantSource clock, CpisProperties settings)
            throws IOException, InterruptedException {
        try (CpisSchedule schedule = new CpisSchedule(
                application.bean(CpisSendings.class),
                application.bean(CpisAnswers.class),
                application.bean(MeshInbox.class),
                clock)) {
            schedule.run(settings);
        }
    }

    /** Sends everything, whatever went before. */
    public static void whole(RunningApplication application, URI to, Path token)
            throws IOException, InterruptedException {
        application.bean(CpisSendings.class).send(true, toEndpoint(application, to, token));
    }

    /** Sends what changed, where nobody has set whom to ring at night. */
    public static void unfinished(RunningApplication application, Path outbox, Path inbox)
            throws IOException, InterruptedException {
        application.bean(CpisSendings.class).send(false, byMesh(outbox, inbox, ""));
    }

    public static int command(String... arguments) {
        return CpisCommand.run(arguments, Map.of());
    }
}
