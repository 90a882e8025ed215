package org.goldenthread.app.records;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database keeps of records that were moved from one person to another, and its refusals in words. */
@Component
class Ledger {

    private static final String OVERLAPS = "23P01";
    private static final String TAKEN = "23505";
    private static final String MERGED_FURTHER = "GT002";
    private static final String GONE = "P0002";

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;

    Ledger(JdbcClient jdbc, RecordTypes types, RecordStore store) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
    }

    /** A record that was moved or would be, by its table. */
    record Entry(String table, UUID record) {}

    /** Two records that cannot both be one person's. */
    record Overlap(String table, UUID one, UUID other) {}

    /** @param call of a function that gives a table and a record, such as {@code goes_back(?)} */
    List<Entry> listEntries(String call, Object... values) {
        return jdbc.sql("select kept_table, record from " + call)
                .params(values)
                .query((row, number) -> new Entry(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }

    List<Fault> listOverlaps(String call, Object... values) {
        return jdbc
                .sql("select kept_table, one, other from " + call)
                .params(values)
                .query((row, number) ->
                        new Overlap(row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list()
                .stream()
                .map(overlap -> new Fault(
                        "overlap",
                        title(overlap.table()) + ": \"" + summary(overlap.table(), overlap.one()) + "\" and \""
                                + summary(overlap.table(), overlap.other())
                                + "\" cannot be at the same time. End one of them, correct its dates, or withdraw it if it is the same entered"
                                + " twice"))
                .toList();
    }

    String title(String table) {
        return types.listTypes().stream()
                .filter(type -> type.table().equals(table))
                .<String>map(RecordType::title)
                .findFirst()
                .orElse(Character.toUpperCase(table.charAt(0))
                        + table.substring(1).replace('_', ' '));
    }

    /** The record in a line, with where it begins and ends. */
    String summary(String table, UUID id) {
        return types.listTypes().stream()
                .filter(type -> type.table().equals(table))
                .findFirst()
                .flatMap(type -> store.find(type, id))
                .map(Ledger::summary)
                .orElse("One that is not yours to see");
    }

    private static String summary(Kept<?> kept) {
        StringBuilder words = new StringBuilder(kept.content().summary());
        for (Field field : kept.type().fields()) {
            String name = field.name();
            if ((name.equals("started") || name.equals("began") || name.equals("ended"))
                    && !field.words(kept.content()).isEmpty()) {
                words.append(name.equals("ended") ? " until " : " from ").append(field.words(kept.content()));
            }
        }
        return words.toString();
    }

    /** @throws RefusedException where the database refuses, with what to do */
    static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException refused) {
            String state = refused.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            String message = switch (state == null ? "" : state) {
                case OVERLAPS ->
                    "Two records would overlap that cannot be at the same time. Read again what stands in the way";
                case TAKEN ->
                    "The NHS number or the UPN stands on another record now, or the record is merged already. Correct it there first";
                case MERGED_FURTHER ->
                    "The person who was kept has been merged with another since. Undo that merge first, then this one";
                case GONE -> "Somebody else did this in the meantime. Read it as it is now";
                default -> throw refused;
            };
            throw new RefusedException(List.of(new Fault("overlap", message)));
        }
    }
}
