package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.goldenthread.returns.LookedAfterHistory.Placed;
import org.jspecify.annotations.Nullable;

/** Writes one row of permanence for each period of care in which adoption was decided or that ended in an order. */
final class PermanenceRows {
    private static final Set<String> PLACED_FOR_ADOPTION = Set.of("A3", "A4", "A5", "A6");
    private static final Set<String> FOSTERING_FOR_ADOPTION = Set.of("U2", "U5");
    /** Why an episode ceased where a court made an order: adoption, child arrangements, special guardianship. */
    private static final Map<String, String> ORDERS = Map.of(
            "E11", "Adoption",
            "E12", "Adoption",
            "E41", "Child arrangements order",
            "E43", "Special guardianship order",
            "E44", "Special guardianship order",
            "E45", "Special guardianship order",
            "E46", "Special guardianship order",
            "E47", "Special guardianship order",
            "E48", "Special guardianship order");

    private final LoadedTables tables;
    private final Map<String, List<Placed>> decisions;
    private final Map<String, List<Placed>> adoptions;

    PermanenceRows(LoadedTables tables, LookedAfterHistory history) {
        this.tables = tables;
        decisions = history.listByChild(
                LookedAfterTable.PLACED_ADOPTION, placed -> placed.row().day("DATE_PLACED"));
        adoptions = history.listByChild(
                LookedAfterTable.AD1, placed -> String.valueOf(placed.row().date("DATE_INT")));
    }

    void write(List<CarePeriod> periods) {
        for (CarePeriod period : periods) {
            List<ReturnRow> decided = within(decisions, period, "DATE_PLACED");
            List<ReturnRow> adopted = within(adoptions, period, "DATE_INT");
            String order = ORDERS.get(period.endReason());
            if (!decided.isEmpty() || !adopted.isEmpty() || order != null) {
                write(period, decided, adopted, order);
            }
        }
    }

    private void write(CarePeriod period, List<ReturnRow> decided, List<ReturnRow> adopted, @Nullable String order) {
        Optional<ReturnRow> decision = last(decided);
        Optional<ReturnRow> adoption = last(adopted);
        ReturnRow origin =
                decision.or(() -> adoption).orElse(period.episodes().getLast().row());
        LoadedRow row = tables.get("ssd_permanence")
                .add(origin.source(), origin.line())
                .set("perm_table_id", "permanence|" + period.child() + "|" + period.start())
                .set("perm_person_id", period.child())
                .set("perm_cla_id", period.id())
                .set("perm_placement_order_date", firstDay(period, Set.of("E1", "D1"), Episode::legalStatus))
                .set("perm_placed_for_adoption_date", firstDay(period, PLACED_FOR_ADOPTION, Episode::placement))
                .set("perm_placed_ffa_cp_date", firstDay(period, FOSTERING_FOR_ADOPTION, Episode::placement));
        decision.ifPresent(given -> row.set("perm_adm_decision_date", given.day("DATE_PLACED"))
                .set("perm_decision_reversed_date", given.date("DATE_PLACED_CEASED"))
                .set("perm_decision_reversed_reason", given.text("REASON_PLACED_CEASED")));
        adoption.ifPresent(given -> row.set(
                        "perm_adm_decision_date",
                        given.date("DATE_INT") == null ? row.getDate("perm_adm_decision_date") : given.date("DATE_INT"))
                .set("perm_matched_date", given.date("DATE_MATCH"))
                .set("perm_adopted_by_carer_flag", yesOrNo(given.flag("FOSTER_CARE")))
                .set("perm_number_of_adopters", given.text("NB_ADOPTR"))
                .set("perm_adopter_sex", given.text("SEX_ADOPTR"))
                .set("perm_adopter_legal_status", given.text("LS_ADOPTR")));
        if (order != null) {
            row.set("perm_permanence_order_date", period.end()).set("perm_permanence_order_type", order);
        }
    }

    private static List<ReturnRow> within(Map<String, List<Placed>> rows, CarePeriod period, String column) {
        List<ReturnRow> within = new ArrayList<>();
        for (Placed placed : rows.getOrDefault(period.child(), List.of())) {
            LocalDate day = placed.row().date(column);
            if (day != null && period.contains(day)) {
                within.add(placed.row());
            }
        }
        within.sort(Comparator.comparing(row -> row.day(column)));
        return within;
    }

    private static Optional<ReturnRow> last(List<ReturnRow> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    }

    private static @Nullable LocalDate firstDay(CarePeriod period, Set<String> codes, Function<Episode, String> code) {
        return period.episodes().stream()
                .filter(episode -> codes.contains(code.apply(episode)))
                .map(Episode::start)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String yesOrNo(@Nullable Boolean flag) {
        if (flag == null) {
            return null;
        }
        return flag ? "Y" : "N";
    }
}
