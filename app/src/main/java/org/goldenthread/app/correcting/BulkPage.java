package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.app.web.Paging;
import org.jspecify.annotations.Nullable;

/** Suggestions that may be accepted together, and one text put in another's place. */
public record BulkPage(
        ReturnPage.Head head,
        List<Group> groups,
        String chosen,
        List<Line> lines,
        Paging paging,
        List<Choice> fields,
        @Nullable Replace replace,
        String problem) {

    /** Suggestions for one field. */
    public record Group(String key, String table, String title, int count, boolean bulk) {}

    /** A suggestion; its key holds all that is needed to make the change. */
    public record Line(
            String key, String child, String row, String before, String after, String why, int clears, boolean bulk) {}

    /** A field that texts may be replaced in. */
    public record Choice(String key, String label) {}

    /** What a replacement would come to. */
    public record Replace(
            String field, String from, String to, int rows, int children, int before, int after, List<Line> examples) {}
}
