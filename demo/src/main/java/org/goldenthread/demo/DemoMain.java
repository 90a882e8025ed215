package org.goldenthread.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.AccountKeeping;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.commands.CommandLine;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Caseload;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.reference.CouncilLists;
import org.goldenthread.app.reference.ListKind;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.returns.Progress;
import org.goldenthread.snapshot.SnapshotKeys;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes up the borough, unless it is there already, loads its returns and serves them. */
public final class DemoMain {
    private static final String USAGE =
            "goldenthread demo [--port N] [--data DIR] [--scale X] [--seed N] [--as-at DATE] [--years N] [--slips some|none]"
                    + System.lineSeparator() + "goldenthread demo --from-record [--port N] [--data DIR]";

    /** Enough for a social worker's caseload and for lists that have something of everything. */
    static final int FAMILIES = 100;

    private DemoMain() {}

    /** Takes the arguments of the application, {@code --demo} going without saying, and those of the borough. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            List<String> given = new ArrayList<>(List.of(arguments));
            if (given.remove("--from-record")) {
                serveFromRecord(serveOptions(given, "demo-from-record"));
                return;
            }
            BoroughArguments borough = BoroughArguments.read(arguments);
            ServeOptions serve = serveOptions(borough.rest(), "demo");
            System.out.println("Starting the demo; its data are kept in " + serve.home() + ".");
            ConfigurableApplicationContext running = start(serve, borough.options());
            tellWhere(running);
            liveFamilies(running, borough.options());
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (RuntimeException problem) {
            System.err.println("The demo could not start: " + CommandLine.words(problem));
            System.exit(1);
        }
    }

    /** Serves the borough whose every figure comes of its record. */
    private static void serveFromRecord(ServeOptions serve) {
        System.out.println("Starting the demo out of its record; its data are kept in " + serve.home() + ".");
        try {
            new LivedBorough(
                            serve.home(),
                            LivedBorough.Size.STANDARD,
                            LocalDate.now(ZoneId.of("Europe/London")),
                            System.out::println)
                    .prepare();
        } catch (IOException problem) {
            throw unwritable(serve.home(), problem);
        } catch (SQLException problem) {
            throw new IllegalStateException("The made-up borough could not be copied", problem);
        }
        tellWhere(GoldenThreadApplication.start(serve, new LivedClock()));
    }

    private static void tellWhere(ConfigurableApplicationContext running) {
        System.out.println();
        System.out.println("  The made-up borough is at http://localhost:"
                + running.getEnvironment().getProperty("local.server.port") + "/");
        System.out.println("  Sign in as any of the roles listed there. Nobody in it exists. Ctrl+C stops it.");
        System.out.println();
    }

    /** In a folder of the project's own, unless another is named. */
    private static ServeOptions serveOptions(List<String> rest, String folder) {
        ServeOptions given =
                ServeOptions.parse(rest.toArray(String[]::new), System.getenv()).asDemo();
        boolean named = rest.contains("--data") || System.getenv("GOLDEN_THREAD_HOME") != null;
        Path home = named ? given.home() : Path.of(System.getProperty("goldenthread.root", "."), "data", folder);
        return new ServeOptions(given.address(), given.port(), home, given.databaseUrl(), true);
    }

    /**
     * Starts the application on the borough's two extracts; close the context to stop it. In a database that has become a
     * council's nothing is added.
     */
    public static ConfigurableApplicationContext start(ServeOptions serve, DemoOptions options) {
        SnapshotKeys keys = SnapshotKeys.load(serve.home().resolve("keys").resolve("snapshots.key"));
        DemoSnapshots snapshots = new DemoSnapshots(options, serve.home(), keys, InstantSource.system());
        CompletableFuture<List<DemoSnapshots.Loaded>> made =
                CompletableFuture.supplyAsync(() -> make(snapshots, serve.home()));
        ConfigurableApplicationContext running = GoldenThreadApplication.start(serve, new LivedClock());
        try {
            if (running.getBean(DemoStanding.class).isDemo()) {
                register(running.getBean(SnapshotRegister.class), options.authority(), made.join());
                giveLists(running.getBean(CouncilLists.class), snapshots, options.authority());
            }
            return running;
        } catch (RuntimeException problem) {
            running.close();
            throw problem;
        }
    }

    /** Lives families through the services, once for each database, while the pages are open already. */
    static void liveFamilies(ConfigurableApplicationContext running, DemoOptions options) {
        boolean isDemo = running.getBean(DemoStanding.class).isDemo();
        if (!isDemo || running.getBean(Caseload.class).isBegun()) {
            return;
        }
        register(running);
        System.out.println("  Living " + FAMILIES + " families through the services; you can look meanwhile.");
        new LivedFamilies(
                        running.getBean(TypedRecords.class),
                        running.getBean(MadeUpAccounts.class),
                        LocalDate.now(ZoneId.of("Europe/London")))
                .live(FAMILIES, options.seed(), LivedFamilies::lately, lived -> {
                    if (lived % 10 == 0) {
                        System.out.println("  " + lived + " of " + FAMILIES + " families lived.");
                    }
                });
    }

    /** Gives the made-up social worker a registration, as the return of children looked after wants it. */
    static void register(ConfigurableApplicationContext running) {
        running.getBean(MadeUpAccounts.class)
                .act(
                        "administrator",
                        () -> running.getBean(AccountKeeping.class)
                                .setSocialWorkNumber(LivedTeam.ONLY.worker(), "SW123456"));
    }

    private static List<DemoSnapshots.Loaded> make(DemoSnapshots snapshots, Path home) {
        try {
            return snapshots.makeBoth(Progress.SILENT);
        } catch (IOException problem) {
            throw unwritable(home, problem);
        }
    }

    /** Loads the made-up lists that the returns are checked with, unless others are loaded. */
    private static void giveLists(CouncilLists lists, DemoSnapshots snapshots, DemoAuthority authority) {
        AsSystem.run(() -> {
            give(lists, ListKind.POSTCODES, snapshots.reference().resolve("postcodes.csv"));
            give(lists, ListKind.PROVIDERS, snapshots.reference().resolve("providers.xlsx"));
        });
        if (lists.findAuthority(authority.code()).isEmpty()) {
            lists.setAuthority(authority.geographyCode());
        }
    }

    private static void give(CouncilLists lists, ListKind kind, Path made) {
        if (lists.find(kind).isPresent() || !Files.exists(made)) {
            return;
        }
        try {
            lists.keep(
                    kind,
                    List.of(new CouncilLists.Given(made, String.valueOf(made.getFileName()))),
                    LocalDate.now(ZoneId.of("Europe/London")),
                    "system",
                    "system",
                    Progress.SILENT);
        } catch (IOException problem) {
            throw unwritable(made, problem);
        }
    }

    private static UncheckedIOException unwritable(Path home, IOException problem) {
        return new UncheckedIOException(
                "The made-up borough cannot be written under " + home.toAbsolutePath() + ": " + problem.getMessage(),
                problem);
    }

    private static void register(SnapshotRegister register, DemoAuthority authority, List<DemoSnapshots.Loaded> made) {
        for (DemoSnapshots.Loaded loaded : made) {
            register.add(
                    loaded.manifest().id(),
                    loaded.directory().toAbsolutePath().normalize(),
                    authority.code(),
                    authority.name(),
                    true,
                    "system");
        }
    }
}
