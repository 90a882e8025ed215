package org.goldenthread.app.database;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says to the database whom a list is about, so that whether they may be seen is asked of all of them once and not of each of
 * their records (decisions 0034 and 0043).
 *
 * <p>It narrows: within it nobody else is seen, whoever may be seen otherwise.
 */
@Component
public class AskedAtOnce {

    private final JdbcClient jdbc;

    AskedAtOnce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What {@code read} reads about {@code people}.
     *
     * @throws IllegalStateException outside a transaction: the next connection would know nothing of it
     */
    public <T> T about(Collection<UUID> people, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Whom a list is about is said within a transaction.");
        }
        say(people.toArray(UUID[]::new));
        T found = read.get();
        // After a fault the transaction is rolled back, and what was said with it.
        say(null);
        return found;
    }

    /**
     * What {@code work} reads and writes about {@code people}.
     *
     * @throws IllegalStateException outside a transaction: the next connection would know nothing of it
     */
    public void about(Collection<UUID> people, Runnable work) {
        about(people, () -> {
            work.run();
            return people;
        });
    }

    private void say(UUID @org.jspecify.annotations.Nullable [] people) {
        jdbc.sql("select say_about(cast(:people as uuid[]))::text")
                .param("people", people)
                .query((row, number) -> "")
                .list();
    }
}
