package org.goldenthread.app.records;

/** One of few answers, chosen by its words. */
public interface Labelled {

    String name();

    String label();
}
