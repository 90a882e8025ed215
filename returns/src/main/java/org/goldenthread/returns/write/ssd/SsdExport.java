package org.goldenthread.returns.write.ssd;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.IdentifierKind;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.SnapshotExport;
import org.goldenthread.snapshot.Identity;
import org.goldenthread.snapshot.Schema;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the Standard Safeguarding Dataset that a snapshot has rows of, one file each, with the dataset's own columns.
 *
 * <p>Children have the council's own identifiers and names, where the snapshot still holds them; a row of a child whom it does not is left out
 * and told. Keys of events, teams and workers are the snapshot's pseudonyms: they join the tables as the council's own did. Postcodes have their
 * first half. The tables say how things stand in the snapshot; the year and day of the request do not matter.
 */
public final class SsdExport implements SnapshotExport {
    private static final String DATASET = "ssd";

    @Override
    public String name() {
        return DATASET;
    }

    @Override
    public String description() {
        return "Standard Safeguarding Dataset, all tables";
    }

    @Override
    public List<String> formats() {
        return List.of("csv");
    }

    @Override
    public List<Path> write(Snapshot snapshot, ExportRequest request, Path folder) throws IOException {
        Map<String, Map<String, String>> identities = identities(snapshot);
        List<Path> files = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Schema.Table table : Schema.standard().listTables()) {
            List<Schema.Column> columns = table.columns().stream()
                    .filter(column -> column.origin().equals(DATASET))
                    .toList();
            if (columns.isEmpty()) {
                continue;
            }
            List<List<String>> rows = new ArrayList<>();
            snapshot.rows(table.name()).forEach(row -> {
                List<String> values = values(row, columns, identities, unknown);
                if (values != null) {
                    rows.add(values);
                }
            });
            if (!rows.isEmpty()) {
                files.add(write(table, columns, rows, folder));
            }
        }
        unknown.stream()
                .sorted()
                .forEach(person -> refusals.add(new Refusal(
                        "snapshot " + snapshot.manifest().id(),
                        null,
                        "The snapshot does not hold the identifier of " + person
                                + ", so the rows of this person were left out.",
                        "If the child was erased, that is as it should be; otherwise load the extract again.")));
        NotWritten.write(refusals, folder).ifPresent(files::add);
        return files;
    }

    private static Path write(Schema.Table table, List<Schema.Column> columns, List<List<String>> rows, Path folder)
            throws IOException {
        Path file = folder.resolve(table.name() + ".csv");
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(columns.stream().map(Schema.Column::name).toList());
            rows.forEach(csv::writeRecord);
        }
        return file;
    }

    /** Null where the row is of a person whom the snapshot does not hold. */
    private static @Nullable List<String> values(
            TableRow row,
            List<Schema.Column> columns,
            Map<String, Map<String, String>> identities,
            Set<String> unknown) {
        Map<String, String> councilIds = identities.getOrDefault(Identity.COUNCIL_ID, Map.of());
        List<String> values = new ArrayList<>(columns.size());
        for (Schema.Column column : columns) {
            String value = row.text(column.name());
            if (column.isPerson() && !value.isEmpty()) {
                String id = councilIds.get(value);
                if (id == null) {
                    unknown.add(value);
                    return null;
                }
                values.add(id);
            } else if (value.isEmpty()) {
                values.add(ofPerson(row, column, identities));
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** What the tables do not hold because it names a child; it lies with the identities. */
    private static String ofPerson(TableRow row, Schema.Column column, Map<String, Map<String, String>> identities) {
        @Nullable IdentifierKind kind = switch (column.name()) {
            case "pers_forename" -> IdentifierKind.FORENAME;
            case "pers_surname" -> IdentifierKind.SURNAME;
            case "pers_common_child_id" -> IdentifierKind.NHS_NUMBER;
            default -> null;
        };
        return kind == null
                ? ""
                : identities.getOrDefault(kind.name(), Map.of()).getOrDefault(row.text("pers_person_id"), "");
    }

    private static Map<String, Map<String, String>> identities(Snapshot snapshot) {
        Map<String, Map<String, String>> identities = new HashMap<>();
        for (IdentifierKind kind : List.of(
                IdentifierKind.COUNCIL_ID,
                IdentifierKind.FORENAME,
                IdentifierKind.SURNAME,
                IdentifierKind.NHS_NUMBER)) {
            Map<String, String> first = new HashMap<>();
            for (Identity identity : snapshot.identities().listOfKind(kind.name())) {
                first.merge(identity.person(), identity.value(), (one, two) -> one.compareTo(two) <= 0 ? one : two);
            }
            identities.put(kind.name(), first);
        }
        return identities;
    }
}
