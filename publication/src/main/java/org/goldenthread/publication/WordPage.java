package org.goldenthread.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.goldenthread.measures.scorecard.Scorecard;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Sets a Word document up (styles, landscape paper, header with the part, page numbers) and adds paragraphs to it. */
final class WordPage {
    /** Width of the left and of the right margin, in twentieths of a point: 12 mm. */
    static final int MARGIN = 680;

    private final XWPFDocument document;

    WordPage(XWPFDocument document, Scorecard scorecard, Paper paper) throws IOException {
        this.document = document;
        document.createStyles().setStyles(styles());
        setUpPaper(paper);
        XWPFParagraph header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setStyle("PartMarking");
        addText(header, Wording.marking(scorecard.part()));
        XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Remark");
        addText(footer, Wording.heading(scorecard) + ". " + Wording.position(scorecard) + ". Page ");
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        addText(footer, " of ");
        footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    /** A length in twentieths of a point, Word's unit. */
    static int twips(double millimetres) {
        return (int) Math.round(millimetres / 25.4 * 1440);
    }

    void paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        addText(paragraph, text);
    }

    /** A paragraph that begins with words in bold; nothing where the text is blank. */
    void labelled(String label, String text) {
        if (text.isBlank()) {
            return;
        }
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Normal");
        XWPFRun bold = paragraph.createRun();
        bold.setBold(true);
        bold.setText(Markup.withoutControls(label));
        addText(paragraph, text);
    }

    /** Adds the text as a run, its line breaks as line breaks. */
    static XWPFRun addText(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        String[] lines = Markup.withoutControls(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
        return run;
    }

    static void alignRight(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
    }

    private void setUpPaper(Paper paper) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(twips(paper.widthInMillimetres())));
        size.setH(BigInteger.valueOf(twips(paper.heightInMillimetres())));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(1020));
        margins.setBottom(BigInteger.valueOf(850));
        margins.setHeader(BigInteger.valueOf(450));
        margins.setFooter(BigInteger.valueOf(400));
    }

    private static CTStyles styles() throws IOException {
        try {
            byte[] styles = Page.resource("word-styles.xml").getBytes(StandardCharsets.UTF_8);
            return StylesDocument.Factory.parse(new ByteArrayInputStream(styles))
                    .getStyles();
        } catch (XmlException e) {
            throw new IllegalStateException(
                    "The styles for Word documents cannot be read. Install the program again.", e);
        }
    }
}
