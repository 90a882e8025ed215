package org.goldenthread.publication;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** A page as a tagged PDF that opens with a passphrase alone: AES with a key of 256 bits, as PDF 2.0 has it (ISO 32000-2, 7.6.4). */
public final class EncryptedPdf {

    /** The shortest passphrase that is taken, in characters; and the longest, within the 127 bytes that the format takes. */
    public static final int SHORTEST = 15;

    public static final int LONGEST = 100;

    private static final int KEY_BITS = 256;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private EncryptedPdf() {}

    /** Whether a passphrase is long enough, and is of characters that are typed alike on every keyboard and in every reader. */
    public static boolean isPassphrase(String words) {
        return words.matches("[ -~]{" + SHORTEST + "," + LONGEST + "}");
    }

    /**
     * @param page in XHTML, with its styles
     * @throws IllegalArgumentException where the passphrase is none
     */
    public static void write(String page, String passphrase, OutputStream out) throws IOException {
        if (!isPassphrase(passphrase)) {
            throw new IllegalArgumentException("A passphrase is " + SHORTEST + " to " + LONGEST
                    + " letters, figures, blanks and signs of an English keyboard.");
        }
        try (PdfBoxRenderer renderer = TaggedPdf.of(page).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            // Nobody has the owner's password: what it would allow beyond reading is of no use here.
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            StandardProtectionPolicy policy = new StandardProtectionPolicy(
                    Base64.getEncoder().encodeToString(random), passphrase, new AccessPermission());
            policy.setEncryptionKeyLength(KEY_BITS);
            document.protect(policy);
            document.save(out);
        }
        out.flush();
    }
}
