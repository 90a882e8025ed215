package org.goldenthread.app.records;

import java.util.List;

/** What a service area offers to do next from a record, besides the records that may follow it. */
public interface NextSteps {

    /** What whoever is signed in may do; none where nothing is to be done. */
    List<RecordPage.Start> of(Kept<?> record);
}
