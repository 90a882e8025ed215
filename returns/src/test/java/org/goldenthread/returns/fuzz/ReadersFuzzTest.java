package org.goldenthread.returns.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must hold of each reader, for Jazzer to break. In an ordinary run each reads the files that are kept beside the tests, those that once
 * broke a reader among them; {@code ./goldenthread test --long} has Jazzer look for new ones and keep them there.
 */
class ReadersFuzzTest {
    private static final String TIME = "1m";

    @TempDir
    Path folder;

    @FuzzTest(maxDuration = TIME)
    void ssda903Csv(byte[] input) throws Exception {
        read(Reader.SSDA903_CSV, input);
    }

    @FuzzTest(maxDuration = TIME)
    void ssda903Xml(byte[] input) throws Exception {
        read(Reader.SSDA903_XML, input);
    }

    @FuzzTest(maxDuration = TIME)
    void ssda903Zip(byte[] input) throws Exception {
        read(Reader.SSDA903_ZIP, input);
    }

    @FuzzTest(maxDuration = TIME)
    void census(byte[] input) throws Exception {
        read(Reader.CENSUS, input);
    }

    @FuzzTest(maxDuration = TIME)
    void censusLoad(byte[] input) throws Exception {
        read(Reader.CENSUS_LOAD, input);
    }

    @FuzzTest(maxDuration = TIME)
    void lookedAfterLoad(byte[] input) throws Exception {
        read(Reader.LOOKED_AFTER_LOAD, input);
    }

    @FuzzTest(maxDuration = TIME)
    void postcodes(byte[] input) throws Exception {
        read(Reader.POSTCODES, input);
    }

    /** Damage to a packed file seldom gets past its checksums, so it is the rows of the sheet that are given. */
    @FuzzTest(maxDuration = TIME)
    void providers(byte[] input) throws Exception {
        read(Reader.PROVIDERS, workbook(input));
    }

    @FuzzTest(maxDuration = TIME)
    void annexA(byte[] input) throws Exception {
        read(Reader.ANNEX_A, workbook(input));
    }

    @FuzzTest(maxDuration = TIME)
    void ssd(byte[] input) throws Exception {
        read(Reader.SSD, input);
    }

    @FuzzTest(maxDuration = TIME)
    void localCounts(byte[] input) throws Exception {
        read(Reader.LOCAL_COUNTS, input);
    }

    @FuzzTest(maxDuration = TIME)
    void population(byte[] input) throws Exception {
        read(Reader.POPULATION, input);
    }

    private static byte[] workbook(byte[] rows) {
        return Archives.zip(Seeds.workbook(new String(rows, StandardCharsets.UTF_8)), 0);
    }

    private void read(Reader reader, byte[] input) throws Exception {
        reader.check(Files.write(folder.resolve(reader.file()), input), input);
    }
}
