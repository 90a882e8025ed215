package org.goldenthread.app.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells by its content what a file is, and refuses what is of no kind that is taken or may do something when it is opened. */
final class FileCheck {

    /** In bytes: some hundred scanned pages. */
    static final int LARGEST = 20 * 1024 * 1024;

    /** How deep one file may lie in another, such as a workbook in a document in an e-mail. */
    static final int DEEPEST = 4;

    private FileCheck() {}

    static FileKind inspect(byte[] content) throws FileRefusedException {
        return inspect(content, 0);
    }

    static FileKind inspect(byte[] content, int depth) throws FileRefusedException {
        if (depth > DEEPEST) {
            throw new FileRefusedException(
                    "It holds files within files within files. Take out what you need and attach that");
        } else if (content.length == 0) {
            throw new FileRefusedException("It is empty");
        } else if (content.length > LARGEST) {
            throw new FileRefusedException("It is larger than " + LARGEST / (1024 * 1024)
                    + " megabytes. Scan it at a lower resolution, or attach it in parts");
        }
        FileKind picture = picture(content);
        if (picture != null) {
            return picture;
        } else if (begins(content, "%PDF-")) {
            return PdfCheck.inspect(content);
        } else if (begins(content, "PK\3\4")) {
            return OfficeCheck.inspect(content, depth);
        } else if (begins(content, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OutlookCheck.inspect(content, depth);
        } else if (MailCheck.isMail(content)) {
            return MailCheck.inspect(content, depth);
        }
        return TextCheck.inspect(content);
    }

    private static @org.jspecify.annotations.Nullable FileKind picture(byte[] content) {
        if (begins(content, "\u00ff\u00d8\u00ff")) {
            return FileKind.JPEG;
        } else if (begins(content, "\u0089PNG\r\n\u001a\n")) {
            return FileKind.PNG;
        } else if (begins(content, "GIF87a") || begins(content, "GIF89a")) {
            return FileKind.GIF;
        } else if (begins(content, "II*\0") || begins(content, "MM\0*")) {
            return FileKind.TIFF;
        } else if (content.length > 12
                && Arrays.asList("ftypheic", "ftypheix", "ftypmif1", "ftypheim")
                        .contains(new String(content, 4, 8, StandardCharsets.ISO_8859_1))) {
            return FileKind.HEIC;
        }
        return null;
    }

    /** @param bytes each character one byte */
    static boolean begins(byte[] content, String bytes) {
        return content.length >= bytes.length()
                && new String(content, 0, bytes.length(), StandardCharsets.ISO_8859_1).equals(bytes);
    }
}
