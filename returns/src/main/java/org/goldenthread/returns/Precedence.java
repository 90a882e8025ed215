package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides between a Standard Safeguarding Dataset extract and returns that tell of the same things: the extract goes
 * before, table by table; and where it holds referrals, or looked-after episodes, all that hangs on them comes from it, for
 * the keys of one source mean nothing in the other.
 *
 * <p>Made when only the extracts have been read; settled when the returns' rows have been written too.
 */
final class Precedence {
    private static final Set<String> REFERRALS = Set.of(
            "ssd_cin_episodes",
            "ssd_cin_assessments",
            "ssd_assessment_factors",
            "ssd_cin_plans",
            "ssd_s47_enquiry",
            "ssd_initial_cp_conference",
            "ssd_cp_plans",
            "ssd_cp_reviews",
            "ssd_pre_proceedings");

    private static final Set<String> LOOKED_AFTER = Set.of(
            "ssd_cla_episodes",
            "ssd_cla_placement",
            "ssd_legal_status",
            "ssd_cla_reviews",
            "ssd_permanence",
            "gt_cla_periods_of_care");

    private static final Set<String> JOINED_OTHERWISE = Set.of("ssd_person");

    private final LoadedTables tables;
    private final Findings findings;
    private final Map<String, Integer> before = new HashMap<>();

    Precedence(LoadedTables tables, Findings findings) {
        this.tables = tables;
        this.findings = findings;
        tables.list().forEach(table -> before.put(table.name(), table.rows().size()));
    }

    void settle() {
        for (LoadedTable table : tables.list()) {
            int own = before.getOrDefault(table.name(), 0);
            int all = table.rows().size();
            if (isOfExtract(table.name()) && all > own && !JOINED_OTHERWISE.contains(table.name())) {
                LoadedRow first = table.rows().get(own);
                List<LoadedRow> kept = new ArrayList<>(table.rows().subList(0, own));
                table.rows().clear();
                table.rows().addAll(kept);
                findings.note(
                        first.source(),
                        null,
                        table.name(),
                        (all - own) + " rows of " + table.name() + " that the returns give were not used, because the"
                                + " extract of the Standard Safeguarding Dataset goes before them.",
                        "Load without the extract to use the returns.");
            }
        }
    }

    private boolean isOfExtract(String table) {
        return has(table)
                || REFERRALS.contains(table) && has("ssd_cin_episodes")
                || LOOKED_AFTER.contains(table) && has("ssd_cla_episodes");
    }

    private boolean has(String table) {
        return before.getOrDefault(table, 0) > 0;
    }
}
