package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.LS;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.RNE;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.HEADER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * All that a return, and the previous year's, hold of one child. Rules look at one of these and at nothing else but {@link ReturnFacts}.
 *
 * <p>Rows without an identifier are together under the empty one, so that checks of a single row reach them; checks across rows have to
 * expect rows that belong to nobody.
 */
public final class ChildFile {
    private static final int TABLES = Ssda903Table.values().length;

    private final String id;
    private final ReturnFacts facts;
    private final List<Row>[] now;
    private final List<Row>[] last;
    private @Nullable List<Row> ordered;
    private @Nullable Boolean continuous;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public ChildFile(String id, ReturnFacts facts) {
        this.id = id;
        this.facts = facts;
        this.now = new List[TABLES];
        this.last = new List[TABLES];
    }

    public String id() {
        return id;
    }

    public ReturnFacts facts() {
        return facts;
    }

    /** Adds a row of this year's return; rows are added in the order of the file. */
    public void add(Row row) {
        add(now, row);
    }

    /** Adds a row of the previous year's return. */
    public void addLast(Row row) {
        add(last, row);
    }

    private static void add(List<Row>[] tables, Row row) {
        int table = row.table().ordinal();
        List<Row> rows = tables[table];
        if (rows == null) {
            rows = new ArrayList<>(2);
            tables[table] = rows;
        }
        rows.add(row);
    }

    /** Rows of this year in the order of the file. */
    public List<Row> rows(Ssda903Table table) {
        List<Row> rows = now[table.ordinal()];
        return rows == null ? List.of() : rows;
    }

    /** Rows of the previous year in the order of the file. */
    public List<Row> lastYear(Ssda903Table table) {
        List<Row> rows = last[table.ordinal()];
        return rows == null ? List.of() : rows;
    }

    /** Whether this year's return has any row of the child. */
    public boolean isInThisYear() {
        for (List<Row> rows : now) {
            if (rows != null) {
                return true;
            }
        }
        return false;
    }

    /** The child's first Header row; null where there is none. */
    public @Nullable Row header() {
        List<Row> headers = rows(HEADER);
        return headers.isEmpty() ? null : headers.getFirst();
    }

    /** Date of birth of the first Header row; null where there is none or it is no date. */
    public @Nullable LocalDate born() {
        Row header = header();
        return header == null ? null : header.date(Ssda903Field.DOB);
    }

    /** This year's episodes by {@code DECOM}; those without a valid one last, ties in the order of the file. */
    public List<Row> episodes() {
        List<Row> known = ordered;
        if (known == null) {
            known = inOrder(rows(EPISODES), DECOM);
            ordered = known;
        }
        return known;
    }

    /** The rows by a date; those without a valid one last, ties in the order of the file. */
    public static List<Row> inOrder(List<Row> rows, Field date) {
        if (rows.size() < 2) {
            return rows;
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort((one, other) -> {
            LocalDate first = one.date(date);
            LocalDate second = other.date(date);
            if (first == null || second == null) {
                return first == second ? 0 : first == null ? 1 : -1;
            }
            return first.compareTo(second);
        });
        return sorted;
    }

    /** The row with the earliest valid date, ties to the first in the file; null where none has one. */
    public static @Nullable Row earliest(List<Row> rows, Field date, Predicate<Row> wanted) {
        Row found = null;
        for (Row row : rows) {
            if (row.isDate(date)
                    && wanted.test(row)
                    && (found == null || Days.isBefore(row.date(date), found.date(date)))) {
                found = row;
            }
        }
        return found;
    }

    /** The row with the latest valid date, ties to the first in the file; null where none has one. */
    public static @Nullable Row latest(List<Row> rows, Field date, Predicate<Row> wanted) {
        Row found = null;
        for (Row row : rows) {
            if (row.isDate(date)
                    && wanted.test(row)
                    && (found == null || Days.isAfter(row.date(date), found.date(date)))) {
                found = row;
            }
        }
        return found;
    }

    /** Whether a row is of a short break: {@code LS} V3 or V4. A blank legal status is not. */
    public static boolean isRespite(Row episode) {
        return episode.isOneOf(LS, "V3", "V4");
    }

    /** Whether an episode is in the year: begun on or before its end and not ended before its start. */
    public boolean isInYear(Row episode) {
        LocalDate ended = episode.date(DEC);
        return Days.isUpTo(episode.date(DECOM), facts.end()) && (ended == null || !ended.isBefore(facts.start()));
    }

    /**
     * Whether the child was looked after continuously for the twelve months to the end of the year: some episode in the year, and none
     * that begins care within it, ends it within it, or is a short break in it.
     */
    public boolean isContinuous() {
        Boolean known = continuous;
        if (known == null) {
            known = findContinuous();
            continuous = known;
        }
        return known;
    }

    private boolean findContinuous() {
        boolean any = false;
        for (Row episode : rows(EPISODES)) {
            LocalDate begun = episode.date(DECOM);
            LocalDate ended = episode.date(DEC);
            boolean inYear = isInYear(episode);
            any |= inYear;
            boolean begins =
                    episode.is(RNE, "S") && Days.isAfter(begun, facts.start()) && Days.isUpTo(begun, facts.end());
            boolean ends =
                    !episode.is(REC, "X1") && Days.isFrom(ended, facts.start()) && Days.isBefore(ended, facts.end());
            if (begins || ends || (inYear && isRespite(episode))) {
                return false;
            }
        }
        return any;
    }
}
