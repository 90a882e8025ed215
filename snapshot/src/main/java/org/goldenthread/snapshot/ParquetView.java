package org.goldenthread.snapshot;

import java.nio.file.Path;

/** How SQL names a Parquet file. */
final class ParquetView {
    private ParquetView() {}

    /**
     * @param keyName name of the key that the file is encrypted with, blank where it is not
     */
    static String relation(Path file, String keyName) {
        String encryption = keyName.isEmpty() ? "" : ", encryption_config = {footer_key: '" + keyName + "'}";
        return "read_parquet(" + TableWriter.literal(file) + encryption + ")";
    }
}
