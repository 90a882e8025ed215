package org.goldenthread.app.scorecard;

import java.time.Instant;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.publication.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The council's index as it was saved once.
 *
 * @param id nought for the one that comes with the product
 * @param layout columns of the papers, in order, with the council's headings
 * @param note what the save changed
 * @param savedBy account name; empty for the one that comes with the product
 */
public record SavedIndex(
        long id,
        IndexDefinition definition,
        Layout layout,
        String note,
        @Nullable Instant savedAt,
        String savedBy) {}
