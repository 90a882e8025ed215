package org.goldenthread.app.correcting;

import java.util.List;

/** Problems child by child on paper, for those who know the children. */
public record PrintPage(ReturnPage.Head head, String worker, List<Sheet> sheets) {

    /** A child. */
    public record Sheet(String child, String worker, List<ChildPage.Fault> faults) {}
}
