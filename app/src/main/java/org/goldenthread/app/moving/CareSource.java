package org.goldenthread.app.moving;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.jspecify.annotations.Nullable;

/** Reads returns of children looked after, of one year or of several. */
final class CareSource {

    private static final Ssda903Children.Beside NOTHING_BESIDE = new Ssda903Children.Beside(null, null, null, null);

    /** Days by which it is known of which year a return is: those of births, of course, tell nothing of it. */
    private static final List<Ssda903Field> HAPPENED = List.of(
            Ssda903Field.DECOM, Ssda903Field.DEC, Ssda903Field.REVIEW, Ssda903Field.MIS_START, Ssda903Field.MIS_END);

    /** Tables of which a child has one row in a year, or of which the day tells a row from the others. */
    private static final Map<Ssda903Table, String> KEYS = Map.of(
            Ssda903Table.MISSING, "MIS_START",
            Ssda903Table.OC2, CareTakings.YEAR_END,
            Ssda903Table.OC3, CareTakings.YEAR_END,
            Ssda903Table.PREV_PERM, CareTakings.YEAR_END);

    private final SourceData data = new SourceData();
    private final LocalDate asAt;

    private CareSource(LocalDate asAt) {
        this.asAt = asAt;
    }

    /** @param last the last day of the collection year that it is of, or that as at which it was taken where that is earlier */
    private record Year(Ssda903Rows rows, LocalDate last) {}

    /** @param returns each a file, or a folder of the tables of one return */
    static Given read(List<Path> returns, LocalDate asAt, SourceData.Check check) {
        CareSource source = new CareSource(asAt);
        List<Year> years = new ArrayList<>();
        for (Path each : returns) {
            Ssda903Rows rows = Ssda903Rows.read(List.of(each));
            years.add(new Year(rows, source.lastDay(rows)));
        }
        years.sort(Comparator.comparing(Year::last));
        years.forEach(source::take);
        return source.data.tell(
                "SSDA903",
                CareHistory::tell,
                CareTakings.ALL,
                check,
                true,
                years.isEmpty() ? Given.Checked.NOTHING : checked(years.getLast()));
    }

    /** The last year alone: what was found in those before was answered when they were sent. */
    private static Given.Checked checked(Year last) {
        Validation found = Ssda903Validation.run(
                last.rows(), CollectionYear.containing(last.last()).end(), NOTHING_BESIDE);
        return Findings.of("Children looked after return (SSDA903) " + found.yearLabel(), found);
    }

    private LocalDate lastDay(Ssda903Rows rows) {
        LocalDate latest = null;
        for (Ssda903Table table : rows.tables()) {
            for (Row row : rows.list(table)) {
                for (Ssda903Field field : HAPPENED) {
                    LocalDate day = row.date(field);
                    if (day != null && !day.isAfter(asAt) && (latest == null || day.isAfter(latest))) {
                        latest = day;
                    }
                }
            }
        }
        LocalDate end =
                CollectionYear.containing(latest == null ? asAt : latest).lastDay();
        return end.isAfter(asAt) ? asAt : end;
    }

    private void take(Year year) {
        Set<String> taken = SourceData.tables(CareTakings.ALL);
        // The header first, which says more of a child than another table.
        Map<String, LocalDate> births = new HashMap<>();
        for (Row row : year.rows().list(Ssda903Table.HEADER)) {
            LocalDate born = row.date(Ssda903Field.DOB);
            if (born != null) {
                births.put(row.written(Ssda903Field.CHILD), born);
            }
        }
        for (Ssda903Table table : year.rows().tables()) {
            List<Row> rows = year.rows().list(table);
            data.count(rows.size());
            boolean known =
                    taken.contains(table.label()) || table == Ssda903Table.EPISODES || table == Ssda903Table.PREV_PERM;
            for (Row row : rows) {
                if (table == Ssda903Table.OC3) {
                    // A care leaver is in no header of the year any more.
                    LocalDate born = row.date(Ssda903Field.DOB);
                    births.putIfAbsent(row.written(Ssda903Field.CHILD), born == null ? year.last() : born);
                    data.addIfUnknown(
                            Given.Child.ofReturn(row.written(Ssda903Field.CHILD), born, "", "", "", ""),
                            row(year, row, births));
                }
                if (table == Ssda903Table.HEADER) {
                    data.add(child(row), row(year, row, births));
                } else if (known) {
                    data.add(row(year, row, births));
                } else {
                    data.refuse(
                            row.file(),
                            line(row),
                            "Rows of " + table.label() + " are not taken into the mirror: the record has no such kind,"
                                    + " or it needs more than the return says");
                }
            }
        }
        year.rows().refusals().forEach(each -> {
            // A row that could not be read is one of the file's all the same.
            data.count(each.line() == null ? 0 : 1);
            data.refuse(each.file(), Objects.requireNonNullElse(each.line(), 0), each.problem() + " " + each.action());
        });
    }

    private static Given.Child child(Row row) {
        String upn = row.textOrEmpty(Ssda903Field.UPN);
        boolean told = upn.startsWith("UN");
        return Given.Child.ofReturn(
                row.written(Ssda903Field.CHILD),
                row.date(Ssda903Field.DOB),
                Sexes.read(row.textOrEmpty(Ssda903Field.SEX)),
                row.textOrEmpty(Ssda903Field.ETHNIC),
                told ? "" : upn,
                told ? upn : "");
    }

    private static SourceRow row(Year year, Row row, Map<String, LocalDate> births) {
        Ssda903Table table = (Ssda903Table) row.table();
        String number = row.written(Ssda903Field.CHILD);
        Map<String, String> cells = new HashMap<>();
        for (Field field : table.fileFields()) {
            // The date of an earlier order may lack its day, and stays as it is written.
            LocalDate day = field == Ssda903Field.DATE_PERM ? null : row.date(field);
            cells.put(field.name(), day == null ? row.textOrEmpty(field) : day.toString());
        }
        cells.put(CareTakings.YEAR_END, year.last().toString());
        cells.put(SourceRow.RETURN, year.last().toString());
        LocalDate birthday = birthday(births.get(number), year.last());
        if (birthday != null) {
            cells.put(CareTakings.BIRTHDAY, birthday.toString());
        }
        String unique = row.file() + " " + row.number() + " " + year.last();
        String key = KEYS.containsKey(table) ? cells.getOrDefault(KEYS.get(table), unique) : unique;
        return new SourceRow(table.label(), number, key, "", cells, row.file(), line(row));
    }

    private static @Nullable LocalDate birthday(@Nullable LocalDate born, LocalDate last) {
        if (born == null) {
            return null;
        }
        LocalDate thisYear = born.plusYears(last.getYear() - born.getYear());
        return thisYear.isAfter(last) ? thisYear.minusYears(1) : thisYear;
    }

    /** Of a CSV file the first line names the columns. */
    private static int line(Row row) {
        return row.line() > 0 ? row.line() : row.number() + 1;
    }
}
