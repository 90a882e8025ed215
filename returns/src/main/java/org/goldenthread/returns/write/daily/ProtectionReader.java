package org.goldenthread.returns.write.daily;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads assessments, plans, enquiries and who worked with the child. */
final class ProtectionReader {
    private static final int MOST_FACTORS = 41;
    private static final int LONGEST_WORKER_ID = 12;

    private final Snapshot snapshot;
    private final SchemaValues values;
    private final Function<String, ChildRecord> children;

    ProtectionReader(Snapshot snapshot, SchemaValues values, Function<String, ChildRecord> children) {
        this.snapshot = snapshot;
        this.values = values;
        this.children = children;
    }

    void read() {
        readAssessments();
        readPlans("ssd_cin_plans", "cinp_", "cin_plan", "child_in_need_plan");
        readPlans("ssd_cp_plans", "cppl_", "cp_plan", "child_protection_plan");
        readEnquiries();
        readWorkers();
    }

    /** The part of an episode for a row; null where the row has no child or no key. */
    private @Nullable Map<String, Object> part(
            TableRow row, String person, @Nullable String referral, @Nullable LocalDate day, String key, String name) {
        String id = row.findText(key);
        if (person.isEmpty() || id == null) {
            return null;
        }
        if (!SchemaValues.isKey(id)) {
            values.refuse(person, name + "_id", "has characters, or a length, that the collection does not take");
            return null;
        }
        Map<String, Object> part =
                children.apply(person).episodeOf(referral, day, id).add(name + "s");
        part.put(name + "_id", id);
        values.date(part, "start_date", day);
        return part;
    }

    private void readAssessments() {
        Map<String, String> factors = new HashMap<>();
        snapshot.rows("ssd_assessment_factors")
                .forEach(row -> factors.put(row.text("cinf_assessment_id"), row.text("cinf_assessment_factors_json")));
        snapshot.rows("ssd_cin_assessments").forEach(row -> {
            String person = row.text("cina_person_id");
            Map<String, Object> part = part(
                    row,
                    person,
                    row.findText("cina_referral_id"),
                    row.findDate("cina_assessment_start_date"),
                    "cina_assessment_id",
                    "child_and_family_assessment");
            if (part != null) {
                values.date(part, "authorisation_date", row.findDate("cina_assessment_auth_date"));
                putFactors(part, factors.getOrDefault(row.text("cina_assessment_id"), ""), person);
            }
        });
    }

    /** Factors stand as a list of codes, or as an object whose members are codes that are told to be there or not. */
    private void putFactors(Map<String, Object> part, String json, String person) {
        if (json.isBlank()) {
            return;
        }
        TreeSet<String> codes = new TreeSet<>();
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            if (node.isArray()) {
                node.forEach(code -> codes.add(code.asString("").strip()));
            } else if (node.isObject()) {
                node.properties().forEach(entry -> {
                    if (Boolean.TRUE.equals(values.yesOrNo(entry.getValue().asString(""), "factors", person))) {
                        codes.add(entry.getKey().strip());
                    }
                });
            } else {
                values.refuse(person, "factors", "is no list of codes");
            }
        } catch (JacksonException broken) {
            values.refuse(person, "factors", "is no list of codes");
        }
        codes.remove("");
        if (codes.removeIf(code -> code.length() > 3)) {
            values.refuse(person, "factors", "has one longer than the 3 characters of a code");
        }
        if (codes.size() > MOST_FACTORS) {
            values.refuse(person, "factors", "has more than " + MOST_FACTORS);
        } else if (!codes.isEmpty()) {
            part.put("factors", List.copyOf(codes));
        }
    }

    private void readPlans(String table, String prefix, String kind, String name) {
        snapshot.rows(table).forEach(row -> {
            Map<String, Object> part = part(
                    row,
                    row.text(prefix + "person_id"),
                    row.findText(prefix + "referral_id"),
                    row.findDate(prefix + kind + "_start_date"),
                    prefix + kind + "_id",
                    name);
            if (part != null) {
                values.date(part, "end_date", row.findDate(prefix + kind + "_end_date"));
            }
        });
    }

    private void readEnquiries() {
        Map<String, LocalDate> conferences = new HashMap<>();
        snapshot.rows("ssd_initial_cp_conference").forEach(row -> {
            String enquiry = row.findText("icpc_s47_enquiry_id");
            LocalDate day = row.findDate("icpc_icpc_date");
            if (enquiry != null && day != null) {
                conferences.merge(enquiry, day, (one, two) -> one.isBefore(two) ? one : two);
            }
        });
        snapshot.rows("ssd_s47_enquiry").forEach(row -> {
            String person = row.text("s47e_person_id");
            Map<String, Object> part = part(
                    row,
                    person,
                    row.findText("s47e_referral_id"),
                    row.findDate("s47e_s47_start_date"),
                    "s47e_s47_enquiry_id",
                    "section_47_assessment");
            if (part == null) {
                return;
            }
            LocalDate conference = conferences.get(row.text("s47e_s47_enquiry_id"));
            if (conference != null) {
                part.put("icpc_required_flag", true);
                values.date(part, "icpc_date", conference);
            } else if (Boolean.TRUE.equals(
                    values.yesOrNo(row.findText("s47e_s47_nfa"), "icpc_required_flag", person))) {
                part.put("icpc_required_flag", false);
            }
            values.date(part, "end_date", row.findDate("s47e_s47_end_date"));
        });
    }

    /**
     * The collection takes 12 characters for a worker, and a snapshot has no worker's own number but a pseudonym of 24. Its first 12 are sent
     * where they tell the snapshot's workers apart, and otherwise none.
     */
    private void readWorkers() {
        Map<String, String> owners = new HashMap<>();
        TreeSet<String> shared = new TreeSet<>();
        snapshot.rows("ssd_involvements").forEach(row -> {
            String worker = row.text("invo_professional_id");
            String owner = owners.putIfAbsent(shortened(worker), worker);
            if (owner != null && !owner.equals(worker)) {
                shared.add(shortened(worker));
            }
        });
        snapshot.rows("ssd_involvements").forEach(row -> {
            String person = row.text("invo_person_id");
            String worker = shortened(row.text("invo_professional_id"));
            String own = row.findText("invo_involvements_id");
            if (person.isEmpty() || worker.isEmpty() || own == null || !SchemaValues.isKey(own)) {
                return;
            }
            LocalDate start = row.findDate("invo_involvement_start_date");
            Map<String, Object> part = children.apply(person)
                    .episodeOf(row.findText("invo_referral_id"), start, own)
                    .add("care_worker_details");
            if (!shared.contains(worker)) {
                part.put("worker_id", worker);
            }
            values.date(part, "start_date", start);
            values.date(part, "end_date", row.findDate("invo_involvement_end_date"));
        });
    }

    private static String shortened(String worker) {
        return worker.length() <= LONGEST_WORKER_ID ? worker : worker.substring(0, LONGEST_WORKER_ID);
    }
}
