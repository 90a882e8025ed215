package org.goldenthread.app.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An e-mail as Outlook saves it, with what is attached to it; and why the other files of that old container are not taken. */
final class OutlookCheck {

    private static final String PROPERTIES = "__properties_version1.0";
    private static final String ATTACHED = "__attach_version1.0_";
    /** The content of an attachment, its name, and a message within the message (MS-OXMSG, MS-OXPROPS). */
    private static final String CONTENT = "__substg1.0_37010102";

    private static final String NAME = "__substg1.0_3707001F";
    private static final String WITHIN = "__substg1.0_3701000D";

    private OutlookCheck() {}

    static FileKind inspect(byte[] content, int depth) throws FileRefusedException {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryEntry root = file.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new FileRefusedException(
                        "It is protected with a password, so it cannot be looked into. Save it without one");
            } else if (!root.hasEntryCaseInsensitive(PROPERTIES)) {
                throw new FileRefusedException(
                        "It is in the old format of Word, Excel or PowerPoint, which may hold macros that cannot be told. Save it as .docx, .xlsx or .pptx");
            }
            inspect(root, depth);
            return FileKind.OUTLOOK;
        } catch (IOException | RuntimeException damaged) {
            throw new FileRefusedException("It is damaged, or is not the e-mail that it seems to be. Save it again");
        }
    }

    private static void inspect(DirectoryEntry message, int depth) throws IOException, FileRefusedException {
        if (depth > FileCheck.DEEPEST) {
            throw new FileRefusedException("It holds e-mails within e-mails. Take out what you need and attach that");
        }
        for (Entry entry : message) {
            if (!(entry instanceof DirectoryEntry attached) || !entry.getName().startsWith(ATTACHED)) {
                continue;
            }
            if (attached.hasEntryCaseInsensitive(WITHIN)) {
                if (attached.getEntryCaseInsensitive(WITHIN) instanceof DirectoryEntry within
                        && within.hasEntryCaseInsensitive(PROPERTIES)) {
                    inspect(within, depth + 1);
                    continue;
                }
                throw new FileRefusedException(
                        "The e-mail holds an object that may run a program. Print it to PDF, and attach that");
            }
            if (attached.hasEntryCaseInsensitive(CONTENT)) {
                try {
                    FileCheck.inspect(read(attached, CONTENT), depth + 1);
                } catch (FileRefusedException refused) {
                    String name = attached.hasEntryCaseInsensitive(NAME)
                            ? new String(read(attached, NAME), StandardCharsets.UTF_16LE)
                            : "";
                    throw MailCheck.refused(name, refused);
                }
            }
        }
    }

    private static byte[] read(DirectoryEntry of, String name) throws IOException {
        if (!(of.getEntryCaseInsensitive(name) instanceof DocumentEntry document)) {
            throw new IOException("No document.");
        }
        try (DocumentInputStream input = new DocumentInputStream(document)) {
            return input.readAllBytes();
        }
    }
}
