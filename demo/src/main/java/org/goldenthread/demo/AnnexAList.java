package org.goldenthread.demo;

import java.util.List;

/** One of Annex A's lists. */
interface AnnexAList {
    /** Blocks of columns that several lists share. */
    List<String> CHILD = List.of("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)");

    List<String> WORKER = List.of("Allocated Team", "Allocated Worker");
    String DISABILITY = "Does the Child have a Disability";

    List<String> columns();

    void fill(AnnexASheet sheet);
}
