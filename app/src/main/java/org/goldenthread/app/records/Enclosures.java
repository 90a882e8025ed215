package org.goldenthread.app.records;

import java.util.List;

/** The files that belong to a record; the module that keeps them answers. */
public interface Enclosures {

    /**
     * What the page of a record says of files.
     *
     * @param files those that belong to it
     * @param starts what may be added
     */
    record Enclosed(List<Enclosure> files, List<RecordPage.Start> starts) {}

    /**
     * One file.
     *
     * @param title what it is
     * @param note its type, its size, and when it came from whom
     * @param address where it is downloaded; empty where it is not given out
     */
    record Enclosure(String title, String note, String address) {}

    Enclosed of(Kept<?> record);
}
