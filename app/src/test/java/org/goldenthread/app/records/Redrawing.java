package org.goldenthread.app.records;

import java.util.List;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.database.AsSystem;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server does when it starts on a record that an earlier release kept, for tests of the whole application. */
public final class Redrawing {

    private Redrawing() {}

    /** Takes the clocks of that name away, as though no release had drawn them, and starts again with {@code kind} to be drawn anew. */
    public static void withoutClocks(RunningApplication application, String clock, String kind) {
        JdbcClient jdbc = application.bean(JdbcClient.class);
        AsSystem.run(() -> {
            jdbc.sql(
                            "update watched_clock set known_until = greatest(acting_at(), known_from + interval '1 microsecond')"
                                    + " where clock = ? and known_until is null")
                    .param(clock)
                    .update();
            jdbc.sql("insert into drawn_anew (kept) values (?)").param(kind).update();
        });
    }

    public static void start(RunningApplication application) {
        application.bean(DrawnAnew.class).run(new DefaultApplicationArguments());
    }

    /** The kinds that are still to be drawn anew. */
    public static List<String> left(RunningApplication application) {
        return AsSystem.call(() -> application
                .bean(JdbcClient.class)
                .sql("select kept from drawn_anew")
                .query((row, number) -> row.getString("kept"))
                .list());
    }
}
