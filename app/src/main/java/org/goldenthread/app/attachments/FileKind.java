package org.goldenthread.app.attachments;

import java.util.List;
import java.util.Locale;

/** The kinds of file that are taken. What is not here is refused, whatever its name says. */
enum FileKind {
    PDF("PDF", "application/pdf", "pdf"),
    JPEG("JPEG picture", "image/jpeg", "jpg", "jpeg"),
    PNG("PNG picture", "image/png", "png"),
    GIF("GIF picture", "image/gif", "gif"),
    TIFF("TIFF picture", "image/tiff", "tif", "tiff"),
    HEIC("HEIC picture", "image/heic", "heic", "heif"),
    WORD("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT(
            "PowerPoint presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "pptx"),
    ODT("OpenDocument text", "application/vnd.oasis.opendocument.text", "odt"),
    ODS("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    EMAIL("E-mail", "message/rfc822", "eml"),
    OUTLOOK("Outlook e-mail", "application/vnd.ms-outlook", "msg"),
    TEXT("Plain text", "text/plain", "txt");

    /** For whoever chooses a file. */
    static final String TAKEN =
            "PDF, pictures (JPEG, PNG, GIF, TIFF, HEIC), Word (.docx), Excel (.xlsx), PowerPoint (.pptx),"
                    + " OpenDocument (.odt, .ods), e-mails (.eml, .msg) and plain text (.txt)";

    private static final int LONGEST_NAME = 150;

    private final String label;
    private final String mediaType;
    private final List<String> endings;

    FileKind(String label, String mediaType, String... endings) {
        this.label = label;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String label() {
        return label;
    }

    String mediaType() {
        return mediaType;
    }

    static String labelOf(String mediaType) {
        for (FileKind kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return kind.label;
            }
        }
        return mediaType;
    }

    /**
     * The name that a file of this kind is kept and given out under: without a folder, without characters that mislead who reads it, and
     * with the ending of what it is, so that a machine opens it as that and as nothing else.
     *
     * @param sent as the browser sent it
     */
    String name(String sent) {
        String plain = sent.replace('\\', '/');
        plain = plain.substring(plain.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"*:<>?|%]", "")
                .strip();
        int dot = plain.lastIndexOf('.');
        String ending = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
        String stem = dot > 0 && endings.contains(ending) ? plain.substring(0, dot) : plain;
        if (stem.isBlank() || stem.chars().allMatch(letter -> letter == '.')) {
            stem = "file";
        }
        if (stem.length() > LONGEST_NAME) {
            stem = stem.substring(0, LONGEST_NAME);
        }
        return stem + "." + (endings.contains(ending) ? ending : endings.getFirst());
    }
}
