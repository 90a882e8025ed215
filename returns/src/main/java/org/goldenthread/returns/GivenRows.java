package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.write.given.GivenRow;
import org.jspecify.annotations.Nullable;

/** Writes every row of the returns that can be written again as it was given, so that the return can be written again. */
final class GivenRows {
    private final LoadedTables tables;
    private final People people;
    private final Set<String> names = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    GivenRows(LoadedTables tables, People people) {
        this.tables = tables;
        this.people = people;
        for (People.Named named : people.listIdentifiers()) {
            if (named.kind() == IdentifierKind.COUNCIL_ID) {
                known.add(named.child());
            }
        }
    }

    void writeReturns(List<LookedAfterReturn> returns) {
        for (LookedAfterReturn given : returns) {
            write("ssda903", unique(given.name()), given.year(), given.covers().last(), given.given());
        }
    }

    void writeCensuses(List<Census> censuses) {
        for (Census census : censuses) {
            write("cin", unique(census.source()), census.year(), census.last(), census.given());
        }
    }

    void writeDays(List<GivenDayReturn> ofDays) {
        for (GivenDayReturn given : ofDays) {
            write(given.name(), unique(given.source()), null, given.day(), given.rows());
        }
    }

    private String unique(String name) {
        String unique = name;
        for (int number = 2; !names.add(unique); number++) {
            unique = name + " (" + number + ")";
        }
        return unique;
    }

    private void write(
            String returnName, String givenIn, @Nullable CollectionYear year, LocalDate last, List<GivenRow> rows) {
        Set<String> sources = new LinkedHashSet<>();
        LoadedTable table = tables.get("gt_return_rows");
        for (GivenRow row : rows) {
            String child = row.child();
            // Of several identifiers of one child the export would take the first; the row had another.
            GivenRow kept = people.canonical(child).equals(child) ? row : row.withChildHeld();
            sources.add(kept.source());
            // Nobody has met a child yet of whom no row could be used.
            if (!child.isEmpty() && known.add(child)) {
                people.identifier(child, IdentifierKind.COUNCIL_ID, child, kept.source(), kept.line());
            }
            table.add(kept.source(), kept.line())
                    .set("row_number", kept.number())
                    .set("return_table", kept.table())
                    .set("person_id", child)
                    .set("content", kept.content());
            if (!kept.held().isEmpty()) {
                people.hold(child, kept.heldWithPlace(), kept.source(), kept.line());
            }
        }
        for (String source : sources) {
            tables.get("gt_returns")
                    .add(source, 1)
                    .set("return_name", returnName)
                    .set("given_in", givenIn)
                    .set("collection_year_end", year == null ? null : year.lastDay())
                    .set("drawn_up_to", last);
        }
    }
}
