package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;

class PdfRendererTest {

    @Test
    void the_file_says_its_language_title_and_standard_and_shows_the_title() throws IOException {
        try (PDDocument document = render(SampleScorecards.partOne())) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("en-GB");
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Children's scrutiny dataset 2023/24, London Borough of Fairmead \u2013 Part 1");
            assertThat(new String(catalogue.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        }
    }

    @Test
    void tables_headings_and_charts_are_tagged_and_every_chart_has_its_words() throws IOException {
        try (PDDocument document = render(SampleScorecards.partTwo())) {
            List<PDStructureElement> elements = elements(document);
            List<String> types =
                    elements.stream().map(PDStructureElement::getStructureType).toList();
            assertThat(types)
                    .contains(
                            "H1", "H2", "H3", "Table", "THead", "TBody", "TR", "TH", "TD", "L", "LI", "Figure", "Link");
            assertThat(elements.stream().filter(e -> e.getStructureType().equals("TH")))
                    .allMatch(th -> scopeOf(th).equals("Column") || scopeOf(th).equals("Row"));
            assertThat(elements.stream().filter(e -> e.getStructureType().equals("Figure")))
                    .isNotEmpty()
                    .allMatch(figure -> figure.getAlternateDescription() != null
                            && figure.getAlternateDescription().startsWith("Trend of "));
        }
    }

    @Test
    void every_page_has_the_part_and_its_number() throws IOException {
        try (PDDocument document = render(SampleScorecards.partTwo())) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Part 2 \u2013 exempt, not for publication")
                        .contains("Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void bookmarks_lead_to_each_section() throws IOException {
        try (PDDocument document = render(SampleScorecards.partOne())) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                assertThat(item.findDestinationPage(document)).isNotNull();
            }
            assertThat(titles)
                    .startsWith("Indicators performing below expectation", "The index", "Early help")
                    .endsWith("Definitions and sources");
        }
    }

    @Test
    void every_typeface_is_embedded() throws IOException {
        try (PDDocument document = render(SampleScorecards.partOne())) {
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                    assertThat(resources.getFont(name).getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void on_a4_the_months_stand_in_tables_of_their_own() throws IOException {
        byte[] file = Rendered.bytes(
                "pdf",
                SampleScorecards.partOne(),
                Commentaries.empty(),
                Layout.standard().on(Paper.A4));

        try (PDDocument document = Loader.loadPDF(file)) {
            // 297 mm is 841.9 points
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
            assertThat(new PDFTextStripper().getText(document)).contains("Early help, month by month");
        }
    }

    private static PDDocument render(Scorecard scorecard) throws IOException {
        return Loader.loadPDF(Rendered.bytes("pdf", scorecard));
    }

    private static List<PDStructureElement> elements(PDDocument document) {
        List<PDStructureElement> found = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                collect(element, found);
            }
        }
    }

    private static String scopeOf(PDStructureElement heading) {
        var attributes = heading.getAttributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.getObject(i) instanceof PDTableAttributeObject table && table.getScope() != null) {
                return table.getScope();
            }
        }
        return "";
    }
}
