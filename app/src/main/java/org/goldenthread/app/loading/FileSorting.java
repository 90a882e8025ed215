package org.goldenthread.app.loading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.loading.SortedFile.Kind;
import org.goldenthread.returns.LoadRequest;

/** Tells from a file's beginning what it is. */
final class FileSorting {

    private static final int BEGINNING = 4096;

    private FileSorting() {}

    static SortedFile sort(Path file) {
        try {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml")) {
                return beginning(file).contains("<Message")
                        ? new SortedFile(file, Kind.CENSUS, "Children in need census")
                        : refused(file, "It is XML, but not a children in need census.");
            }
            if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
                return new SortedFile(file, Kind.ANNEX_A, "Annex A workbook");
            }
            return name.endsWith(".csv") ? sortCsv(file) : refused(file, "Its kind is not known.");
        } catch (IOException problem) {
            return refused(file, "It could not be read: " + problem.getMessage() + ".");
        }
    }

    /** The request that these files make. */
    static LoadRequest request(LoadRun run) throws IOException {
        LoadRequest.Builder request = LoadRequest.of(run.authorityCode(), run.authority());
        Path local = run.folder().resolve("local");
        for (SortedFile file : run.sorted()) {
            switch (file.kind()) {
                case CENSUS -> request.cin(file.file());
                case ANNEX_A -> request.annexA(file.file());
                case SSDA903 -> move(file.file(), freeFolder(run.folder(), file.name()));
                case LOCAL -> move(file.file(), local);
                case NOT_TAKEN -> {}
            }
        }
        for (int number = 1; Files.isDirectory(run.folder().resolve("ssda903-" + number)); number++) {
            request.ssda903(run.folder().resolve("ssda903-" + number));
        }
        if (Files.isDirectory(local)) {
            request.local(local);
        }
        return request.build();
    }

    private static SortedFile sortCsv(Path file) throws IOException {
        String heading = beginning(file).lines().findFirst().orElse("").toUpperCase(Locale.ROOT);
        if (List.of(heading.replace("\"", "").replace("\uFEFF", "").split(",", -1)).contains("CHILD")) {
            return new SortedFile(file, Kind.SSDA903, "SSDA903, one file of the return");
        }
        if (heading.contains("MEASURE") || heading.contains("MONTH")) {
            return new SortedFile(file, Kind.LOCAL, "Local counts");
        }
        return refused(file, "Its first line names neither the columns of an SSDA903 file nor those of local counts.");
    }

    // Two files of one name are of two returns.
    private static Path freeFolder(Path folder, String name) {
        String plain = name.replaceFirst("^[0-9]+-", "");
        int number = 1;
        while (Files.exists(folder.resolve("ssda903-" + number).resolve(plain))) {
            number++;
        }
        return folder.resolve("ssda903-" + number);
    }

    private static void move(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.move(file, folder.resolve(String.valueOf(file.getFileName()).replaceFirst("^[0-9]+-", "")));
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            char[] begin = new char[BEGINNING];
            int read = reader.read(begin);
            return read <= 0 ? "" : new String(begin, 0, read);
        }
    }

    private static SortedFile refused(Path file, String why) {
        return new SortedFile(
                file,
                Kind.NOT_TAKEN,
                why + " Golden Thread takes SSDA903 CSV files, census XML files, Annex A workbooks and local counts.");
    }
}
