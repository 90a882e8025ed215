package org.goldenthread.app.partners;

import java.util.List;
import org.goldenthread.app.web.Paging;

/**
 * A list that a page of agencies shows.
 *
 * @param intro what it is
 * @param columns headings, the first of them that of the link
 * @param empty what is said where there is none
 * @param start the address of what may be begun from here; empty for nothing
 */
public record AgencyList(
        String intro,
        List<String> columns,
        List<Row> rows,
        String empty,
        String start,
        String startLabel,
        Paging paging) {

    /** One line: a link and what stands beside it. */
    public record Row(String label, String address, List<String> cells) {}
}
