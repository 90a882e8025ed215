package org.goldenthread.app;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

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
        start(options);
    }

    /** Starts the application; close the context to stop it, its database too. */
    public static ConfigurableApplicationContext start(ServeOptions options) {
        SpringApplication application = new SpringApplication(GoldenThreadApplication.class);
        application.setDefaultProperties(options.asProperties());
        return application.run();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
