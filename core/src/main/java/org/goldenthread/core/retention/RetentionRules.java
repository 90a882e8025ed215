package org.goldenthread.core.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.tables.ResourceTable;

/**
 * The one table of how long records are kept, {@code retention-rules.csv}. Of the rules that cover somebody the one that keeps their record
 * longest counts, since a record is one and is not destroyed in parts.
 */
public final class RetentionRules {

    private static final RetentionRules STANDARD =
            new RetentionRules(ResourceTable.load(RetentionRules.class, "retention-rules.csv").listRows().stream()
                    .map(row -> new RetentionRule(
                            row.get("id"),
                            row.get("title"),
                            Kept.Covers.valueOf(row.get("covers")),
                            Kept.From.valueOf(row.get("counted_from")),
                            Integer.parseInt(row.get("years")),
                            row.get("years_after_death").isEmpty()
                                    ? null
                                    : Integer.valueOf(row.get("years_after_death")),
                            row.get("set_by").equals("law"),
                            row.get("law")))
                    .toList());

    private final List<RetentionRule> rules;

    private RetentionRules(List<RetentionRule> rules) {
        this.rules = rules;
    }

    public static RetentionRules standard() {
        return STANDARD;
    }

    public List<RetentionRule> listRules() {
        return rules;
    }

    /** The years of a rule as a council has set them, where it may. */
    public static int years(RetentionRule rule, Map<String, Integer> local) {
        return rule.ofLaw() ? rule.years() : local.getOrDefault(rule.id(), rule.years());
    }

    /**
     * How long a record is kept, and why.
     *
     * @param until the last day on which it must be kept; empty where that cannot be told, because a date of birth is not known, so
     *     that it is kept
     * @param rule the rule that keeps it longest
     */
    public record Retention(Optional<LocalDate> until, RetentionRule rule) {

        /** Whether it may be destroyed on a day. */
        public boolean isOver(LocalDate day) {
            return until.isPresent() && until.get().isBefore(day);
        }
    }

    /** @param local the council's own years by the id of a rule */
    public Retention of(Kept kept, Map<String, Integer> local) {
        return rules.stream()
                .filter(rule -> kept.isCovered(rule.covers()))
                .map(rule -> new Retention(kept.until(rule, years(rule, local)), rule))
                .max(Comparator.comparing(each -> each.until().orElse(LocalDate.MAX)))
                .orElseThrow();
    }
}
