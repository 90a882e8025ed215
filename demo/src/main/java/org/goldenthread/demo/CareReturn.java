package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

final class CareReturn {
    private CareReturn() {}

    static void write(Borough borough, LocalDate day, Path directory) throws IOException {
        Files.createDirectories(directory);
    }
}
