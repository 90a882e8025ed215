package org.goldenthread.app.reference;

/** A list was loaded or taken back, or the council's code was set: what was checked with them is to be checked anew. */
public record ListsChanged() {}
