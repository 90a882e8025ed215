package org.goldenthread.publication;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * A tagged PDF after PDF/UA-1: structure, table headers, language, title, bookmarks and the text of every chart, with its
 * typeface (Liberation Sans) embedded. Its dates and id come from the scorecard and not from the clock.
 */
final class PdfRenderer implements ScorecardRenderer {
    private final Layout layout;

    static {
        XRLog.setLoggingEnabled(false);
    }

    PdfRenderer(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String format() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        String page = new Page(scorecard, commentaries, layout, Medium.PDF).write();
        try (ChartDrawer charts = new ChartDrawer()) {
            PdfRendererBuilder builder = TaggedPdf.of(page).useSVGDrawer(charts);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                PDDocument document = renderer.getPdfDocument();
                describe(document, scorecard, page);
                document.save(out);
            }
        }
        out.flush();
    }

    private static void describe(PDDocument document, Scorecard scorecard, String page) {
        PDDocumentInformation information = document.getDocumentInformation();
        Calendar day = GregorianCalendar.from(scorecard.asAt().atStartOfDay(ZoneOffset.UTC));
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        information.setTitle(
                Wording.heading(scorecard) + " \u2013 " + scorecard.part().label());
        information.setSubject(Wording.marking(scorecard.part()));
        information.setAuthor(scorecard.authority());
        information.setKeywords(
                scorecard.part().label() + ", " + Wording.position(scorecard) + ", snapshot " + scorecard.snapshot());
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.setDocumentId((long) page.hashCode());
    }
}
