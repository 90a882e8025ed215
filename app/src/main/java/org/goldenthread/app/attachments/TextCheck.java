package org.goldenthread.app.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text without anything that acts; and the last to be asked, so it says what else a file may be. */
final class TextCheck {

    private static final int BEGINNING = 1024;

    private TextCheck() {}

    static FileKind inspect(byte[] content) throws FileRefusedException {
        if (!isText(content)) {
            throw new FileRefusedException(
                    FileCheck.begins(content, "MZ") || FileCheck.begins(content, "\u007fELF")
                            ? "It is a program, whatever its name says. Programs are never taken"
                            : "It is none of the kinds of file that are taken, whatever its name says: "
                                    + FileKind.TAKEN + ". Save it as one of these");
        }
        String begun = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (begun.startsWith("#!")) {
            throw new FileRefusedException("It is a program, whatever its name says. Programs are never taken");
        } else if (begun.startsWith("<")) {
            throw new FileRefusedException(
                    "It is a web page, a drawing in SVG or another file in XML or HTML, which may hold programs. Print it to PDF and attach that");
        } else if (begun.startsWith("{\\rtf")) {
            throw new FileRefusedException(
                    "It is in rich text format, which may hold other files. Save it as a Word document (.docx) or PDF");
        }
        return FileKind.TEXT;
    }

    /** UTF-8, or one byte a letter as older programs write it; no control characters but tabs, line ends and page ends. */
    private static boolean isText(byte[] content) {
        for (byte each : content) {
            if ((each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f')
                    || each == 0x7f) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException older) {
            long odd = 0;
            for (byte each : content) {
                odd += each < 0 ? 1 : 0;
            }
            return odd * 4 < content.length;
        }
    }
}
