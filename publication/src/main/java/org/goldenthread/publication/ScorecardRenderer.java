package org.goldenthread.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * Writes a scorecard, Part 1 or Part 2, in one format. The part is marked on every page and in the file's own properties. The
 * same scorecard gives the same bytes every time.
 *
 * <p>A renderer hides nothing: what Part 1 may not tell is taken out of the scorecard before it gets here. It adds nothing
 * either: commentary is printed only where {@link Commentaries#findCommentary} allows.
 */
public interface ScorecardRenderer {

    /** The name of the format, such as {@code pdf}. */
    String format();

    /** The media type of what is written, such as {@code application/pdf}. */
    String mediaType();

    /** What a file of this format is called after its last dot. */
    default String extension() {
        return format();
    }

    /** Writes the whole document to {@code out}, which stays open. */
    void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException;

    /** A file name that says whose it is, as at when and which part: {@code scorecard-2024-03-31-part-1.pdf}. */
    default String fileName(Scorecard scorecard) {
        return "scorecard-" + scorecard.asAt() + "-part-" + scorecard.part().number() + "." + extension();
    }

    /** The formats there are. */
    static List<String> listFormats() {
        return List.of("html", "pdf", "docx", "xlsx", "csv", "csvw", "json");
    }

    /** A renderer in the standard layout. */
    static ScorecardRenderer of(String format) {
        return of(format, Layout.standard());
    }

    /**
     * A renderer in a council's layout. CSV and JSON are for machines and keep one shape whatever the layout.
     *
     * @throws IllegalArgumentException if there is no such format
     */
    static ScorecardRenderer of(String format, Layout layout) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "html" -> new HtmlRenderer(layout);
            case "pdf" -> new PdfRenderer(layout);
            case "docx" -> new DocxRenderer(layout);
            case "xlsx" -> new XlsxRenderer(layout);
            case "csv" -> new CsvRenderer();
            case "csvw" -> new CsvwRenderer();
            case "json" -> new JsonRenderer();
            default ->
                throw new IllegalArgumentException(
                        "There is no format '" + format + "'. Choose one of " + String.join(", ", listFormats()) + ".");
        };
    }
}
