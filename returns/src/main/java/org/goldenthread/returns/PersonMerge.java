package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.snapshot.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes one row of each person out of those of several sources. What they say differently, the first in precedence
 * decides: an extract of the Standard Safeguarding Dataset before returns, a later return before an earlier, of the same
 * day SSDA903 before the census, Annex A last.
 */
final class PersonMerge {
    private final LoadedTables tables;
    private final People people;
    private final Findings findings;
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private final Set<String> extracts = new HashSet<>();
    private final Set<String> lookedAfter = new HashSet<>();
    private final Set<String> annexes = new HashSet<>();
    private final Set<String> censuses = new HashSet<>();

    PersonMerge(LoadedTables tables, People people, Findings findings, Coverages coverages) {
        this.tables = tables;
        this.people = people;
        this.findings = findings;
        for (Coverages.Told told : coverages.listTold()) {
            lastDays.merge(told.source(), told.coverage().to(), (one, other) -> one.isAfter(other) ? one : other);
            if (told.coverage().source().startsWith("ssd.")) {
                extracts.add(told.source());
            } else if (told.coverage().source().startsWith("ssda903.")) {
                lookedAfter.add(told.source());
            } else if (told.coverage().source().startsWith("annex-a.")) {
                annexes.add(told.source());
            } else if (told.coverage().source().equals("cin")) {
                censuses.add(told.source());
            }
        }
    }

    void merge() {
        LoadedTable table = tables.get("ssd_person");
        Map<String, List<LoadedRow>> byPerson = new TreeMap<>();
        for (LoadedRow row : table.rows()) {
            String person = row.getText("pers_person_id");
            if (person != null) {
                byPerson.computeIfAbsent(people.canonical(person), any -> new ArrayList<>())
                        .add(row);
            }
        }
        List<LoadedRow> merged = new ArrayList<>(byPerson.size());
        byPerson.forEach((person, rows) -> {
            rows.sort(Comparator.comparingInt((LoadedRow row) -> rank(row.source()))
                    .thenComparing(row -> lastDays.getOrDefault(row.source(), LocalDate.MIN), Comparator.reverseOrder())
                    .thenComparing(row -> !lookedAfter.contains(row.source()))
                    .thenComparing(LoadedRow::source)
                    .thenComparing(LoadedRow::line));
            merged.add(merge(table, person, rows));
        });
        table.rows().clear();
        table.rows().addAll(merged);
    }

    private LoadedRow merge(LoadedTable table, String person, List<LoadedRow> rows) {
        LoadedRow first = rows.getFirst();
        Set<String> sources = new HashSet<>(Set.of(first.source()));
        for (LoadedRow other : rows.subList(1, rows.size())) {
            sources.add(other.source());
            reportBirthdays(first, other);
            fill(table, first, other);
        }
        String matched = people.isJoinedByUpn(person) ? "upn" : sources.size() > 1 ? "id" : null;
        return first.set("pers_person_id", person).set("gt_matched_by", matched);
    }

    private static void fill(LoadedTable table, LoadedRow first, LoadedRow other) {
        List<Schema.Column> columns = table.schema().columns();
        for (int position = 0; position < columns.size(); position++) {
            @Nullable Object value = first.valueAt(position);
            if (value == null) {
                first.setAt(position, other.valueAt(position));
            }
        }
    }

    private void reportBirthdays(LoadedRow first, LoadedRow other) {
        LocalDate one = first.getDate("pers_dob");
        LocalDate two = other.getDate("pers_dob");
        if (one != null && two != null && !one.equals(two)) {
            findings.warning(
                    other.source(),
                    other.line(),
                    birthColumn(other.source()),
                    "The child has another date of birth here than in " + first.source() + ", line " + first.line()
                            + ", which was used.",
                    "Look up the child's date of birth, and correct whichever is wrong.");
        }
    }

    private String birthColumn(String source) {
        if (censuses.contains(source)) {
            return "PersonBirthDate";
        }
        if (annexes.contains(source)) {
            return "Date of birth";
        }
        return extracts.contains(source) ? "pers_dob" : "DOB";
    }

    private int rank(String source) {
        if (extracts.contains(source)) {
            return 0;
        }
        return annexes.contains(source) ? 2 : 1;
    }
}
