package org.goldenthread.returns;

/** Reads a file of a kind that needs no joining over years: Annex A, local counts, population or a Standard Safeguarding Dataset. */
@FunctionalInterface
interface OtherReader {
    void read(SourceFile file, RowSink sink);
}
