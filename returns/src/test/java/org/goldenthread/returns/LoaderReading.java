package org.goldenthread.returns;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.goldenthread.snapshot.Finding;

/**
 * What the loader's readers say of one file.
 *
 * @param taken lines that became rows, or children
 * @param refused whether nothing of the file was taken
 */
public record LoaderReading(List<Integer> taken, List<Finding> findings, boolean refused) {
    /** Reads a table of the SSDA903. */
    public static LoaderReading lookedAfter(Path file) {
        Findings findings = new Findings();
        Optional<LookedAfterFile> read =
                LookedAfterFile.read(new SourceFile.Namer().name("ssda903", file, false), findings);
        return new LoaderReading(
                read.map(some -> some.rows().stream().map(ReturnRow::line).toList())
                        .orElse(List.of()),
                findings.list(),
                read.isEmpty());
    }

    /** Reads a census; its children stand for its lines. */
    public static LoaderReading census(Path file) {
        try {
            CensusReader.Read read = CensusReader.read(
                    new SourceFile.Namer().name("cin", file, false),
                    LoadRequest.of("399", "London Borough of Fairmead").build());
            return new LoaderReading(
                    IntStream.range(0, read.census().children().size()).boxed().toList(),
                    read.findings().list(),
                    false);
        } catch (LoadException refused) {
            return new LoaderReading(List.of(), List.of(), true);
        }
    }
}
