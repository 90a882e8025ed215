package org.goldenthread.app;

import java.time.InstantSource;
import org.goldenthread.app.database.DatabaseProblem;
import org.goldenthread.app.database.FolderSwap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The web application. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class GoldenThreadApplication {

    public static void main(String[] arguments) {
        ServeOptions options;
        try {
            options = ServeOptions.parse(arguments, System.getenv());
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
            return;
        }
        try {
            start(options);
        } catch (RuntimeException problem) {
            System.err.println(plainWords(problem));
            System.exit(1);
        }
    }

    // What stops the start is mostly the machine's: a port in use, a folder that cannot be written.
    private static String plainWords(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && !(cause instanceof DatabaseProblem)) {
            cause = cause.getCause();
        }
        return "Golden Thread could not start: " + cause.getMessage();
    }

    /** Starts the application; close the context to stop it, its database too. */
    public static ConfigurableApplicationContext start(ServeOptions options) {
        return start(options, InstantSource.system());
    }

    /** @param clock what time it is to everything in the application */
    public static ConfigurableApplicationContext start(ServeOptions options, InstantSource clock) {
        FolderSwap.requireDone(options.home());
        SpringApplication application = new SpringApplication(GoldenThreadApplication.class);
        application.setDefaultProperties(options.asProperties());
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        return application.run();
    }
}
