package org.goldenthread.app.records;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** Of each person all records at once, so that their clocks are drawn once and not once for each record. */
    @Override
    public void run(ApplicationArguments arguments) {
        AsSystem.run(() -> {
            List<String> ids = jdbc.sql("select kept from drawn_anew order by kept")
                    .query((row, number) -> row.getString("kept"))
                    .list();
            List<RecordType<?>> kinds = new ArrayList<>();
            ids.forEach(id -> types.findType(id).ifPresent(kinds::add));
            Set<UUID> people = new LinkedHashSet<>();
            for (RecordType<?> kind : kinds) {
                people.addAll(ids("select distinct person from " + kind.table() + " order by person"));
            }
            for (UUID person : people) {
                transactions.executeWithoutResult(unused -> draw(person, kinds));
            }
            if (!people.isEmpty()) {
                LOG.info("Drew events and clocks anew of {} people, for the kinds {}", people.size(), ids);
            }
            jdbc.sql("delete from drawn_anew where kept = any (?)")
                    .param(ids.toArray(String[]::new))
                    .update();
        });
    }

    private void draw(UUID person, List<RecordType<?>> kinds) {
        // What was saved while the lock was waited for is drawn as it is now.
        settling.lock(person);
        for (RecordType<?> kind : kinds) {
            for (UUID id : ids("select id from " + kind.table() + " where person = ?", person)) {
                store.find(kind, id).ifPresent(settling::settleEvents);
            }
        }
        settling.settleClocks(person);
    }

    private List<UUID> ids(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
