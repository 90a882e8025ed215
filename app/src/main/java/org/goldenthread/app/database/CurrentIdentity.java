package org.goldenthread.app.database;

/** Who is at work on this thread. */
@FunctionalInterface
public interface CurrentIdentity {

    ActingFor current();
}
