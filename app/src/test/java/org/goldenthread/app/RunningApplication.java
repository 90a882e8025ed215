package org.goldenthread.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.goldenthread.app.database.TestDatabase;
import org.goldenthread.app.database.TestSchema;
import org.goldenthread.app.loading.Loads;
import org.goldenthread.returns.Progress;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it really runs, with its own PostgreSQL, on a free port, for one class of tests. */
public final class RunningApplication implements AutoCloseable {

    public static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 29);
    public static final LocalDate MARCH = LocalDate.of(2024, 3, 31);

    private final Path home;
    private final ConfigurableApplicationContext context;

    private RunningApplication(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    /** A demo into which the made-up returns as at the end of February and of March have been loaded. */
    public static RunningApplication demo() {
        RunningApplication application = empty(true);
        Loads loads = application.bean(Loads.class);
        for (LocalDate day : List.of(FEBRUARY, MARCH)) {
            Path files = SmallReturns.write(application.home.resolve("made-up-" + day), day);
            loads.loadMadeUp(SmallReturns.request(files, day), Progress.SILENT);
        }
        return application;
    }

    /** Nothing loaded yet. */
    public static RunningApplication empty(boolean demo) {
        Path home = newHome();
        ServeOptions options = ServeOptions.in(home).withPort(0);
        return new RunningApplication(home, GoldenThreadApplication.start(demo ? options.asDemo() : options));
    }

    /** A demo with nothing loaded, to which it is whatever time {@code clock} says. */
    static RunningApplication demoWithClock(InstantSource clock) {
        Path home = newHome();
        ServeOptions options = ServeOptions.in(home).withPort(0).asDemo();
        return new RunningApplication(home, GoldenThreadApplication.start(options, clock));
    }

    private static Path newHome() {
        Path home = newFolder();
        TestSchema.copyInto(home);
        return home;
    }

    /** A demo in a folder that holds one already, such as one that was restored. */
    static RunningApplication demoIn(Path home, InstantSource clock) {
        ServeOptions options = ServeOptions.in(home).withPort(0).asDemo();
        return new RunningApplication(home, GoldenThreadApplication.start(options, clock));
    }

    /** The same demo, stopped and started anew on what it kept. */
    RunningApplication restarted(InstantSource clock) {
        context.close();
        ServeOptions options = ServeOptions.in(home).withPort(0).asDemo();
        return new RunningApplication(home, GoldenThreadApplication.start(options, clock));
    }

    /** A demo with nothing loaded, on a database that somebody else runs. */
    public static RunningApplication demoOnDatabase(Path home, String databaseUrl) {
        return new RunningApplication(
                home, GoldenThreadApplication.start(new ServeOptions("127.0.0.1", 0, home, databaseUrl, true)));
    }

    /** A folder under target, which PostgreSQL's own user can reach where the tests run as root. */
    public static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "home-")
                    .toAbsolutePath();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A superuser of its embedded database, for what no other may look into. */
    public Connection superuser() throws SQLException {
        try (Connection ours = bean(DataSource.class).getConnection()) {
            return TestDatabase.superuser(
                    home, Objects.requireNonNull(ours.getMetaData().getURL()));
        }
    }

    /** The first column of the one row that a superuser of its database is answered. */
    public String ask(String sql) {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            if (!found.next()) {
                throw new IllegalStateException("There is no answer to " + sql);
            }
            return String.valueOf(found.getString(1));
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    public Path home() {
        return home;
    }

    public <T> T bean(Class<T> kind) {
        return context.getBean(kind);
    }

    @Override
    public void close() {
        context.close();
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
