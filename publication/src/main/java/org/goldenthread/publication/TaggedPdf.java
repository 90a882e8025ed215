package org.goldenthread.publication;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.OutputStream;

/** How every page becomes a PDF here: tagged for who listens to it (PDF/UA), and with its fonts in it. */
final class TaggedPdf {

    private TaggedPdf() {}

    /**
     * What renders a page; the document is taken from the renderer and saved by whoever asked.
     *
     * @param page in XHTML, with its styles
     */
    static PdfRendererBuilder of(String page) {
        return new PdfRendererBuilder()
                .useFont(Typeface.REGULAR::open, "Liberation Sans", 400, FontStyle.NORMAL, true)
                .useFont(Typeface.BOLD::open, "Liberation Sans", 700, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .withProducer("Golden Thread")
                .withHtmlContent(page, null)
                .toStream(OutputStream.nullOutputStream());
    }
}
