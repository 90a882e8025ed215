package org.goldenthread.returns.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a spreadsheet's package before anything opens it: how much it really unpacks to is counted by unpacking it
 * into nothing, for what its own directory says may be a lie.
 */
final class SafeZip {
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;
    /** Below this an entry may be as repetitive as it likes. */
    private static final long RATIO_MATTERS_FROM = 4L * 1024 * 1024;
    /** Worksheets pack to a tenth or a twentieth; a bomb to a thousandth. */
    private static final long HIGHEST_RATIO = 150;

    private static final int MOST_ENTRIES = 2000;

    private SafeZip() {}

    static void check(Path file) throws IOException {
        byte[] start = new byte[8];
        int read;
        try (InputStream stream = Files.newInputStream(file)) {
            read = stream.readNBytes(start, 0, start.length);
        }
        if (read == 8 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            throw new RefusedFile(
                    "The workbook is protected by a password, or is in the format of before 2007 (.xls).",
                    "Take the password off, save it as \"Excel Workbook (*.xlsx)\" and load that.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkEntries(zip);
        } catch (ZipException | EOFException broken) {
            throw new RefusedFile(
                    "The file is not a workbook, or is cut short.",
                    "Copy it again from where it came, or save it as \"Excel Workbook (*.xlsx)\".");
        }
    }

    private static void checkEntries(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw bomb("holds " + zip.size() + " parts");
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new RefusedFile(
                    "The file is an archive, but not a workbook.", "Save it as \"Excel Workbook (*.xlsx)\".");
        }
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            long packed = Math.max(1, entry.getCompressedSize());
            long unpacked = 0;
            boolean hostile = false;
            CellReferences references = new CellReferences();
            try (InputStream stream = zip.getInputStream(entry)) {
                int count = stream.read(buffer);
                while (count >= 0) {
                    unpacked += count;
                    total += count;
                    if (unpacked > RATIO_MATTERS_FROM && unpacked / packed > HIGHEST_RATIO) {
                        throw bomb("unpacks to more than " + HIGHEST_RATIO + " times its size");
                    }
                    if (total > MOST_UNPACKED) {
                        throw bomb("unpacks to more than " + MOST_UNPACKED / (1024 * 1024) + " MB");
                    }
                    hostile |= references.isHostile(buffer, count);
                    count = stream.read(buffer);
                }
            }
            if (hostile) {
                throw new RefusedFile(
                        "The workbook is damaged: it holds a cell in a column that no spreadsheet has, a document type, or"
                                + " text that is not in UTF-8.",
                        "Open it in the spreadsheet program, save it again as \"Excel Workbook (*.xlsx)\" and load that.");
            }
        }
    }

    private static RefusedFile bomb(String how) {
        return new RefusedFile(
                "The workbook " + how + ", which no list of children does.",
                "Do not open it. Ask whoever sent it for a fresh export.");
    }
}
