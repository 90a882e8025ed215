package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.app.web.Paging;

/** The rows that fail one rule. */
public record RulePage(
        ReturnPage.Head head, String rule, String kind, String message, List<Line> lines, Paging paging) {

    /**
     * A row that fails it.
     *
     * @param values the fields that it is about with what they hold
     * @param explanation empty where it has none
     */
    public record Line(String child, String childAddress, String row, List<Value> values, String explanation) {}

    /** A field and what it holds. */
    public record Value(String field, String title, String text, String meaning) {}
}
