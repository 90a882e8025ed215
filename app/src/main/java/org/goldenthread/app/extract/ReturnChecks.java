package org.goldenthread.app.extract;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.records.AsTyped;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Suggestion;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the statutory returns would say of one child if they were drawn now: the child's rows are drawn as those of the whole return are,
 * and checked in memory by the rules that the whole return is checked by, so that there is nothing left to find in spring.
 */
@Service
public class ReturnChecks {

    private static final String NO_AUTHORITY = "000";
    private static final List<KnownRecord.Part> PARTS = parts();

    private final KnownRecord record;
    private final SnapshotRegister register;
    private final InstantSource clock;

    ReturnChecks(KnownRecord record, SnapshotRegister register, InstantSource clock) {
        this.record = record;
        this.register = register;
        this.clock = clock;
    }

    private static List<KnownRecord.Part> parts() {
        List<KnownRecord.Part> parts = new ArrayList<>(CensusOfRecord.PARTS);
        parts.addAll(CareReturnOfRecord.PARTS);
        return List.copyOf(parts);
    }

    /**
     * What came of checking one return.
     *
     * @param name {@code cin} or {@code ssda903}
     * @param title what the return is called
     * @param holds whether the return holds the child at all
     */
    public record Checked(String name, String title, boolean holds, List<Found> found) {}

    /**
     * What a rule found in one row.
     *
     * @param texts what the row says in the fields of the rule, in their order
     * @param from the ids of the records that the row was drawn from
     * @param suggestion what the child's other rows imply; empty where they imply nothing
     */
    public record Found(Validation.Fault fault, List<String> texts, List<String> from, String suggestion) {

        private static Found of(
                Validation.Fault fault, Map<String, List<DrawnRow>> rows, Map<String, String> suggestions) {
            List<DrawnRow> ofTable = rows.getOrDefault(fault.table(), List.of());
            if (fault.row() < 1 || fault.row() > ofTable.size()) {
                return new Found(fault, List.of(), List.of(), "");
            }
            DrawnRow row = ofTable.get(fault.row() - 1);
            return new Found(
                    fault,
                    fault.fields().stream().map(row::answer).toList(),
                    row.from(),
                    fault.fields().stream()
                            .map(field -> suggestions.getOrDefault(fault.table() + "-" + fault.row() + " " + field, ""))
                            .filter(suggestion -> !suggestion.isEmpty())
                            .findFirst()
                            .orElse(""));
        }
    }

    /** The children in need census and the return of children looked after of the collection year that lasts now. */
    public List<Checked> check(UUID person) {
        return check(person, null);
    }

    /** As {@link #check(UUID)}, with a record as it is typed in the place of what is saved of it. */
    List<Checked> check(UUID person, @Nullable AsTyped typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        CollectionYear year = CollectionYear.containing(today);
        KnownRecord.Asked asked = new KnownRecord.Asked(clock.instant(), year, today);
        Map<String, List<DrawnRow>> parts = record.draw(PARTS, asked, new KnownRecord.About(person, typed));
        List<Checked> checked = new ArrayList<>();
        CensusOfRecord.Drawn census = CensusOfRecord.put(parts, year.end());
        String title = "Children in need census " + year.label();
        checked.add(
                census.children().isEmpty()
                        ? new Checked("cin", title, false, List.of())
                        : checked(title, CensusOfRecord.check(asked, authority(), census), census.rows(), Map.of()));
        Ssda903Tables care = CareReturnOfRecord.tables(parts);
        title = "Children looked after return (SSDA903) " + year.label();
        checked.add(
                care.tables().stream().allMatch(table -> care.rows(table).isEmpty())
                        ? new Checked("ssda903", title, false, List.of())
                        : checked(title, year, care, CareReturnOfRecord.rows(parts)));
        return checked;
    }

    private static Checked checked(
            String title, CollectionYear year, Ssda903Tables care, Map<String, List<DrawnRow>> rows) {
        Validation validation = CareReturnOfRecord.check(care, year.end());
        return checked(title, validation, rows, validation.isClean() ? Map.of() : suggestions(care, year));
    }

    /** What the child's rows imply, by row and field. */
    private static Map<String, String> suggestions(Ssda903Tables care, CollectionYear year) {
        Desk desk = Desk.lookedAfter(care.asRead(), year.end(), CareReturnOfRecord.NOTHING_BESIDE);
        Map<String, String> suggestions = new HashMap<>();
        for (String child : desk.listChildren()) {
            for (Suggestion each : desk.suggest(child)) {
                Change.Edited change = each.change();
                suggestions.putIfAbsent(
                        change.row() + " " + change.field(),
                        each.why() + (change.after().isEmpty() ? " Leave it blank." : ""));
            }
        }
        return suggestions;
    }

    private String authority() {
        return register.findCurrent().map(SnapshotEntry::authorityCode).orElse(NO_AUTHORITY);
    }

    /** What concerns the return as a whole, such as its header, is nothing that a worker can put right. */
    private static Checked checked(
            String title, Validation validation, Map<String, List<DrawnRow>> rows, Map<String, String> suggestions) {
        return new Checked(
                validation.returnName(),
                title,
                validation.children() > 0,
                validation.faults().stream()
                        .filter(fault -> !fault.child().isEmpty())
                        .map(fault -> Found.of(fault, rows, suggestions))
                        .toList());
    }
}
