package org.goldenthread.app.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goldenthread.returns.tabular.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenListTest {

    @TempDir
    private Path folder;

    /** A hundred megabytes of one letter pack to a hundred kilobytes; what comes out is counted, whatever the zip says of itself. */
    @Test
    void aZipThatUnpacksToMoreThanItMayIsLeftWhereItIsTooMuch() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (OutputStream file = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("Data/ONSPD.csv"));
            byte[] letters = "A".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int times = 0; times < 100; times++) {
                zip.write(letters);
            }
            zip.closeEntry();
        }
        AtomicLong came = new AtomicLong();
        assertThatThrownBy(() -> GivenList.readDirectory(bomb, 3L << 20, directory -> {
                    byte[] buffer = new byte[1 << 16];
                    for (int read = directory.read(buffer); read >= 0; read = directory.read(buffer)) {
                        came.addAndGet(read);
                    }
                }))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("larger than");
        assertThat(came.get()).isLessThanOrEqualTo(3L << 20);
    }

    /** The directory lies whole beside one file for each area and lists of names: the largest CSV is it. */
    @Test
    void ofAZipAsItIsPublishedTheWholeDirectoryIsRead() throws IOException {
        Path zip = folder.resolve("ONSPD_FEB_2024.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String entry :
                    new String[] {"Documents/LAD names.csv", "Data/ONSPD_FEB_2024_UK.csv", "Data/multi_csv/AB.csv"}) {
                out.putNextEntry(new ZipEntry(entry));
                out.write((entry + "x".repeat(entry.endsWith("_UK.csv") ? 500 : 5)).getBytes("US-ASCII"));
                out.closeEntry();
            }
        }
        StringBuilder read = new StringBuilder();
        GivenList.readDirectory(zip, directory -> read.append(new String(directory.readAllBytes(), "US-ASCII")));
        assertThat(read.toString()).startsWith("Data/ONSPD_FEB_2024_UK.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "ONSPD_FEB_2024_UK.csv,2024-02-29",
        "ONSPD_MAY_2025.zip,2025-05-31",
        "Providers 31 March 2026.xlsx,2026-03-31",
        "providers-1st-Sept-2025.xlsx,2025-09-01",
        "Social_care_providers_30.06.2025.xlsx,2025-06-30",
        "homes 2025-06-30.xlsx,2025-06-30",
        "postcodes.csv,",
        "Summary 2024.xlsx,",
        "homes 2025-13-45.xlsx,"
    })
    void theDayOfAListIsToldByItsNameOrIsAskedFor(String name, LocalDate day) {
        assertThat(OwnDates.find(name).orElse(null)).isEqualTo(day);
    }
}
