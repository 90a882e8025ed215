package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.goldenthread.snapshot.Identity;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a load into rows of a snapshot, with pseudonyms where the council's identifiers were. */
final class Pseudonymiser {
    private final SnapshotKeys keys;
    private final People people;
    private final String load;
    private final Map<String, String> persons = new ConcurrentHashMap<>();
    private final Map<String, String> events = new ConcurrentHashMap<>();

    Pseudonymiser(SnapshotKeys keys, People people, String load) {
        this.keys = keys;
        this.people = people;
        this.load = load;
    }

    Map<String, List<@Nullable Object[]>> rows(LoadedTables tables) {
        Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        try (Together together = new Together()) {
            Map<String, Future<List<@Nullable Object[]>>> started = new LinkedHashMap<>();
            // In the order of the schema, whichever is ready first.
            tables.list().forEach(table -> rows.put(table.name(), List.of()));
            // The largest first, so that no thread is left with one of them at the end.
            tables.list().stream()
                    .sorted(Comparator.comparingInt(table -> -table.rows().size()))
                    .forEach(table -> started.put(table.name(), together.start(() -> rows(table))));
            started.forEach((table, written) -> rows.put(table, Together.get(written)));
        }
        return rows;
    }

    private List<@Nullable Object[]> rows(LoadedTable table) {
        List<Schema.Column> columns = table.schema().columns();
        ColumnTreatment[] treatments = columns.stream().map(ColumnTreatment::of).toArray(ColumnTreatment[]::new);
        int provenance = table.position("gt_source");
        List<@Nullable Object[]> written = new ArrayList<>(table.rows().size());
        for (LoadedRow row : table.rows()) {
            @Nullable Object[] values = new @Nullable Object[treatments.length];
            for (int position = 0; position < values.length; position++) {
                values[position] = treat(treatments[position], row.valueAt(position));
            }
            values[provenance] = row.source();
            values[provenance + 1] = row.line();
            values[provenance + 2] = load;
            written.add(values);
        }
        return written;
    }

    /** Who is behind the pseudonyms of the rows that were made. */
    List<Identity> identities() {
        List<Identity> sorted = new ArrayList<>();
        for (List<People.Named> some : List.of(people.listIdentifiers(), people.listHeld())) {
            for (People.Named named : some) {
                sorted.add(new Identity(
                        person(people.canonical(named.child())),
                        named.kind().name(),
                        named.value(),
                        named.source(),
                        named.line()));
            }
        }
        sorted.sort(Pseudonymiser::compare);
        List<Identity> identities = new ArrayList<>(sorted.size());
        for (Identity next : sorted) {
            // The same said twice now stands side by side.
            if (identities.isEmpty() || compare(identities.getLast(), next) != 0) {
                identities.add(next);
            }
        }
        return identities;
    }

    /** By everything that an identity says, so that none but equal ones compare as equal. */
    private static int compare(Identity one, Identity other) {
        int order = one.person().compareTo(other.person());
        order = order != 0 ? order : one.kind().compareTo(other.kind());
        order = order != 0 ? order : one.value().compareTo(other.value());
        order = order != 0 ? order : one.source().compareTo(other.source());
        return order != 0 ? order : Integer.compare(one.line(), other.line());
    }

    private @Nullable Object treat(ColumnTreatment treatment, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (treatment) {
            case KEEP -> value;
            case PERSON -> person(people.canonical((String) value));
            case EVENT -> events.computeIfAbsent((String) value, keys::eventPseudonym);
            case OUTWARD_POSTCODE -> outward((String) value);
            case REMOVE -> null;
        };
    }

    private String person(String canonical) {
        // Most are known already, and then a look is cheaper than an offer to make one.
        String known = persons.get(canonical);
        return known == null ? persons.computeIfAbsent(canonical, keys::personPseudonym) : known;
    }

    /** {@code EG19 7TT} or {@code EG197TT} gives {@code EG19}; the second half always has three characters. */
    private static @Nullable String outward(String postcode) {
        String close = postcode.replace(" ", "");
        return close.length() < 5 ? null : close.substring(0, close.length() - 3);
    }
}
