package org.goldenthread.app.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** Files as they are: what is taken, and what is refused for what it holds, whatever its name says. */
class FileCheckTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml";

    @Test
    void whatIsTakenIsToldByItsContent() throws Exception {
        assertThat(FileCheck.inspect(pdf(""))).isEqualTo(FileKind.PDF);
        assertThat(FileCheck.inspect(bytes("\u00ff\u00d8\u00ff\u00e0JFIF"))).isEqualTo(FileKind.JPEG);
        assertThat(FileCheck.inspect(bytes("\u0089PNG\r\n\u001a\n...."))).isEqualTo(FileKind.PNG);
        assertThat(FileCheck.inspect(bytes("\0\0\0\u0018ftypheic\0\0"))).isEqualTo(FileKind.HEIC);
        assertThat(FileCheck.inspect(word(WORD, Map.of()))).isEqualTo(FileKind.WORD);
        assertThat(FileCheck.inspect(zip(Map.of(
                        "mimetype", bytes("application/vnd.oasis.opendocument.text"), "content.xml", bytes("<a/>")))))
                .isEqualTo(FileKind.ODT);
        assertThat(FileCheck.inspect("Dear Ms Penhaligon – £20".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.TEXT);
        assertThat(FileCheck.inspect(bytes("Pay \u00a320 on the 3rd"))).isEqualTo(FileKind.TEXT);
        assertThat(FileCheck.inspect(mail("letter.pdf", pdf("")))).isEqualTo(FileKind.EMAIL);
        assertThat(FileCheck.inspect(outlook(pdf("")))).isEqualTo(FileKind.OUTLOOK);
        // A workbook within a document, as a chart has one, is looked into and taken.
        assertThat(
                        FileCheck.inspect(
                                word(
                                        WORD,
                                        Map.of(
                                                "word/embeddings/sheet1.xlsx",
                                                zip(
                                                        Map.of(
                                                                "[Content_Types].xml",
                                                                bytes(
                                                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")))))))
                .isEqualTo(FileKind.WORD);
    }

    @Test
    void whatActsOrHidesIsRefusedAndToldWhy() throws Exception {
        refused(bytes("MZ\u0090\0\3\0\0\0"), "It is a program");
        refused(bytes("\u007fELF\2\1\1\0"), "It is a program");
        refused(bytes("#!/bin/sh\nls\n"), "It is a program");
        refused(bytes("<html><script>x</script>"), "web page");
        refused(bytes("<svg onload='x'/>"), "web page");
        refused(bytes("{\\rtf1 x}"), "rich text");
        refused(new byte[0], "It is empty");
        refused(new byte[FileCheck.LARGEST + 1], "larger than 20 megabytes");
        refused(zip(Map.of("a.txt", bytes("a"))), "zip file");
        refused(bytes("PK\3\4 and no more"), "damaged");

        refused(word(MACRO, Map.of()), "It holds macros");
        refused(word(WORD, Map.of("word/vbaProject.bin", bytes("x"))), "It holds macros");
        refused(word(WORD, Map.of("xl/macrosheets/sheet1.xml", bytes("x"))), "It holds macros");
        refused(word(WORD, Map.of("word/activeX/activeX1.bin", bytes("x"))), "ActiveX");
        refused(word(WORD, Map.of("word/embeddings/oleObject1.bin", bytes("MZ\0"))), "It holds another file");
        refused(
                word(
                        WORD,
                        Map.of(
                                "word/_rels/settings.xml.rels",
                                bytes(
                                        "<Relationships><Relationship Id='1' Type='http://x/attachedTemplate' Target='http://x/t.dotm' TargetMode='External'/></Relationships>"))),
                "fetches something");
        // Written in two bytes a letter, it is found all the same.
        refused(
                zip(Map.of("[Content_Types].xml", ("\ufeff" + MACRO).getBytes(StandardCharsets.UTF_16BE))),
                "It holds macros");
        refused(outlookLike("Workbook"), "old format");
        refused(outlookLike("EncryptedPackage"), "password");

        refused(pdf("/OpenAction << /S /JavaScript /JS (x) >>"), "It holds a script");
        refused(pdf("/OpenAction << /S /J#61v#61Script >>"), "It holds a script");
        refused(pdf("/AA << /S /Launch >>"), "starts a program");
        refused(pdf("/Names << /EmbeddedFiles 3 0 R >>"), "holds another file");
        refused(pdf("/Encrypt 4 0 R"), "password");
        refused(bytes("%PDF-1.7\n1 0 obj"), "breaks off");
        refused(packed("/Type /ObjStm", bytes("<< /S /JavaScript >>")), "It holds a script");
        refused(packed("/Type /Obj#53tm", bytes("<< /S /JavaScript >>")), "It holds a script");
        assertThat(FileCheck.inspect(packed("/Type /ObjStm", bytes("<< /Type /Page >>"))))
                .isEqualTo(FileKind.PDF);
    }

    /** Of small files that unpack to very much, so much is unpacked as is needed to know. */
    @Test
    void bombsAreRefused() throws Exception {
        byte[] nothing = new byte[400 * 1024 * 1024];
        byte[] bomb = word(WORD, Map.of("word/document.xml", nothing));
        assertThat(bomb.length).isLessThan(1024 * 1024);
        refused(bomb, "unpacks to far more");
        refused(packed("/Type /ObjStm", nothing), "unpacks to far more");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int number = 0; number < 6_000; number++) {
            many.put("word/p" + number + ".xml", bytes("<a/>"));
        }
        refused(word(WORD, many), "more parts");
        byte[] nested = word(WORD, Map.of());
        for (int depth = 0; depth < 6; depth++) {
            nested = word(WORD, Map.of("word/embeddings/a.docx", nested));
        }
        refused(nested, "another file");
    }

    @Test
    void whatAnEmailHoldsIsLookedIntoToo() throws Exception {
        refused(mail("invoice.pdf", word(MACRO, Map.of())), "“invoice.pdf”, which is not taken: it holds macros");
        refused(mail("x", bytes("MZ\u0090\0")), "it is a program");
        refused(outlook(word(WORD, Map.of("word/vbaProject.bin", bytes("x")))), "which is not taken: it holds macros");
        byte[] within = mail("invoice.docx", word(MACRO, Map.of()));
        refused(
                bytes(
                        "From: a@example.org\r\nDate: today\r\nContent-Type: multipart/mixed; boundary=\"zz\"\r\n\r\n--zz\r\n"
                                + "Content-Type: message/rfc822\r\n\r\n" + text(within) + "\r\n--zz--\r\n"),
                "it holds macros");
    }

    @Test
    void aNameEndsAsWhatTheFileIs() {
        assertThat(FileKind.PDF.name("C:\\fakepath\\Report.PDF")).isEqualTo("Report.pdf");
        assertThat(FileKind.JPEG.name("school report.pdf")).isEqualTo("school report.pdf.jpg");
        assertThat(FileKind.TEXT.name("run.bat")).isEqualTo("run.bat.txt");
        assertThat(FileKind.TEXT.name("../../etc/passwd")).isEqualTo("passwd.txt");
        // Letters that turn the reading direction make "exe.txt" of "txt.exe".
        assertThat(FileKind.TEXT.name("a\u202etxt.exe")).isEqualTo("atxt.exe.txt");
        assertThat(FileKind.PDF.name("\"\r\nX: y.pdf")).isEqualTo("X y.pdf");
        assertThat(FileKind.PDF.name(".pdf")).isEqualTo(".pdf.pdf");
        assertThat(FileKind.PDF.name("..")).isEqualTo("file.pdf");
        assertThat(FileKind.PDF.name("Llythyr Siân.pdf")).isEqualTo("Llythyr Siân.pdf");
    }

    private static void refused(byte[] content, String why) {
        assertThatThrownBy(() -> FileCheck.inspect(content))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining(why);
    }

    static byte[] pdf(String catalogue) {
        return bytes(
                "%PDF-1.4\n1 0 obj << /Type /Catalog " + catalogue + " >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
    }

    private static byte[] packed(String type, byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes("%PDF-1.5\n5 0 obj << " + type + " /N 1 /First 4 /Filter /FlateDecode /Length " + packed.size()
                + " >> stream\r\n" + text(packed.toByteArray()) + "\nendstream endobj\n%%EOF\n");
    }

    static byte[] word(String type, Map<String, byte[]> parts) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", bytes("<Types><Override ContentType=\"" + type + "\"/></Types>"));
        all.putAll(parts);
        return zip(all);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] mail(String name, byte[] attached) {
        return bytes(
                "From: school@example.org\r\nTo: mash@example.org\r\nSubject: Kerra\r\nDate: Mon, 4 Mar 2024 10:00:00 +0000\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
                        + "--b1\r\nContent-Type: application/octet-stream; name=\"" + name
                        + "\"\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment;\r\n filename=\"" + name + "\"\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(attached) + "\r\n--b1--\r\n");
    }

    private static byte[] outlook(byte[] attached) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.getRoot().createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
            var attachment = file.getRoot().createDirectory("__attach_version1.0_#00000000");
            attachment.createDocument("__substg1.0_37010102", new ByteArrayInputStream(attached));
            attachment.createDocument(
                    "__substg1.0_3707001F", new ByteArrayInputStream("a.docx".getBytes(StandardCharsets.UTF_16LE)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] outlookLike(String stream) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.getRoot().createDocument(stream, new ByteArrayInputStream(new byte[32]));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] bytes(String each) {
        return each.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] each) {
        return new String(each, StandardCharsets.ISO_8859_1);
    }
}
