package org.goldenthread.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.returns.LoadResult;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Makes up a borough, loads its returns as a council would load its own, last month's and this month's, and serves it on the
 * loopback address.
 */
public final class DemoMain {

    private static final String USAGE = "goldenthread demo [--port N] [--data DIR] [--scale X] [--seed N] [--as-at DATE]";

    private DemoMain() {}

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            BoroughArguments read = BoroughArguments.read(arguments);
            ServeOptions options = serveOptions(read.rest());
            start(read.options(), options);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            System.err.println("The demo could not be made: " + cause.getMessage());
            System.exit(1);
        }
    }

    private static ServeOptions serveOptions(List<String> rest) {
        ServeOptions given = ServeOptions.parse(rest.toArray(String[]::new), System.getenv());
        boolean named = rest.contains("--data") || System.getenv("GOLDEN_THREAD_HOME") != null;
        Path home = named ? given.home() : Path.of(System.getProperty("goldenthread.root", "."), "data", "demo");
        return new ServeOptions(given.address(), given.port(), home, given.databaseUrl(), true);
    }

    /** The application, running, with the borough loaded. Its database starts while the returns are made and read. */
    static ConfigurableApplicationContext start(DemoOptions borough, ServeOptions options) {
        System.out.println("Starting the demo; its data are kept in " + options.home() + ".");
        DemoSnapshots snapshots = new DemoSnapshots(borough, options.home());
        CompletableFuture<List<LoadResult>> loading = CompletableFuture.supplyAsync(snapshots::load);
        ConfigurableApplicationContext context = GoldenThreadApplication.start(options);
        try {
            SnapshotRegister register = context.getBean(SnapshotRegister.class);
            for (LoadResult result : loading.join()) {
                register.add(
                        result.manifest().id(),
                        result.snapshot(),
                        result.manifest().authorityCode(),
                        result.manifest().authority(),
                        true,
                        "system");
            }
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
        Environment environment = context.getEnvironment();
        System.out.println();
        System.out.println("Golden Thread is at http://localhost:" + environment.getProperty("local.server.port") + "/");
        System.out.println("Sign in as any of the roles listed there. Nobody in it exists. Stop it with Ctrl+C.");
        return context;
    }
}
