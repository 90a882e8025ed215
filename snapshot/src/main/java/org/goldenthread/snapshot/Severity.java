package org.goldenthread.snapshot;

/** How much a finding matters to the figures that are made from the data. */
public enum Severity {
    /** The row, or the part of it that is named, was left out. */
    ERROR,
    /** The row was loaded, but what it says contradicts something else or looks wrong. */
    WARNING,
    /** Something that the reader did or assumed, for a person to know. */
    NOTE
}
