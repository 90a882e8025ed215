package org.goldenthread.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, its schema, and the pool whose connections know whom they act for. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int POOL_SIZE = 12;

    /** Long enough for a database that fell over to be started again; short enough for who waits for a page. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    Databases databases(
            @Value("${goldenthread.home}") Path home, @Value("${goldenthread.database-url:}") String databaseUrl) {
        return Databases.open(home, databaseUrl.isBlank() ? null : databaseUrl);
    }

    @Bean(destroyMethod = "close")
    IdentityDataSource dataSource(Databases databases, CurrentIdentity identity, InstantSource clock) {
        migrate(databases);
        Databases.Login login = databases.app();
        HikariConfig config = new HikariConfig();
        config.setPoolName("golden-thread");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return new IdentityDataSource(new HikariDataSource(config), identity, clock);
    }

    private static void migrate(Databases databases) {
        Databases.Login owner = databases.owner();
        Flyway.configure()
                .dataSource(
                        owner.url(),
                        owner.user().isEmpty() ? null : owner.user(),
                        owner.user().isEmpty() ? null : owner.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
