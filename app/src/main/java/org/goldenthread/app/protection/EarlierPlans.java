package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Remarks;
import org.goldenthread.app.records.Words;
import org.springframework.stereotype.Component;

/** Sees that a child protection plan is a second or subsequent one, at any time in the child's life. */
@Component
class EarlierPlans implements Remarks {

    private final Records records;
    private final RecordTypes types;

    EarlierPlans(Records records, RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    @Override
    public List<String> of(Kept<?> record) {
        if (!(record.content() instanceof ChildProtectionPlan plan)) {
            return List.of();
        }
        List<LocalDate> before = records.listOf(types.getType(ChildProtectionPlan.class), record.person()).stream()
                .filter(each -> !each.id().equals(record.id()))
                .map(each -> each.content().began())
                .filter(day -> day.isBefore(plan.began()))
                .sorted()
                .toList();
        return before.isEmpty()
                ? List.of()
                : List.of("Second or subsequent plan: the child had " + (before.size() == 1 ? "one" : before.size())
                        + " before, from "
                        + before.stream().map(Words::day).collect(Collectors.joining(" and ")));
    }
}
