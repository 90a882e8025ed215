package org.goldenthread.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Liberation Sans (SIL Open Font Licence), as the PDF writer takes it. */
enum Typeface {
    REGULAR("LiberationSans-Regular.ttf"),
    BOLD("LiberationSans-Bold.ttf");

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int SUBSTITUTIONS =
            ByteBuffer.wrap("GSUB".getBytes(StandardCharsets.US_ASCII)).getInt();
    private static final int PASSED_OVER =
            ByteBuffer.wrap("GSUx".getBytes(StandardCharsets.US_ASCII)).getInt();

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    InputStream open() {
        try (InputStream in = Typeface.class.getResourceAsStream("/liberation/" + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The typeface " + file + " is missing from the program. Install it again.");
            }
            return new ByteArrayInputStream(withoutSubstitutions(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The font with its table of glyph substitutions under a name that no reader looks for. The table holds ligatures, which a
     * table of figures does not need, and looking for them takes half the time of writing a PDF.
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer buffer = ByteBuffer.wrap(font);
        int tables = buffer.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = DIRECTORY + i * DIRECTORY_ENTRY;
            if (buffer.getInt(entry) == SUBSTITUTIONS) {
                buffer.putInt(entry, PASSED_OVER);
            }
        }
        return font;
    }
}
