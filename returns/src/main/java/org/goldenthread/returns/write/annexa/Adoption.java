package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws adoption: children who are to be adopted and are not yet, who were adopted in the last twelve months, or for whom the decision was reversed in
 * them.
 */
final class Adoption {
    private static final int LIST = 10;

    private final Drawing drawing;
    private final Window window;

    Adoption(Drawing drawing) {
        this.drawing = drawing;
        this.window = drawing.window();
    }

    void draw() {
        Map<String, Fact> periods = new HashMap<>();
        drawing.facts().list("gt_cla_periods_of_care").forEach(period -> periods.put(period.text("cla_id"), period));
        for (Fact row : drawing.source(LIST, "ssd_permanence", "decisions on permanence")) {
            String person = row.text("perm_person_id");
            boolean adoption = row.text("perm_permanence_order_type")
                    .toLowerCase(Locale.ROOT)
                    .contains("adopt");
            LocalDate ordered = adoption ? row.date("perm_permanence_order_date") : null;
            Fact period = periods.get(row.text("perm_cla_id"));
            Draft draft = counts(row, ordered, period) ? drawing.begin(LIST, person) : null;
            if (draft == null) {
                continue;
            }
            LocalDate reversed = row.date("perm_decision_reversed_date");
            drawing.children().describeDisability(draft, person);
            draft.date("care_start_date", period == null ? null : period.date("start_date"))
                    .date("decision_date", row.date("perm_adm_decision_date"))
                    .date("placement_order_date", row.date("perm_placement_order_date"))
                    .date("matching_date", row.date("perm_matched_date"))
                    .date("placed_date", row.date("perm_placed_for_adoption_date"))
                    .date("adoption_order_date", ordered)
                    .date("decision_reversed_date", reversed)
                    .date("foster_for_adoption_date", row.date("perm_placed_ffa_cp_date"));
            if (window.hasCome(reversed)) {
                draft.code("decision_reversed_reason", row.text("perm_decision_reversed_reason"));
            }
            drawing.add(LIST, draft);
        }
    }

    /** Whoever left care without being adopted is not to be adopted any more, and is told in the list of children in care. */
    private boolean counts(Fact row, @Nullable LocalDate ordered, @Nullable Fact period) {
        LocalDate reversed = row.date("perm_decision_reversed_date");
        if (window.hasCome(ordered)) {
            return window.isInTwelveMonths(ordered);
        }
        if (window.hasCome(reversed)) {
            return window.isInTwelveMonths(reversed);
        }
        return window.hasCome(row.date("perm_adm_decision_date"))
                && (period == null || !window.hasCome(period.date("end_date")));
    }
}
