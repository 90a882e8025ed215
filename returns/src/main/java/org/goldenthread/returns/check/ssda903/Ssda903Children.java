package org.goldenthread.returns.check.ssda903;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** The children of a return, put together from its rows and the previous year's, with what the department derives from them. */
public final class Ssda903Children {
    private final ReturnFacts facts;
    private final Map<String, ChildFile> children = new LinkedHashMap<>();

    private Ssda903Children(ReturnFacts facts) {
        this.facts = facts;
    }

    /** The child of that identifier; null where neither year has one. */
    public @Nullable ChildFile find(String id) {
        return children.get(id);
    }

    /**
     * Puts together a child's file afresh from corrected rows of this year. That of the previous year stays, and so does the child's
     * place among the others; other children's files are untouched.
     *
     * @param rows all of this year's rows of the child, which nothing was derived of yet
     */
    public ChildFile remake(String id, Collection<Row> rows) {
        ChildFile made = trial(id, rows);
        children.put(id, made);
        return made;
    }

    /** As {@link #remake}, but the child's file among the others stays as it is. */
    public ChildFile trial(String id, Collection<Row> rows) {
        ChildFile made = new ChildFile(id, facts);
        rows.forEach(made::add);
        ChildFile before = children.get(id);
        if (before != null) {
            for (Ssda903Table table : Ssda903Table.values()) {
                before.lastYear(table).forEach(made::addLast);
            }
        }
        derive(List.of(made));
        return made;
    }

    private void derive(Collection<ChildFile> some) {
        new UnaccompaniedFlag(facts, some).derive();
        Postcodes postcodes = facts.postcodes();
        if (postcodes != null) {
            new PlacementFields(postcodes, facts.authority()).derive(some);
        }
    }

    /**
     * What a check may use besides the return itself.
     *
     * @param drawnTo the day to which a return is drawn of a year that is not over, so that an episode that lasts is not taken to have lasted
     *     to the year's end; null for a whole year
     */
    public record Beside(
            @Nullable Ssda903Rows last,
            @Nullable Postcodes postcodes,
            @Nullable Providers providers,
            @Nullable String authority,
            @Nullable LocalDate drawnTo) {

        /** Beside a return of a whole year. */
        public Beside(
                @Nullable Ssda903Rows last,
                @Nullable Postcodes postcodes,
                @Nullable Providers providers,
                @Nullable String authority) {
            this(last, postcodes, providers, authority, null);
        }
    }

    /** @param year collection year by its end: 2026 is 2025-26 */
    public static Ssda903Children of(Ssda903Rows now, int year, Beside beside) {
        Set<Need> has = EnumSet.noneOf(Need.class);
        Ssda903Rows last = beside.last();
        if (last != null) {
            has.add(Need.PREVIOUS_YEAR);
        }
        if (beside.postcodes() != null) {
            has.add(Need.POSTCODES);
        }
        if (beside.providers() != null) {
            has.add(Need.PROVIDERS);
        }
        if (beside.authority() != null) {
            has.add(Need.AUTHORITY);
        }
        if (now.hasXml()) {
            has.add(Need.XML);
        }
        LocalDate end = LocalDate.of(year, 3, 31);
        LocalDate drawnTo = beside.drawnTo();
        Ssda903Children made = new Ssda903Children(new ReturnFacts(
                year,
                LocalDate.of(year - 1, 4, 1),
                end,
                now.tables(),
                last == null ? Set.of() : last.tables(),
                has,
                beside.authority(),
                beside.providers(),
                beside.postcodes(),
                drawnTo == null || drawnTo.isAfter(end) ? end : drawnTo));
        made.add(now, last);
        made.derive(made.children.values());
        return made;
    }

    private void add(Ssda903Rows now, @Nullable Ssda903Rows last) {
        for (Ssda903Table table : Ssda903Table.values()) {
            add(now.list(table), ChildFile::add);
        }
        if (last != null) {
            // Last year's children who are not in this year's return matter to the few rules that look for them.
            for (Ssda903Table table : Ssda903Table.values()) {
                add(last.list(table), ChildFile::addLast);
            }
        }
    }

    /** A child's rows mostly stand together, so that the child need be looked up for the first of them alone. */
    private void add(List<Row> rows, BiConsumer<ChildFile, Row> taking) {
        ChildFile child = null;
        for (Row row : rows) {
            String id = row.textOrEmpty(Ssda903Field.CHILD);
            if (child == null || !child.id().equals(id)) {
                child = children.computeIfAbsent(id, any -> new ChildFile(any, facts));
            }
            taking.accept(child, row);
        }
    }

    public ReturnFacts facts() {
        return facts;
    }

    /** Every child of either year, in the order in which they are met. */
    public Collection<ChildFile> list() {
        return children.values();
    }

    /** How many children this year's return has. */
    public long count() {
        return children.values().stream()
                .filter(child -> !child.id().isEmpty() && child.isInThisYear())
                .count();
    }
}
