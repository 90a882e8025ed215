package org.goldenthread.app.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry on the wrong file, and the right one.
 *
 * @param siblings who may be the right one at a click
 * @param number the number that was typed
 * @param to the person chosen; null until one is
 * @param along what came of the entry and moves with it
 * @param against what must be put right first
 */
public record MoveEntryPage(
        PersonBar bar,
        Kept<?> record,
        List<PersonBar.Relative> siblings,
        String number,
        @Nullable PersonBar to,
        List<String> along,
        List<Fault> against,
        String reason,
        List<Fault> faults) {

    public String address() {
        return record.address() + "/move";
    }

    public String problemOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
