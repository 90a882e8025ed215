package org.goldenthread.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.demo.CopiedFamilies;
import org.goldenthread.demo.CopiedWorkforce;
import org.goldenthread.demo.DatabaseWay;
import org.goldenthread.demo.LivedClock;
import org.goldenthread.demo.LivedFamilies;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A borough of {@code children} with ten years' history, in a database folder of its own that is kept: families who came to the front door over ten
 * years are lived through the services, then copied.
 */
final class LoadBorough {

    /** Those who are signed in at once: two hundred in all, and with their managers all the staff of 75,000 children. */
    static final CopiedWorkforce WORKFORCE = new CopiedWorkforce(152, 14, 15);

    /** Those for whom a family came to the front door, and their brothers and sisters. */
    private static final String CHILDREN =
            "(select person from relationship union select other from relationship where kind = 'SIBLING') child";

    private static final int STAFFED = 75_000;
    private static final int LIVED = 600;
    private static final int YEARS = 10;

    private final Path home;
    private final int children;
    private final Consumer<String> told;

    LoadBorough(Path home, int children, Consumer<String> told) {
        this.home = home;
        this.children = children;
        this.told = told;
    }

    /** Makes it, unless it is there already. */
    void make() throws IOException, SQLException {
        if (Files.exists(home.resolve("loaded"))) {
            return;
        }
        try (ConfigurableApplicationContext application =
                GoldenThreadApplication.start(ServeOptions.in(home).withPort(0).asDemo(), new LivedClock())) {
            long start = System.nanoTime();
            new LivedFamilies(
                            application.getBean(TypedRecords.class),
                            application.getBean(MadeUpAccounts.class),
                            LocalDate.now(ZoneId.of("Europe/London")))
                    .live(LIVED, 3, (number, random) -> random.nextInt(YEARS * 365), lived -> {
                        if (lived % 100 == 0) {
                            told.accept(lived + " of " + LIVED + " families lived");
                        }
                    });
            told.accept("lived in " + seconds(start));
            long copying = System.nanoTime();
            try (Connection owner = owner(application)) {
                int copies = Math.ceilDiv(children, count(owner, CHILDREN));
                // As many to each worker however large the borough is.
                new CopiedFamilies(owner, WORKFORCE.times(Math.max(1, children / STAFFED)))
                        .copy(copies, made -> told.accept(made + " of " + copies + " copies made"));
                told.accept("copied in " + seconds(copying));
            }
        }
        Files.createFile(home.resolve("loaded"));
    }

    /** What is in it, in words. */
    String describe() throws IOException, SQLException {
        try (ConfigurableApplicationContext application = GoldenThreadApplication.start(
                        ServeOptions.in(home).withPort(0).asDemo());
                Connection owner = owner(application)) {
            return "%,d people, %,d of them children of families with ten years' history; %,d contacts, %,d visits, %,d events, %,d clocks; %,d open allocations; database of %,d MiB"
                    .formatted(
                            count(owner, "person"),
                            count(owner, CHILDREN),
                            count(owner, "contact"),
                            count(owner, "visit"),
                            count(owner, "event"),
                            count(owner, "watched_clock"),
                            count(owner, "allocation where ended is null"),
                            size(owner));
        }
    }

    private Connection owner(ConfigurableApplicationContext application) throws IOException, SQLException {
        return DatabaseWay.of(application, home).asOwner(Instant.now().toString());
    }

    private static int count(Connection owner, String of) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + of)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int size(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select pg_database_size(current_database()) / 1048576")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000L + " s";
    }
}
