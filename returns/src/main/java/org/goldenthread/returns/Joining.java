package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.calendar.CollectionYear;

/** Joins all that was read: finds out who is who, makes one history of several years and writes its rows. */
final class Joining {
    private final LoadedTables tables;
    private final People people;
    private final Findings findings;
    private final Coverages coverages;

    Joining(LoadedTables tables, People people, Findings findings, Coverages coverages) {
        this.tables = tables;
        this.people = people;
        this.findings = findings;
        this.coverages = coverages;
    }

    void join(List<LookedAfterReturn> returns, List<Census> censuses, List<GivenDayReturn> ofDays) {
        meetReturns(returns);
        meetCensuses(censuses);
        meetOthers();
        PupilNumberCheck.report(people.listIdentifiers(), findings);
        people.resolve();
        new ExtractedCare(tables).derive();
        Precedence precedence = new Precedence(tables, findings);
        LookedAfterHistory lookedAfter = new LookedAfterHistory(returns, people, findings);
        Map<String, List<CarePeriod>> periods = new CarePeriods(lookedAfter, findings).listByChild();
        LookedAfterRows episodes = new LookedAfterRows(tables);
        PermanenceRows permanence = new PermanenceRows(tables, lookedAfter);
        periods.values().forEach(list -> {
            episodes.write(list);
            permanence.write(list);
        });
        new LookedAfterDetails(lookedAfter, tables, periods, findings).write();
        CensusHistory census = new CensusHistory(censuses, people, findings);
        new CensusRows(tables).write(census.listByChild());
        new CensusPersons(tables, people).write(census.listChildren());
        precedence.settle();
        reportUnmatched(returns, censuses);
        GivenRows given = new GivenRows(tables, people);
        given.writeReturns(returns);
        given.writeCensuses(censuses);
        given.writeDays(ofDays);
        new PersonMerge(tables, people, findings, coverages).merge();
    }

    private void meetReturns(List<LookedAfterReturn> returns) {
        for (LookedAfterReturn given : returns) {
            Set<String> met = new HashSet<>();
            for (LookedAfterTable table : LookedAfterTable.values()) {
                for (ReturnRow row : given.list(table)) {
                    if (met.add(row.child())) {
                        people.identifier(
                                row.child(), IdentifierKind.COUNCIL_ID, row.child(), row.source(), row.line());
                    }
                    if (table == LookedAfterTable.HEADER) {
                        meetHeader(row);
                    }
                }
            }
        }
    }

    private void meetHeader(ReturnRow row) {
        people.born(row.child(), row.day("DOB"));
        String pupilNumber = row.text("UPN");
        if (!pupilNumber.isEmpty() && !pupilNumber.startsWith("UN")) {
            people.identifier(row.child(), IdentifierKind.UPN, pupilNumber, row.source(), row.line());
        }
    }

    private void meetCensuses(List<Census> censuses) {
        for (Census census : censuses) {
            for (Census.Child child : census.children()) {
                CensusElement given = child.identifiers();
                people.identifier(child.id(), IdentifierKind.COUNCIL_ID, child.id(), census.source(), given.line());
                meet(child, IdentifierKind.UPN, "UPN");
                meet(child, IdentifierKind.FORMER_UPN, "FormerUPN");
                CensusPersons.findBirth(given).ifPresent(day -> people.born(child.id(), day));
            }
        }
    }

    private void meet(Census.Child child, IdentifierKind kind, String element) {
        child.identifiers()
                .find(element)
                .filter(given -> !given.text().isEmpty())
                .ifPresent(given -> people.identifier(child.id(), kind, given.text(), child.source(), given.line()));
    }

    private void meetOthers() {
        for (LoadedRow row : tables.get("ssd_person").rows()) {
            String child = row.getText("pers_person_id");
            LocalDate birth = row.getDate("pers_dob");
            if (child != null) {
                people.identifier(child, IdentifierKind.COUNCIL_ID, child, row.source(), row.line());
                if (birth != null) {
                    people.born(child, birth);
                }
            }
        }
    }

    /** Every child looked after is in need by law, so a child of one return whom the other lacks was not matched. */
    private void reportUnmatched(List<LookedAfterReturn> returns, List<Census> censuses) {
        Map<CollectionYear, Set<String>> inNeed = new HashMap<>();
        for (Census census : censuses) {
            Set<String> children = inNeed.computeIfAbsent(census.year(), any -> new HashSet<>());
            census.children().forEach(child -> children.add(people.canonical(child.id())));
        }
        for (LookedAfterReturn given : returns) {
            Set<String> children = inNeed.get(given.year());
            if (children == null) {
                continue;
            }
            Set<String> told = new HashSet<>();
            List<ReturnRow> unmatched = new ArrayList<>();
            for (ReturnRow row : given.list(LookedAfterTable.EPISODES)) {
                String child = people.canonical(row.child());
                if (!children.contains(child) && told.add(child)) {
                    unmatched.add(row);
                }
            }
            unmatched.forEach(row -> findings.warning(
                    row.source(),
                    row.line(),
                    "CHILD",
                    "The child was looked after in " + given.year().label()
                            + " and is in no children in need census of that year, by identifier or by unique pupil"
                            + " number.",
                    "Put the child into the census, or give the same identifier in both returns."));
        }
    }
}
