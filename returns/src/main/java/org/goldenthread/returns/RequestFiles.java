package org.goldenthread.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of a request.
 *
 * @param ssda903 for each SSDA903 return its CSV files, or its file of XML
 * @param cin census files
 * @param annexA workbooks
 * @param local files of local counts
 * @param ssd files of extracts
 */
record RequestFiles(
        List<List<SourceFile>> ssda903,
        List<SourceFile> cin,
        List<SourceFile> annexA,
        List<SourceFile> local,
        List<SourceFile> ssd) {

    /** Finds the files; what lies in an SSDA903 folder beside CSV files is noted and not read. */
    static RequestFiles of(LoadRequest request, Findings findings) {
        SourceFile.Namer namer = new SourceFile.Namer();
        List<List<SourceFile>> returns = new ArrayList<>();
        for (Path folder : request.ssda903()) {
            returns.add(
                    isXml(folder)
                            ? List.of(namer.name("ssda903", folder, true))
                            : csvFiles(folder, "ssda903", "an SSDA903 return", namer, findings));
        }
        List<SourceFile> extracts = new ArrayList<>();
        for (Path folder : request.ssd()) {
            extracts.addAll(
                    csvFiles(folder, "ssd", "an extract of the Standard Safeguarding Dataset", namer, findings));
        }
        List<SourceFile> counts = new ArrayList<>();
        for (Path place : request.local()) {
            for (Path file : Files.isDirectory(place) ? list(place) : List.of(place)) {
                counts.add(namer.name("local", file, false));
            }
        }
        return new RequestFiles(
                returns,
                files(request.cin(), "cin", namer),
                files(request.annexA(), "annex-a", namer),
                counts,
                extracts);
    }

    /** Every file that is read. */
    List<SourceFile> list() {
        List<SourceFile> all = new ArrayList<>();
        ssda903.forEach(all::addAll);
        all.addAll(cin);
        all.addAll(annexA);
        all.addAll(local);
        all.addAll(ssd);
        all.sort(Comparator.comparing(SourceFile::key));
        return all;
    }

    private static List<SourceFile> files(List<Path> paths, String kind, SourceFile.Namer namer) {
        return paths.stream().map(path -> namer.name(kind, path, false)).toList();
    }

    private static List<SourceFile> csvFiles(
            Path folder, String kind, String what, SourceFile.Namer namer, Findings findings) {
        if (!Files.isDirectory(folder)) {
            throw new LoadException(
                    folder + " is not a folder. Give the folder that holds the CSV files of " + what + ".");
        }
        List<SourceFile> files = new ArrayList<>();
        List<Path> content = list(folder);
        // The same return is often kept as CSV and as XML; together they would be every child twice.
        boolean wantsXml = kind.equals("ssda903") && content.stream().noneMatch(RequestFiles::isCsv);
        for (Path file : content) {
            if (wantsXml && isXml(file)) {
                files.add(namer.name(kind, file, true));
            } else if (isCsv(file)) {
                files.add(namer.name(kind, file, true));
            } else if (isXml(file)) {
                findings.note(
                        folder.getFileName() + "/" + file.getFileName(),
                        null,
                        "",
                        "The folder holds CSV files too, so the XML file was not read.",
                        "If it is the return, give the file by itself.");
            } else {
                findings.note(
                        folder.getFileName() + "/" + file.getFileName(),
                        null,
                        "",
                        "The file is not a CSV file and was not read.",
                        "If it belongs to the return, save it as CSV and load again.");
            }
        }
        if (files.isEmpty()) {
            throw new LoadException(
                    "The folder " + folder + " holds no CSV file. Give the folder that holds those of " + what + ".");
        }
        return files;
    }

    private static boolean isCsv(Path file) {
        return endsWith(file, ".csv");
    }

    /** Whether a file is XML by its name. */
    static boolean isXml(Path file) {
        return endsWith(file, ".xml");
    }

    private static boolean endsWith(Path file, String end) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(end);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException problem) {
            throw new LoadException("The folder " + folder + " cannot be read. Check that you may read it.", problem);
        }
    }
}
