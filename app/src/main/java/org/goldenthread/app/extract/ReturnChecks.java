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
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
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
    /** What the department derives from postcodes is put right at the postcodes. */
    private static final Map<String, List<String>> FOLLOWS_FROM = Map.of(
            "PL_LA", List.of("PL_POST"),
            "PL_LOCATION", List.of("PL_POST"),
            "PL_DISTANCE", List.of("PL_POST", "HOME_POST"));

    private final KnownRecord record;
    private final BesideTheRecord beside;
    private final SnapshotRegister register;
    private final InstantSource clock;

    ReturnChecks(KnownRecord record, BesideTheRecord beside, SnapshotRegister register, InstantSource clock) {
        this.record = record;
        this.beside = beside;
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
     * @param notRun rules that could not be run, by reason
     */
    public record Checked(String name, String title, boolean holds, List<Found> found, List<NotRun> notRun) {}

    /**
     * What a rule found in one row.
     *
     * @param texts what the row says in the fields of the rule, in their order
     * @param from the ids of the records that the row was drawn from
     * @param suggestion what the child's other rows, last year's return and the council's lists imply; empty where they imply nothing
     */
    public record Found(Validation.Fault fault, List<String> texts, List<String> from, String suggestion) {

        /** @param old by rule, how old a list is that the rule uses and that should be replaced */
        private static Found of(
                Validation.Fault fault,
                Map<String, List<DrawnRow>> rows,
                Map<String, String> suggestions,
                Map<String, String> old) {
            String aged = old.getOrDefault(fault.rule(), "");
            List<DrawnRow> ofTable = rows.getOrDefault(fault.table(), List.of());
            if (fault.row() < 1 || fault.row() > ofTable.size()) {
                return new Found(fault, List.of(), List.of(), aged);
            }
            DrawnRow row = ofTable.get(fault.row() - 1);
            return new Found(
                    fault,
                    fault.fields().stream().map(row::answer).toList(),
                    row.from(),
                    (fault.fields().stream()
                                            .flatMap(field -> FOLLOWS_FROM.getOrDefault(field, List.of(field)).stream())
                                            .map(field -> suggestions.getOrDefault(
                                                    fault.table() + "-" + fault.row() + " " + field, ""))
                                            .filter(suggestion -> !suggestion.isEmpty())
                                            .findFirst()
                                            .orElse("")
                                    + " " + aged)
                            .strip());
        }
    }

    /** The children in need census and the return of children looked after of the collection year that lasts now. */
    public List<Checked> check(UUID person) {
        return begin(person).check(null);
    }

    /** Of each list beside the record that should be replaced by a newer one, how old it is. */
    public List<String> listOldLists() {
        return beside.old(LocalDate.ofInstant(clock.instant(), Words.LONDON));
    }

    /** Checks of one person as of now, one after another. */
    Checking begin(UUID person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        KnownRecord.Asked asked = new KnownRecord.Asked(clock.instant(), CollectionYear.containing(today), today);
        String number = register.findCurrent().map(SnapshotEntry::authorityCode).orElse("");
        return new Checking(asked, person, number);
    }

    /** Checks of one person as of one moment; what stays the same between them is asked for once. */
    final class Checking {

        private final KnownRecord.Asked asked;
        private final UUID person;
        private final String number;
        private final BesideTheRecord.OfOne besides;

        private Checking(KnownRecord.Asked asked, UUID person, String number) {
            this.asked = asked;
            this.person = person;
            this.number = number;
            this.besides = beside.ofOne(asked, person, number);
        }

        /** @param typed a record as it is typed, in the place of what is saved of it; null for none */
        List<Checked> check(@Nullable AsTyped typed) {
            CollectionYear year = asked.year();
            Map<String, List<DrawnRow>> parts = record.draw(PARTS, asked, new KnownRecord.About(person, typed));
            CensusOfRecord.Drawn census = CensusOfRecord.put(parts, year.end());
            List<Checked> checked = new ArrayList<>();
            String title = "Children in need census " + year.label();
            checked.add(
                    census.children().isEmpty()
                            ? none("cin", title)
                            : checked(
                                    title,
                                    CensusOfRecord.check(asked, number.isEmpty() ? NO_AUTHORITY : number, census),
                                    census.rows(),
                                    Map.of(),
                                    Map.of()));
            Ssda903Tables care = CareReturnOfRecord.tables(parts);
            Ssda903Children.Beside with = besides.with(typed);
            Ssda903Rows last = with.last();
            title = "Children looked after return (SSDA903) " + year.label();
            // A child who is gone from this year's return may be missed by the rules that look for those of last
            // year's.
            boolean anywhere =
                    care.tables().stream().anyMatch(table -> !care.rows(table).isEmpty())
                            || last != null
                                    && last.tables().stream()
                                            .anyMatch(table -> !last.list(table).isEmpty());
            checked.add(anywhere ? care(title, care, with, parts) : none("ssda903", title));
            return checked;
        }

        private Checked care(
                String title, Ssda903Tables care, Ssda903Children.Beside with, Map<String, List<DrawnRow>> parts) {
            Validation validation = CareReturnOfRecord.check(care, asked.year().end(), with);
            Map<String, String> suggestions = validation.isClean() ? Map.of() : suggestions(care, with);
            return checked(
                    title,
                    validation,
                    CareReturnOfRecord.rows(parts),
                    suggestions,
                    beside.oldByRule(asked.year().end(), asked.last()));
        }

        /** What the child's rows and what stands beside them imply, by row and field. */
        private Map<String, String> suggestions(Ssda903Tables care, Ssda903Children.Beside with) {
            Desk desk = Desk.lookedAfter(care.asRead(), asked.year().end(), with);
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

        /** What concerns the return as a whole, such as its header, is nothing that a worker can put right. */
        private Checked checked(
                String title,
                Validation validation,
                Map<String, List<DrawnRow>> rows,
                Map<String, String> suggestions,
                Map<String, String> old) {
            List<Found> found = validation.faults().stream()
                    .filter(fault -> !fault.child().isEmpty())
                    .map(fault -> Found.of(fault, rows, suggestions, old))
                    .toList();
            return new Checked(
                    validation.returnName(),
                    title,
                    validation.children() > 0 || !found.isEmpty(),
                    found,
                    NotRun.of(validation));
        }

        private static Checked none(String name, String title) {
            return new Checked(name, title, false, List.of(), List.of());
        }
    }
}
