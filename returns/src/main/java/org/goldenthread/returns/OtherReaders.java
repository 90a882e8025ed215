package org.goldenthread.returns;

import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.local.LocalCountsReader;
import org.goldenthread.returns.local.PopulationReader;
import org.goldenthread.returns.ssd.SsdExtractReader;

/** Which reader reads which of the files that need no joining over years. */
final class OtherReaders {
    private OtherReaders() {}

    static Map<SourceFile, OtherReader> of(RequestFiles files, LoadRequest request) {
        Map<SourceFile, OtherReader> readers = new LinkedHashMap<>();
        files.ssd()
                .forEach(file -> readers.put(
                        file, (source, sink) -> SsdExtractReader.read(source.path(), request.extracted(), sink)));
        files.annexA()
                .forEach(file -> readers.put(
                        file, (source, sink) -> AnnexAReader.read(source.path(), request.extracted(), sink)));
        files.local().forEach(file -> readers.put(file, (source, sink) -> readLocal(source, request, sink)));
        return readers;
    }

    private static void readLocal(SourceFile source, LoadRequest request, RowSink sink) {
        if (PopulationReader.recognises(source.path())) {
            PopulationReader.read(source.path(), request.authorityCode(), sink);
        } else {
            LocalCountsReader.read(source.path(), request.localMeasures(), sink);
        }
    }
}
