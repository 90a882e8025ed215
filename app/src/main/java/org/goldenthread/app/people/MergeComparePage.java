package org.goldenthread.app.people;

import java.util.List;
import java.util.Set;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Merging;
import org.goldenthread.app.records.PersonBar;

/**
 * Two records side by side, before they are merged.
 *
 * @param taken names of the answers that are to be taken from the other record, where {@code chosen} says that somebody chose
 */
public record MergeComparePage(
        PersonBar bar,
        PersonBar other,
        Merging.Proposal proposal,
        Set<String> taken,
        boolean chosen,
        String reason,
        List<Fault> faults) {

    public boolean takesOther(Merging.Compared compared) {
        return chosen ? taken.contains(compared.field().name()) : compared.taken();
    }

    public String problemOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
