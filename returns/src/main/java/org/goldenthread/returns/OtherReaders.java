package org.goldenthread.returns;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which reader reads which file. */
final class OtherReaders {
    private OtherReaders() {}

    static Map<SourceFile, OtherReader> of(RequestFiles files) {
        Map<SourceFile, OtherReader> readers = new LinkedHashMap<>();
        files.annexA();
        return readers;
    }
}
