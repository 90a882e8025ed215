package org.goldenthread.app.records;

import java.util.List;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws events and clocks anew of the kinds of record that a release draws otherwise than the one before, once, when the server starts: a clock
 * must not wait for the next time that somebody saves.
 */
@Component
class DrawnAnew implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DrawnAnew.class);

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;
    private final Settling settling;
    private final TransactionTemplate transactions;

    DrawnAnew(
            JdbcClient jdbc,
            RecordTypes types,
            RecordStore store,
            Settling settling,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
        this.settling = settling;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        AsSystem.run(() -> {
            List<String> kinds = jdbc.sql("select kept from drawn_anew order by kept")
                    .query((row, number) -> row.getString("kept"))
                    .list();
            for (String kind : kinds) {
                types.findType(kind).ifPresent(this::draw);
                jdbc.sql("delete from drawn_anew where kept = ?").param(kind).update();
            }
        });
    }

    private void draw(RecordType<?> type) {
        List<UUID> records = jdbc.sql("select id from " + type.table())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (UUID id : records) {
            transactions.executeWithoutResult(unused -> store.find(type, id).ifPresent(before -> {
                settling.lock(before.person());
                // What was saved while the lock was waited for is drawn as it is now.
                store.find(type, id).ifPresent(settling::settle);
            }));
        }
        LOG.info("Drew events and clocks anew of {} records of the kind {}", records.size(), type.id());
    }
}
