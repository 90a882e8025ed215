package org.goldenthread.returns.check.cin;

import java.util.List;
import org.goldenthread.returns.check.Row;

/**
 * A child protection plan.
 *
 * @param row its ChildProtectionPlans record
 * @param reviews its Reviews records
 */
public record ProtectionPlan(Row row, List<Row> reviews) {
    public ProtectionPlan {
        reviews = List.copyOf(reviews);
    }
}
