package org.goldenthread.app.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Documents of Microsoft Office and OpenDocument, which are zip files: without macros, controls, links that fetch, or a bomb. */
final class OfficeCheck {

    private static final int MOST_PARTS = 5_000;
    /** Unpacked, in bytes; and how many times the packed size, which a real document hardly comes to. */
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;

    private static final long MOST_TIMES = 100;
    private static final long SMALL = 20L * 1024 * 1024;

    private static final String MACROS =
            "It holds macros, which are programs. Save it without them (as .docx, .xlsx or .pptx), or print it to PDF";
    private static final Pattern FETCHES = Pattern.compile(
            "(?is)<[^>]*Relationship\\b(?=[^>]*TargetMode\\s*=\\s*[\"']External)(?=[^>]*/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)[\"'])");

    private final Map<String, byte[]> read = new HashMap<>();

    private OfficeCheck() {}

    static FileKind inspect(byte[] content, int depth) throws FileRefusedException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return new OfficeCheck().inspect(zip, content.length, depth);
        } catch (IOException | RuntimeException damaged) {
            throw new FileRefusedException("It is damaged, or is not the document that it seems to be. Save it again");
        }
    }

    private FileKind inspect(ZipFile zip, long packed, int depth) throws IOException, FileRefusedException {
        long unpacked = 0;
        int parts = 0;
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw new FileRefusedException(
                        "It is protected with a password, so it cannot be looked into. Save it without one");
            }
            refuseName(name);
            boolean embedded = name.matches("(word|xl|ppt)/embeddings/.+");
            boolean looked = embedded || name.endsWith(".xml") || name.endsWith(".rels") || name.equals("mimetype");
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            try (InputStream input = zip.getInputStream(part)) {
                byte[] buffer = new byte[1 << 16];
                for (int got = input.read(buffer); got >= 0; got = input.read(buffer)) {
                    unpacked += got;
                    if (unpacked > MOST_UNPACKED || unpacked > SMALL && unpacked > packed * MOST_TIMES) {
                        throw new FileRefusedException(
                                "It unpacks to far more than a document holds, as files do that are made to harm. Print it to PDF, and attach that");
                    }
                    if (looked && kept.size() < FileCheck.LARGEST) {
                        kept.write(buffer, 0, got);
                    }
                }
            }
            if (++parts > MOST_PARTS) {
                throw new FileRefusedException(
                        "It holds more parts than a document does. Print it to PDF, and attach that");
            }
            if (embedded) {
                refuseEmbedded(kept.toByteArray(), depth);
            } else if (looked) {
                refuseContent(name, kept.toByteArray());
            }
        }
        return kind();
    }

    private static void refuseName(String name) throws FileRefusedException {
        if (name.contains("vbaproject")
                || name.contains("vbadata")
                || name.contains("/macrosheets/")
                || name.startsWith("basic/")
                || name.startsWith("scripts/")) {
            throw new FileRefusedException(MACROS);
        } else if (name.contains("/activex/") || name.contains("activex")) {
            throw new FileRefusedException(
                    "It holds controls that run programs (ActiveX). Print it to PDF, and attach that");
        }
    }

    private static void refuseEmbedded(byte[] content, int depth) throws FileRefusedException {
        try {
            FileCheck.inspect(content, depth + 1);
        } catch (FileRefusedException refused) {
            throw new FileRefusedException(
                    "It holds another file, which is not taken. Take that out, or print it to PDF");
        }
    }

    private void refuseContent(String name, byte[] bytes) throws FileRefusedException {
        String xml = text(bytes);
        if (name.equals("[content_types].xml") || name.equals("mimetype")) {
            read.put(name, bytes);
            if (xml.toLowerCase(Locale.ROOT).contains("macroenabled") || xml.contains("vbaProject")) {
                throw new FileRefusedException(MACROS);
            }
        } else if (name.endsWith(".rels") && FETCHES.matcher(xml).find()) {
            throw new FileRefusedException(
                    "It fetches something from elsewhere when it is opened. Print it to PDF, and attach that");
        } else if (xml.contains("DDEAUTO") || xml.contains("<ddeLink") || xml.contains(":ddeLink")) {
            throw new FileRefusedException(
                    "It holds a field that starts a program (DDE). Print it to PDF, and attach that");
        }
    }

    private FileKind kind() throws FileRefusedException {
        String types = text(read.getOrDefault("[content_types].xml", new byte[0]));
        String openDocument = text(read.getOrDefault("mimetype", new byte[0])).strip();
        if (types.contains("wordprocessingml.document.main+xml")) {
            return FileKind.WORD;
        } else if (types.contains("spreadsheetml.sheet.main+xml")) {
            return FileKind.EXCEL;
        } else if (types.contains("presentationml.presentation.main+xml")) {
            return FileKind.POWERPOINT;
        } else if (openDocument.equals(FileKind.ODT.mediaType())) {
            return FileKind.ODT;
        } else if (openDocument.equals(FileKind.ODS.mediaType())) {
            return FileKind.ODS;
        }
        throw new FileRefusedException(
                "It is a zip file or another bundle of files. Take the files out, and attach each by itself");
    }

    /** XML may be written in two bytes a letter, where nothing would be found that is looked for in one. */
    private static String text(byte[] bytes) {
        boolean wide = bytes.length > 1
                && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xfe) == 0xfe && (bytes[1] & 0xfe) == 0xfe);
        return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).replace("\0", "");
    }
}
