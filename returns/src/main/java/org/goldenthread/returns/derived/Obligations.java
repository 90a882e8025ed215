package org.goldenthread.returns.derived;

import org.goldenthread.core.clocks.Obligation;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTable;
import org.goldenthread.returns.LoadedTables;
import org.jspecify.annotations.Nullable;

/** Writes what is owed to the table {@code gt_obligations}. */
final class Obligations {
    private final LoadedTable table;

    Obligations(LoadedTables tables) {
        this.table = tables.get("gt_obligations");
    }

    /**
     * @param subject the row that it is owed in; the obligation points at its line
     * @param subjectId key of that row
     */
    void add(
            String kind,
            @Nullable String person,
            String subjectId,
            LoadedRow subject,
            int sequence,
            Obligation obligation) {
        table.add(subject.source(), subject.line())
                .set("obligation_id", kind + "/" + subjectId + "/" + sequence)
                .set("kind", kind)
                .set("person_id", person)
                .set("subject_id", subjectId)
                .set("sequence", sequence)
                .set("start_date", obligation.start())
                .set("due_date", obligation.due())
                .set("met_date", obligation.met())
                .set("in_time", obligation.inTime())
                .set("due_on_time_date", obligation.dueOnTime())
                .set("late_by_knock_on", obligation.lateByKnockOn())
                .set("void_date", obligation.voidDate());
    }
}
