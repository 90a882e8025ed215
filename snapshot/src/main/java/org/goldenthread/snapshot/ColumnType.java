package org.goldenthread.snapshot;

/** The types that columns of a snapshot have, named as DuckDB and Spark name them. */
public enum ColumnType {
    VARCHAR,
    DATE,
    INTEGER,
    DOUBLE,
    BOOLEAN
}
