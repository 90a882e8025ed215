package org.goldenthread.returns.check.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tables of one case, put together into children: records belong together by {@code LAchildID}, {@code CINdetailsID} and
 * {@code CPPID}. A table may lack any of these and any field. Each ChildIdentifiers record is a child of its own.
 */
final class CaseTables {
    private static final Pattern SLASHED = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
    private static final String CHILD = "LAchildID";
    private static final String REFERRAL = "CINdetailsID";
    private static final String PLAN = "CPPID";

    private final Map<CinTable, List<Record>> records = new EnumMap<>(CinTable.class);
    private final List<CensusChild> children = new ArrayList<>();
    private final Map<String, CensusChild> byId = new LinkedHashMap<>();
    private final Map<String, Referral> referrals = new HashMap<>();

    private CaseTables() {}

    /**
     * A record of a table.
     *
     * @param label what the case calls it
     * @param keys its cells in the columns that are no fields, empty where blank
     */
    private record Record(String label, Row row, List<String> factors, Map<String, String> keys) {
        private String key(String name) {
            return keys.getOrDefault(name, "");
        }
    }

    static CaseTables of(JsonNode tables) {
        CaseTables made = new CaseTables();
        tables.properties().forEach(table -> made.read(table.getKey(), table.getValue()));
        made.assemble();
        return made;
    }

    List<CensusChild> children() {
        return children;
    }

    List<Row> headers() {
        return list(CinTable.HEADER).stream().map(Record::row).toList();
    }

    String labelOf(Row row) {
        return list((CinTable) row.table()).get(row.number() - 1).label;
    }

    private List<Record> list(CinTable table) {
        return records.getOrDefault(table, List.of());
    }

    private void read(String name, JsonNode given) {
        CinTable table = table(name);
        List<Record> made = new ArrayList<>();
        for (JsonNode cells : given.get("rows")) {
            @Nullable String[] texts = new @Nullable String[table.fields().size()];
            Map<String, String> keys = new HashMap<>();
            List<String> factors = new ArrayList<>();
            for (int place = 0; place < cells.size(); place++) {
                String column = given.get("columns").get(place).stringValue();
                String text = text(cells.get(place));
                keys.put(column, text);
                Field field = table.named(column);
                if (field != null) {
                    texts[table.position(field)] = text;
                }
                if (field == CinField.AssessmentFactors) {
                    addFactors(cells.get(place), factors);
                }
            }
            String label = given.get("index").get(made.size()).asString();
            made.add(new Record(label, new Row(table, made.size() + 1, texts), factors, keys));
        }
        records.put(table, made);
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
        if (cell.isNull()) {
            return "";
        }
        if (cell.isArray()) {
            List<String> texts = new ArrayList<>();
            cell.forEach(each -> texts.add(text(each)));
            return String.join(", ", texts);
        }
        if (cell.isObject()) {
            return LocalDate.parse(cell.get("date").stringValue()).toString();
        }
        if (cell.isNumber() && cell.asDouble() == Math.rint(cell.asDouble())) {
            return String.valueOf(cell.asLong());
        }
        String text = cell.asString();
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches() ? slashed.group(3) + "-" + slashed.group(2) + "-" + slashed.group(1) : text;
    }

    private void assemble() {
        for (Record record : list(CinTable.CHILD_IDENTIFIERS)) {
            CensusChild child = new CensusChild(record.key(CHILD));
            children.add(child);
            byId.putIfAbsent(child.id(), child);
            child.add(record.row);
        }
        for (CinTable table : List.of(CinTable.CHILD_CHARACTERISTICS, CinTable.DISABILITIES)) {
            list(table).forEach(record -> child(record).add(record.row));
        }
        for (Record record : list(CinTable.CIN_DETAILS)) {
            CensusChild child = child(record);
            referrals.putIfAbsent(referralKey(record), child.addReferral(record.row));
        }
        for (Record record : list(CinTable.ASSESSMENTS)) {
            child(record).addAssessment(referral(record), new Assessment(record.row, record.factors));
        }
        list(CinTable.CIN_PLAN_DATES).forEach(record -> child(record).addPlan(referral(record), record.row));
        list(CinTable.SECTION_47).forEach(record -> child(record).addEnquiry(referral(record), record.row));
        list(CinTable.PRE_PROCEEDINGS).forEach(record -> child(record).addProceedings(referral(record), record.row));
        assemblePlans();
    }

    private void assemblePlans() {
        List<Record> reviews = new ArrayList<>(list(CinTable.REVIEWS));
        for (Record plan : list(CinTable.CHILD_PROTECTION_PLANS)) {
            // The cases have such a row for a child without a plan.
            if (plan.keys.containsKey(PLAN) && plan.key(PLAN).isEmpty()) {
                continue;
            }
            List<Record> its = reviews.stream()
                    .filter(review ->
                            isSame(plan, review, CHILD) && isSame(plan, review, REFERRAL) && isSame(plan, review, PLAN))
                    .toList();
            reviews.removeAll(its);
            child(plan)
                    .addProtectionPlan(
                            referral(plan),
                            new ProtectionPlan(
                                    plan.row, its.stream().map(Record::row).toList()));
        }
        reviews.forEach(review -> child(review).add(review.row));
    }

    private static boolean isSame(Record one, Record other, String key) {
        return !one.keys.containsKey(key)
                || !other.keys.containsKey(key)
                || one.key(key).equals(other.key(key));
    }

    private CensusChild child(Record record) {
        CensusChild known = byId.get(record.key(CHILD));
        if (known == null) {
            known = new CensusChild(record.key(CHILD));
            byId.put(known.id(), known);
            children.add(known);
        }
        return known;
    }

    private Referral referral(Record record) {
        Referral known = referrals.get(referralKey(record));
        if (known == null) {
            known = child(record).addReferral(CinTable.CIN_DETAILS.absent());
            referrals.put(referralKey(record), known);
        }
        return known;
    }

    private static String referralKey(Record record) {
        return record.key(CHILD) + "\n" + record.key(REFERRAL);
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
