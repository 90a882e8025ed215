package org.goldenthread.app.database;

import java.io.IOException;
import java.nio.file.Path;

/** Takes the files of a database one by one. */
public interface BackupSink {

    /** A file as it is now. One that is gone meanwhile is left out; what was cut off meanwhile is filled up with zeros. */
    void add(String name, Path file) throws IOException;

    void add(String name, byte[] content) throws IOException;

    /** A folder that may hold nothing and must be there. */
    void addFolder(String name) throws IOException;
}
