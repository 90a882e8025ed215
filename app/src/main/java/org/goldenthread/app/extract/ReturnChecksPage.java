package org.goldenthread.app.extract;

import java.util.List;
import org.goldenthread.app.records.PersonBar;

/** What each statutory return would refuse of one child. */
public record ReturnChecksPage(PersonBar bar, List<Return> returns) {

    public record Return(String title, boolean holds, List<Fault> faults) {}

    /** @param where the table of the return and the fields, in its own names */
    public record Fault(String rule, String message, String where, boolean error) {}
}
