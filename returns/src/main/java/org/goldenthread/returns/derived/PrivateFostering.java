package org.goldenthread.returns.derived;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTables;

/** Sets {@code gt_privately_fostered} of assessments from the factors that they found: 8B to 8F are kinds of private fostering. */
final class PrivateFostering {
    private static final Pattern FACTOR = Pattern.compile("(?<![0-9A-Za-z])8[B-F](?![0-9A-Za-z])");

    private PrivateFostering() {}

    static void derive(LoadedTables tables) {
        Map<String, LoadedRow> assessments = new HashMap<>();
        for (LoadedRow assessment : tables.get("ssd_cin_assessments").rows()) {
            String id = assessment.getText("cina_assessment_id");
            if (id != null) {
                assessments.put(id, assessment);
            }
        }
        for (LoadedRow factors : tables.get("ssd_assessment_factors").rows()) {
            String id = factors.getText("cinf_assessment_id");
            String found = factors.getText("cinf_assessment_factors_json");
            LoadedRow assessment = id == null ? null : assessments.get(id);
            if (assessment != null && found != null) {
                assessment.set("gt_privately_fostered", FACTOR.matcher(found).find());
            }
        }
    }
}
