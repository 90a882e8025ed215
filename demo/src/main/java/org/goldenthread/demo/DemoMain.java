package org.goldenthread.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.returns.Progress;
import org.goldenthread.snapshot.SnapshotKeys;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes up the borough, unless it is there already, loads its returns and serves them. */
public final class DemoMain {
    private DemoMain() {}

    /** Takes the arguments of the application; {@code --demo} goes without saying. */
    public static void main(String[] arguments) {
        try {
            ServeOptions serve = ServeOptions.parse(arguments, System.getenv()).asDemo();
            ConfigurableApplicationContext running = start(serve, DemoOptions.standard());
            System.out.println();
            System.out.println("  The made-up borough is at http://" + serve.address() + ":"
                    + running.getEnvironment().getProperty("local.server.port") + "/");
            System.out.println();
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        } catch (RuntimeException problem) {
            System.err.println("The demo could not start: " + problem.getMessage());
            System.exit(1);
        }
    }

    /**
     * Starts the application on the borough's two extracts; close the context to stop it. In a database that has become a
     * council's nothing is added.
     */
    public static ConfigurableApplicationContext start(ServeOptions serve, DemoOptions options) {
        SnapshotKeys keys = SnapshotKeys.load(serve.home().resolve("keys").resolve("snapshots.key"));
        CompletableFuture<List<DemoSnapshots.Loaded>> made =
                CompletableFuture.supplyAsync(() -> make(serve.home(), options, keys));
        ConfigurableApplicationContext running = GoldenThreadApplication.start(serve);
        try {
            if (running.getBean(DemoStanding.class).isDemo()) {
                register(running.getBean(SnapshotRegister.class), options.authority(), made.join());
            }
            return running;
        } catch (RuntimeException problem) {
            running.close();
            throw problem;
        }
    }

    private static List<DemoSnapshots.Loaded> make(Path home, DemoOptions options, SnapshotKeys keys) {
        try {
            return new DemoSnapshots(options, home, keys, InstantSource.system()).makeBoth(Progress.SILENT);
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "The made-up borough cannot be written under " + home.toAbsolutePath() + ": "
                            + problem.getMessage(),
                    problem);
        }
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
