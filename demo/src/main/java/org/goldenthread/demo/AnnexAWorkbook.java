package org.goldenthread.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Ofsted's Annex A: eleven lists as at one day, a worksheet each. */
final class AnnexAWorkbook {
    private AnnexAWorkbook() {}

    static void write(Borough borough, LocalDate day, Path directory) throws IOException {
        Files.createDirectories(directory);
        Path draft = directory.resolve("annex-a.part");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(draft));
                Workbook workbook = new Workbook(bytes, "Golden Thread demo", "1.0")) {
            AnnexAContext context = new AnnexAContext(borough, Knowledge.of(borough, day));
            List<AnnexAList> lists = List.of(
                    new AnnexAFrontDoorLists.Contacts(context),
                    new AnnexAFrontDoorLists.EarlyHelp(context),
                    new AnnexAFrontDoorLists.Referrals(context),
                    new AnnexANeedLists.Assessments(context),
                    new AnnexANeedLists.Enquiries(context),
                    new AnnexANeedLists.InNeed(context),
                    new AnnexANeedLists.Plans(context),
                    new AnnexACareList(context),
                    new AnnexALeaverList(context),
                    new AnnexAAdoptionLists.Children(context),
                    new AnnexAAdoptionLists.Adopters(context));
            for (int index = 0; index < lists.size(); index++) {
                Worksheet worksheet = workbook.newWorksheet("List " + (index + 1));
                AnnexASheet sheet = new AnnexASheet(worksheet, lists.get(index).columns());
                lists.get(index).fill(sheet);
            }
        }
        writeTimeless(draft, day, directory.resolve("annex-a.xlsx"));
        Files.delete(draft);
    }

    /** The same workbook with the day it describes for every time in it, so that making it again gives the same bytes. */
    static void writeTimeless(Path workbook, LocalDate day, Path file) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    String text = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z?", day + "T18:00:00Z");
                    content = text.getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(day.atTime(18, 0));
                zip.putNextEntry(copy);
                zip.write(content);
                zip.closeEntry();
            }
        }
    }
}
