package org.goldenthread.app.extract;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a command on the data in a folder, whose server must be stopped. */
final class AtHome {

    private AtHome() {}

    /** @return what the work returns, or 1, with the reason told, where the folder cannot be used */
    static int run(Path home, String what, ToIntFunction<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext context =
                GoldenThreadApplication.start(ServeOptions.in(home).withPort(0))) {
            return work.applyAsInt(context);
        } catch (RuntimeException problem) {
            Throwable cause = problem;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.err.println(what + ": " + cause.getMessage());
            return 1;
        }
    }
}
