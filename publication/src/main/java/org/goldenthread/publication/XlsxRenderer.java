package org.goldenthread.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * A workbook: about it, the list by exception, the index with numbers that are numbers, and the definitions. It holds no
 * formula; every sheet names its part at the top and on each printed page.
 */
final class XlsxRenderer implements ScorecardRenderer {
    private final Layout layout;

    XlsxRenderer(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Golden Thread", "1.0")) {
            book.setGlobalDefaultFont("Arial", 10);
            SheetWriter about = new SheetWriter(book.newWorksheet("About"), scorecard, layout.paper());
            writeAbout(about, scorecard);
            new XlsxExceptions(scorecard, commentaries)
                    .write(new SheetWriter(book.newWorksheet("By exception"), scorecard, layout.paper()));
            new XlsxIndex(scorecard, layout)
                    .write(new SheetWriter(book.newWorksheet("Index"), scorecard, layout.paper()));
            new XlsxDefinitions(scorecard)
                    .write(new SheetWriter(book.newWorksheet("Definitions"), scorecard, layout.paper()));
        }
        Map<String, byte[]> files = Archive.read(bytes.toByteArray());
        files.put("docProps/core.xml", OfficeProperties.core(scorecard).getBytes(StandardCharsets.UTF_8));
        Archive.write(files, out);
    }

    private static void writeAbout(SheetWriter sheet, Scorecard scorecard) {
        sheet.widths(List.of(110));
        sheet.title(scorecard.title());
        sheet.line(scorecard.authority());
        sheet.line(Wording.position(scorecard));
        sheet.line(Wording.markingInFull(scorecard.part()));
        sheet.line(Summary.sentence(scorecard));
        String suppressed = Summary.suppressedSentence(scorecard);
        if (!suppressed.isEmpty()) {
            sheet.line(suppressed);
        }
        sheet.line(
                "Sheets: By exception, the indicators below expectation with management's commentary; Index, every indicator;"
                        + " Definitions, what each one counts and where comparisons come from.");
        sheet.line("Every figure of the council's own comes from snapshot " + scorecard.snapshot() + ".");
        scorecard.notes().forEach(sheet::line);
    }
}
