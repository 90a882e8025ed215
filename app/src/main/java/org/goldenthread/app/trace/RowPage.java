package org.goldenthread.app.trace;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row of a return, as the snapshot holds it.
 *
 * @param given what the return itself gave
 * @param derived what was worked out from it
 * @param seesRecords whether the person signed in sees children's records, and so may go on to the child's page
 * @param councilId the council's own id of the child, where it was asked for; else empty
 */
public record RowPage(
        Traced traced,
        String source,
        int line,
        String periodId,
        List<RowTable> given,
        List<RowTable> derived,
        List<String> people,
        boolean seesRecords,
        String revealed,
        String councilId) {

    public List<RowTable> all() {
        return Stream.concat(given.stream(), derived.stream()).toList();
    }
}
