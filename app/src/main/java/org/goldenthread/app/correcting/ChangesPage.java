package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.app.web.Paging;

/** Every change of a return, latest first. */
public record ChangesPage(ReturnPage.Head head, List<Line> lines, Paging paging) {

    /** A set of changes. */
    public record Line(
            int number,
            String what,
            String child,
            String at,
            String post,
            List<Detail> details,
            int more,
            boolean canBeUndone,
            String undone) {}

    /** One of them: a cell with what it held before and after, or a whole row. */
    public record Detail(String row, String field, String before, String after) {}
}
