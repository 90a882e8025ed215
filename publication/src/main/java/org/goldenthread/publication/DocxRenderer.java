package org.goldenthread.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * A Word document to be pasted from: heading styles, tables with real heading rows, no pictures (the direction of travel is in
 * words). The part is in every page's header.
 */
final class DocxRenderer implements ScorecardRenderer {
    private final Layout layout;

    DocxRenderer(Layout layout) {
        this.layout = layout.without(Column.CHART);
    }

    @Override
    public String format() {
        return "docx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            WordPage page = new WordPage(document, scorecard, layout.paper());
            writeOpening(page, scorecard);
            writeExceptions(page, scorecard, commentaries);
            writeIndex(page, document, scorecard);
            writeDefinitions(page, scorecard);
            document.write(bytes);
        }
        Map<String, byte[]> files = Archive.read(bytes.toByteArray());
        files.put("docProps/core.xml", OfficeProperties.core(scorecard).getBytes(StandardCharsets.UTF_8));
        Archive.write(files, out);
    }

    private static void writeOpening(WordPage page, Scorecard scorecard) {
        page.paragraph("Normal", scorecard.authority());
        page.paragraph("Title", scorecard.title());
        page.paragraph("Normal", Wording.position(scorecard));
        page.paragraph("PartMarking", Wording.markingInFull(scorecard.part()));
    }

    private static void writeExceptions(WordPage page, Scorecard scorecard, Commentaries commentaries) {
        page.paragraph("Heading1", PageSummary.HEADING);
        page.paragraph("Normal", Summary.sentence(scorecard));
        String suppressed = Summary.suppressedSentence(scorecard);
        if (!suppressed.isEmpty()) {
            page.paragraph("Normal", suppressed);
        }
        for (Indicator indicator : ByException.listIndicators(scorecard)) {
            page.paragraph("Heading2", indicator.number() + ". " + indicator.name());
            String shape = Wording.shape(ByException.ratingOf(indicator));
            page.labelled("RAG rating: ", (shape + " " + Wording.rating(ByException.ratingOf(indicator))).strip());
            Summary.facts(indicator).forEach(fact -> page.paragraph("Normal", fact));
            RatingOverride override = indicator.override();
            if (override != null) {
                page.paragraph("Normal", Summary.overrideSentence(indicator, override));
            }
            page.paragraph("Heading3", "Management commentary");
            commentaries
                    .findCommentary(indicator, scorecard.part())
                    .ifPresentOrElse(
                            commentary -> {
                                commentary.paragraphs().forEach(text -> page.paragraph("Normal", text));
                                page.paragraph("Remark", commentary.by() + ", " + Wording.date(commentary.on()));
                            },
                            () -> page.paragraph(
                                    "Normal", Summary.noCommentary(scorecard.part(), commentaries, indicator)));
        }
    }

    private void writeIndex(WordPage page, XWPFDocument document, Scorecard scorecard) {
        page.paragraph("Heading1", PageIndex.HEADING);
        for (Grid.Band band : Grid.printed(scorecard, layout).bands()) {
            page.paragraph("Heading2", band.title());
            new WordTable(document, layout.paper()).write(band);
            for (RowNotes.Note note : band.notes()) {
                page.paragraph("Remark", note.number() + ": " + note.text());
            }
        }
        List<String> notes = scorecard.notes();
        if (!notes.isEmpty()) {
            page.paragraph("Heading2", "Notes on the whole index");
            notes.forEach(note -> page.paragraph("Normal", note));
        }
        page.paragraph("Normal", "Every figure of the council's own comes from snapshot " + scorecard.snapshot() + ".");
    }

    private static void writeDefinitions(WordPage page, Scorecard scorecard) {
        page.paragraph("Heading1", PageDefinitions.HEADING);
        for (Indicator indicator : scorecard.indicators()) {
            page.paragraph("Heading2", indicator.number() + ". " + indicator.name());
            page.labelled("Why it matters: ", indicator.why());
            page.labelled("What is counted: ", indicator.definition());
            page.labelled("Latest figure: ", Summary.latest(indicator));
            for (Comparator comparator : indicator.comparators()) {
                if (comparator != null) {
                    page.labelled(comparator.name() + ": ", Summary.area(indicator, comparator));
                }
            }
            page.paragraph("Remark", "Measure " + indicator.measure() + ", version " + indicator.version() + ".");
        }
    }
}
