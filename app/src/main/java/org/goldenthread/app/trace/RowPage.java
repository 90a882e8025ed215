package org.goldenthread.app.trace;

import java.util.List;
import org.goldenthread.app.snapshots.ReturnRow;

/**
 * One row of a return, as the snapshot holds it.
 *
 * @param address of the pages below this figure
 * @param councilId the council's own id of the child, where it was asked for; else empty
 */
public record RowPage(
        String file,
        String source,
        int line,
        String periodId,
        String address,
        List<ReturnRow> rows,
        List<String> people,
        String revealed,
        String councilId) {}
