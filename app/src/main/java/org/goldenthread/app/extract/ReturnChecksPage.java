package org.goldenthread.app.extract;

import java.util.List;
import org.goldenthread.app.records.PersonBar;

/**
 * What each statutory return would refuse of one child.
 *
 * @param old how old each list is that should be replaced by a newer one
 * @param keepsLists whether the reader may load lists
 */
public record ReturnChecksPage(PersonBar bar, List<Return> returns, List<String> old, boolean keepsLists) {

    public record Return(String title, boolean holds, List<Fault> faults, List<NotRun> notRun) {}

    /** @param where the table of the return and the fields, in its own names */
    public record Fault(String rule, String message, String where, boolean error) {}
}
