package org.goldenthread.returns.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.clocks.Obligation;
import org.goldenthread.core.clocks.ReviewRule;
import org.goldenthread.core.clocks.ReviewTimetable;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTables;
import org.goldenthread.returns.derived.CoverageBlocks.Block;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of child protection plans and of children looked after.
 *
 * <p>Each unbroken run of returns is judged by itself: what was owed at the end of one that is followed by a gap is left
 * out, since nobody knows whether it was met.
 */
final class ReviewClocks {
    private final LoadedTables tables;
    private final Obligations obligations;
    private final List<Block> blocks;

    ReviewClocks(LoadedTables tables, Obligations obligations, List<Block> blocks) {
        this.tables = tables;
        this.obligations = obligations;
        this.blocks = blocks;
    }

    void deriveChildProtection() {
        Map<String, List<LocalDate>> held = held("ssd_cp_reviews", "cppr_cp_plan_id", "cppr_cp_review_date", null);
        for (LoadedRow plan : List.copyOf(tables.get("ssd_cp_plans").rows())) {
            String id = plan.getText("cppl_cp_plan_id");
            LocalDate start = plan.getDate("cppl_cp_plan_start_date");
            if (id != null && start != null) {
                judge(
                        "cp-review",
                        plan.getText("cppl_person_id"),
                        id,
                        plan,
                        new Span(start, plan.getDate("cppl_cp_plan_end_date"), true),
                        held.getOrDefault(id, List.of()),
                        ReviewRule.CHILD_PROTECTION);
            }
        }
    }

    void deriveLookedAfter() {
        Map<String, List<LocalDate>> held =
                held("ssd_cla_reviews", "clar_cla_id", "clar_cla_review_date", "clar_cla_review_cancelled");
        for (LoadedRow period : List.copyOf(tables.get("gt_cla_periods_of_care").rows())) {
            String id = period.getText("cla_id");
            LocalDate start = period.getDate("start_date");
            if (id != null && start != null && !Boolean.TRUE.equals(period.getBoolean("short_break"))) {
                boolean startKnown = !Boolean.FALSE.equals(period.getBoolean("began_in_return"));
                judge(
                        "cla-review",
                        period.getText("person_id"),
                        id,
                        period,
                        new Span(start, period.getDate("end_date"), startKnown),
                        held.getOrDefault(id, List.of()),
                        ReviewRule.LOOKED_AFTER);
            }
        }
    }

    /** @param startKnown false where the first day is only the first that the returns hold */
    private record Span(LocalDate start, @Nullable LocalDate end, boolean startKnown) {
        /** A start early enough for the first review to have been before the records. */
        private LocalDate startFor(LocalDate recordsFrom) {
            LocalDate longBefore = recordsFrom.minusYears(1);
            return startKnown || start.isBefore(longBefore) ? start : longBefore;
        }
    }

    private void judge(
            String kind,
            @Nullable String person,
            String id,
            LoadedRow subject,
            Span span,
            List<LocalDate> held,
            ReviewRule rule) {
        int sequence = 1;
        for (int number = 0; number < blocks.size(); number++) {
            Block block = blocks.get(number);
            boolean last = number == blocks.size() - 1;
            LocalDate end = span.end();
            if (end != null && end.isBefore(block.from())) {
                continue;
            }
            for (Obligation owed : ReviewTimetable.obligations(
                    usable(held, block, number == 0),
                    span.startFor(block.from()),
                    end,
                    block.to(),
                    rule,
                    block.from())) {
                if (last || owed.inTime() != null) {
                    obligations.add(kind, person, id, subject, sequence, owed);
                    sequence++;
                }
            }
        }
    }

    /** The census also returns the last review of the year before, which may be in a gap. */
    private static List<LocalDate> usable(List<LocalDate> held, Block block, boolean first) {
        LocalDate earliest = block.from().minusYears(1);
        return first
                ? held
                : held.stream().filter(day -> !day.isBefore(earliest)).toList();
    }

    private Map<String, List<LocalDate>> held(String table, String key, String date, @Nullable String cancelledColumn) {
        Map<String, List<LocalDate>> held = new HashMap<>();
        for (LoadedRow review : tables.get(table).rows()) {
            String id = review.getText(key);
            LocalDate day = review.getDate(date);
            boolean cancelled = cancelledColumn != null && Flags.isYes(review.getText(cancelledColumn));
            if (id != null && day != null && !cancelled) {
                held.computeIfAbsent(id, any -> new ArrayList<>()).add(day);
            }
        }
        return held;
    }
}
