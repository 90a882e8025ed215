package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.local.LocalCountsReader;
import org.goldenthread.returns.ssd.SsdExtractReader;
import org.jspecify.annotations.Nullable;

/** Which reader reads which of the files that need no joining over years. */
final class OtherReaders {
    private OtherReaders() {}

    /** @param extracted the day on which the newest were taken; null where it is to be inferred */
    static Map<SourceFile, OtherReader> of(RequestFiles files, @Nullable LocalDate extracted) {
        Map<SourceFile, OtherReader> readers = new LinkedHashMap<>();
        files.ssd()
                .forEach(file ->
                        readers.put(file, (source, sink) -> SsdExtractReader.read(source.path(), extracted, sink)));
        files.annexA()
                .forEach(
                        file -> readers.put(file, (source, sink) -> AnnexAReader.read(source.path(), extracted, sink)));
        files.local()
                .forEach(file ->
                        readers.put(file, (source, sink) -> LocalCountsReader.read(source.path(), List.of(), sink)));
        return readers;
    }
}
