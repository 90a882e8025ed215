package org.goldenthread.returns.check.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.check.CaseCells;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tables of one case, put together into children: records belong together by {@code LAchildID}, {@code CINdetailsID} and
 * {@code CPPID}. A table may lack any of these and any field. Each ChildIdentifiers record is a child of its own.
 */
final class CaseTables {
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: 00:00(?::00)?)?");
    private static final String CHILD = "LAchildID";
    private static final String REFERRAL = "CINdetailsID";
    private static final String PLAN = "CPPID";
    private static final String FACTORS_LIST = "AssessmentFactorsList";

    private final Map<CinTable, List<CaseRecord>> records = new EnumMap<>(CinTable.class);
    private final List<CensusChild> children = new ArrayList<>();
    private final Map<String, CensusChild> byId = new LinkedHashMap<>();
    private final Map<String, Referral> referrals = new HashMap<>();
    private final List<CaseRecord> factorsList = new ArrayList<>();
    /** For each child the one {@code CINdetailsID} that its records have, where they have no other. */
    private final Map<String, String> onlyReferral = new HashMap<>();

    private CaseTables() {}

    static CaseTables of(JsonNode tables) {
        CaseTables made = new CaseTables();
        tables.properties().forEach(table -> made.readTable(table.getKey(), table.getValue()));
        made.assemble();
        return made;
    }

    List<CensusChild> children() {
        return children;
    }

    List<Row> headers() {
        return list(CinTable.HEADER).stream().map(CaseRecord::row).toList();
    }

    String labelOf(Row row) {
        return list((CinTable) row.table()).get(row.number() - 1).label();
    }

    private List<CaseRecord> list(CinTable table) {
        return records.getOrDefault(table, List.of());
    }

    private void readTable(String name, JsonNode given) {
        List<String> columns = new ArrayList<>();
        given.path("columns").forEach(column -> columns.add(CaseCells.text(column)));
        if (name.equalsIgnoreCase(FACTORS_LIST)) {
            given.path("rows")
                    .forEach(cells -> factorsList.add(
                            new CaseRecord("", CinTable.ASSESSMENTS.absent(), List.of(), keys(columns, cells))));
        } else {
            read(table(name), columns, given);
        }
    }

    private void read(CinTable table, List<String> columns, JsonNode given) {
        List<CaseRecord> made = new ArrayList<>();
        JsonNode index = given.path("index");
        for (JsonNode cells : given.path("rows")) {
            @Nullable String[] texts = new @Nullable String[table.fields().size()];
            Map<String, String> keys = keys(columns, cells);
            List<String> factors = new ArrayList<>();
            for (int place = 0; place < columns.size(); place++) {
                Field field = table.named(columns.get(place));
                if (field != null) {
                    texts[table.position(field)] = text(cells.path(place));
                }
                if (field == CinField.AssessmentFactors) {
                    addFactors(cells.path(place), factors);
                }
            }
            int place = made.size();
            String label = place < index.size() ? CaseCells.text(index.get(place)) : String.valueOf(place);
            made.add(new CaseRecord(label, new Row(table, place + 1, texts), factors, keys));
        }
        records.put(table, made);
    }

    private static Map<String, String> keys(List<String> columns, JsonNode cells) {
        Map<String, String> keys = new HashMap<>();
        for (int place = 0; place < columns.size(); place++) {
            keys.put(columns.get(place), text(cells.path(place)));
        }
        return keys;
    }

    private static void addFactors(JsonNode cell, List<String> factors) {
        if (cell.isArray()) {
            cell.forEach(each -> addFactors(each, factors));
        } else if (!text(cell).isEmpty()) {
            factors.add(text(cell));
        }
    }

    /** The cell as XML would have it; a date in the form of day, month and year is turned about. */
    private static String text(JsonNode cell) {
        if (CaseCells.isBlank(cell)) {
            return "";
        }
        if (cell.isArray()) {
            List<String> texts = new ArrayList<>();
            cell.forEach(each -> texts.add(text(each)));
            return String.join(", ", texts);
        }
        LocalDate date = CaseCells.date(cell);
        if (date != null) {
            return date.toString();
        }
        String text = CaseCells.text(cell);
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches()
                ? "%s-%2s-%2s"
                        .formatted(slashed.group(3), slashed.group(2), slashed.group(1))
                        .replace(' ', '0')
                : text;
    }

    private void assemble() {
        noteOnlyReferrals();
        for (CaseRecord record : list(CinTable.CHILD_IDENTIFIERS)) {
            CensusChild child = new CensusChild(record.key(CHILD));
            children.add(child);
            byId.putIfAbsent(child.id(), child);
            child.add(record.row());
        }
        for (CinTable table : List.of(CinTable.CHILD_CHARACTERISTICS, CinTable.DISABILITIES)) {
            list(table).forEach(record -> child(record).add(record.row()));
        }
        for (CaseRecord record : list(CinTable.CIN_DETAILS)) {
            CensusChild child = child(record);
            referrals.putIfAbsent(referralKey(record), child.addReferral(record.row()));
        }
        CaseFactors factors = new CaseFactors(list(CinTable.ASSESSMENTS), factorsList);
        for (CaseRecord record : list(CinTable.ASSESSMENTS)) {
            child(record).addAssessment(referral(record), new Assessment(record.row(), factors.of(record)));
        }
        list(CinTable.CIN_PLAN_DATES).forEach(record -> child(record).addPlan(referral(record), record.row()));
        list(CinTable.SECTION_47).forEach(record -> child(record).addEnquiry(referral(record), record.row()));
        list(CinTable.PRE_PROCEEDINGS).forEach(record -> child(record).addProceedings(referral(record), record.row()));
        assemblePlans();
    }

    private void noteOnlyReferrals() {
        Map<String, Set<String>> ids = new HashMap<>();
        for (List<CaseRecord> table : records.values()) {
            for (CaseRecord record : table) {
                if (!record.key(REFERRAL).isEmpty()) {
                    ids.computeIfAbsent(record.key(CHILD), any -> new HashSet<>())
                            .add(record.key(REFERRAL));
                }
            }
        }
        ids.forEach((child, several) -> {
            if (several.size() == 1) {
                onlyReferral.put(child, several.iterator().next());
            }
        });
    }

    private void assemblePlans() {
        List<CaseRecord> reviews = new ArrayList<>(list(CinTable.REVIEWS));
        for (CaseRecord plan : list(CinTable.CHILD_PROTECTION_PLANS)) {
            // The cases have such a row for a child without a plan.
            if (plan.has(PLAN) && plan.key(PLAN).isEmpty()) {
                continue;
            }
            List<CaseRecord> its = reviews.stream()
                    .filter(review ->
                            plan.isSame(review, CHILD) && plan.isSame(review, REFERRAL) && plan.isSame(review, PLAN))
                    .toList();
            reviews.removeAll(its);
            child(plan)
                    .addProtectionPlan(
                            referral(plan),
                            new ProtectionPlan(
                                    plan.row(),
                                    its.stream().map(CaseRecord::row).toList()));
        }
        reviews.forEach(review -> child(review).add(review.row()));
    }

    private CensusChild child(CaseRecord record) {
        CensusChild known = byId.get(record.key(CHILD));
        if (known == null) {
            known = new CensusChild(record.key(CHILD));
            byId.put(known.id(), known);
            children.add(known);
        }
        return known;
    }

    private Referral referral(CaseRecord record) {
        Referral known = referrals.get(referralKey(record));
        if (known == null) {
            known = child(record).addReferral(CinTable.CIN_DETAILS.absent());
            referrals.put(referralKey(record), known);
        }
        return known;
    }

    /** A table without the column belongs to the child's one referral, where there is one. */
    private String referralKey(CaseRecord record) {
        String referral =
                record.has(REFERRAL) ? record.key(REFERRAL) : onlyReferral.getOrDefault(record.key(CHILD), "");
        return record.key(CHILD) + "\n" + referral;
    }

    private static CinTable table(String name) {
        for (CinTable table : CinTable.values()) {
            if (table.label().equalsIgnoreCase(name)) {
                return table;
            }
        }
        throw new IllegalArgumentException("The cases name a table '" + name + "', which the census does not have.");
    }
}
