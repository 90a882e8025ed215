package org.goldenthread.app.extract;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.records.AsTyped;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Validation;
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
     * @param title what the return is called
     * @param holds whether the return holds the child at all
     */
    public record Checked(String title, boolean holds, List<Found> found) {}

    /**
     * What a rule found in one row.
     *
     * @param texts what the row says in the fields of the rule, in their order
     * @param from the ids of the records that the row was drawn from
     */
    public record Found(Validation.Fault fault, List<String> texts, List<String> from) {

        private static Found of(Validation.Fault fault, Map<String, List<DrawnRow>> rows) {
            List<DrawnRow> ofTable = rows.getOrDefault(fault.table(), List.of());
            if (fault.row() < 1 || fault.row() > ofTable.size()) {
                return new Found(fault, List.of(), List.of());
            }
            DrawnRow row = ofTable.get(fault.row() - 1);
            return new Found(fault, fault.fields().stream().map(row::answer).toList(), row.from());
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
                        ? new Checked(title, false, List.of())
                        : checked(title, CensusOfRecord.check(asked, authority(), census), census.rows()));
        Ssda903Tables care = CareReturnOfRecord.tables(parts);
        title = "Children looked after return (SSDA903) " + year.label();
        checked.add(
                care.tables().stream().allMatch(table -> care.rows(table).isEmpty())
                        ? new Checked(title, false, List.of())
                        : checked(title, CareReturnOfRecord.check(care, year.end()), CareReturnOfRecord.rows(parts)));
        return checked;
    }

    private String authority() {
        return register.findCurrent().map(SnapshotEntry::authorityCode).orElse(NO_AUTHORITY);
    }

    /** What concerns the return as a whole, such as its header, is nothing that a worker can put right. */
    private static Checked checked(String title, Validation validation, Map<String, List<DrawnRow>> rows) {
        return new Checked(
                title,
                validation.children() > 0,
                validation.faults().stream()
                        .filter(fault -> !fault.child().isEmpty())
                        .map(fault -> Found.of(fault, rows))
                        .toList());
    }
}
