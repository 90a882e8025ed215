package org.goldenthread.returns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.local.LocalCountsReader;
import org.goldenthread.returns.local.PopulationReader;
import org.goldenthread.returns.ssd.SsdExtractReader;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.SafeArchive;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;

/** The sorting of one set of dropped files. */
final class DroppedFileSorter {
    private static final int START_BYTES = 4096;
    /** A year in a name, such as 2023-24, 2023_24 or 2024, tells files of several returns apart. */
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}([-_/]?[0-9]{2})?");

    private final Path workspace;
    private final Set<Path> ssda903 = new LinkedHashSet<>();
    private final List<Path> cin = new ArrayList<>();
    private final List<Path> annexA = new ArrayList<>();
    private final List<Path> local = new ArrayList<>();
    private final Set<Path> ssd = new LinkedHashSet<>();
    private final List<DroppedFiles.Recognised> recognised = new ArrayList<>();
    private final List<Finding> refused = new ArrayList<>();

    DroppedFileSorter(Path workspace) {
        this.workspace = workspace;
    }

    DroppedFiles.Sorted sort(List<Path> files) {
        for (Path file : files) {
            sort(file, "", false);
        }
        return new DroppedFiles.Sorted(List.copyOf(ssda903), cin, annexA, local, List.copyOf(ssd), recognised, refused);
    }

    /**
     * @param group what tells the return that the file belongs to from others: the archive and folder it came in
     * @param unpacked whether it came out of an archive, so that it may not be one itself
     */
    private void sort(Path file, String group, boolean unpacked) {
        try {
            byte[] start = start(file);
            if (start.length == 0) {
                throw new RefusedFile("The file is empty.", "Export it again.");
            }
            if (startsWith(start, "PK")) {
                sortPackage(file, unpacked);
            } else if (isMarkup(start)) {
                sortXml(file, start);
            } else {
                sortText(file, group);
            }
        } catch (RefusedFile reason) {
            refuse(file, reason.problem(), reason.action());
        } catch (IOException problem) {
            refuse(file, "The file cannot be read.", "Check that you may read it, and drop it again.");
        }
    }

    private void sortPackage(Path file, boolean unpacked) throws IOException {
        if (AnnexAReader.recognises(file)) {
            annexA.add(file);
            take(file, "Annex A workbook");
        } else if (LocalCountsReader.recognises(file)) {
            local.add(file);
            take(file, "local counts");
        } else if (PopulationReader.recognises(file)) {
            local.add(file);
            take(file, "population estimates");
        } else if (isNamed(file, ".xlsx") || isNamed(file, ".xlsm")) {
            throw new RefusedFile(
                    "The workbook is neither an Annex A list nor a template of local counts nor a table of population"
                            + " estimates.",
                    "Check its headings, or save the sheet that is meant as CSV.");
        } else if (unpacked) {
            throw new RefusedFile("It is a zip file within a zip file.", "Unpack it, and drop what is in it.");
        } else {
            String name = String.valueOf(file.getFileName());
            // Two archives may have one name, and neither may write over what the other held.
            Path folder = Files.createTempDirectory(Files.createDirectories(workspace.resolve("unpacked")), "archive");
            List<SafeArchive.Unpacked> parts = SafeArchive.unpack(file, folder);
            if (parts.isEmpty()) {
                throw new RefusedFile("The zip file holds no file.", "Look at what it should hold.");
            }
            for (SafeArchive.Unpacked part : parts) {
                sort(part.file(), name.replaceFirst("(?i)\\.zip$", "") + "/" + part.folder(), true);
            }
        }
    }

    private void sortXml(Path file, byte[] start) throws RefusedFile {
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.contains("<EXPSSDA903")) {
            if (!RequestFiles.isXml(file)) {
                throw new RefusedFile(
                        "It is an SSDA903 return as XML, and its name does not end in .xml.", "Name it so.");
            }
            ssda903.add(file);
            take(file, "SSDA903 return as XML");
            return;
        }
        if (!text.contains("<Message")) {
            throw new RefusedFile(
                    "It is XML, but no children in need census: it has no <Message>.", "Drop the census file.");
        }
        cin.add(file);
        take(file, "children in need census");
    }

    private void sortText(Path file, String group) throws IOException {
        List<GridRow> rows = CsvGrid.read(file);
        Optional<LookedAfterTable> table = rows.isEmpty()
                ? Optional.empty()
                : LookedAfterTable.find(LookedAfterFile.heading(rows.getFirst()).keySet());
        if (table.isPresent()) {
            ssda903.add(gather(file, "ssda903", group));
            take(file, "SSDA903 " + table.get().label());
        } else if (SsdExtractReader.recognises(file)) {
            ssd.add(gather(file, "ssd", group));
            take(file, "extract of the Standard Safeguarding Dataset");
        } else if (LocalCountsReader.recognises(file)) {
            local.add(file);
            take(file, "local counts");
        } else if (PopulationReader.recognises(file)) {
            local.add(file);
            take(file, "population estimates");
        } else {
            throw new RefusedFile(
                    "Its columns are of no table that is known.",
                    "Drop SSDA903 or SSD tables as CSV, a census as XML, an Annex A workbook or a template of local"
                            + " counts or population estimates.");
        }
    }

    /** Copies a file beside the others of its return. */
    private Path gather(Path file, String kind, String group) throws IOException {
        String name = String.valueOf(file.getFileName());
        Matcher year = YEAR.matcher(group + "/" + name);
        String label = year.find() ? year.group().replace('/', '-') : "return";
        Path folder = Files.createDirectories(
                workspace.resolve(kind).resolve(group.isEmpty() ? label : group.replaceAll("[^A-Za-z0-9_-]+", "-")));
        try {
            Files.copy(file, folder.resolve(name.replaceFirst("\\.[A-Za-z0-9]{1,4}$", "") + ".csv"));
        } catch (FileAlreadyExistsException twice) {
            throw new RefusedFile(
                    "There are two files of this name for one return.",
                    "Put each return's files into a zip file of its own, or the year into their names.");
        }
        return folder;
    }

    private void take(Path file, String as) {
        recognised.add(new DroppedFiles.Recognised(String.valueOf(file.getFileName()), as));
    }

    private void refuse(Path file, String problem, String action) {
        refused.add(new Finding(Severity.ERROR, String.valueOf(file.getFileName()), null, "", problem, action));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(START_BYTES);
        }
    }

    private static boolean startsWith(byte[] start, String text) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith(text);
    }

    private static boolean isMarkup(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static boolean isNamed(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
