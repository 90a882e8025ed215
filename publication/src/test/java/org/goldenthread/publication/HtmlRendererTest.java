package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class HtmlRendererTest {

    @Test
    void the_page_is_one_file_without_script_that_asks_for_nothing_elsewhere() throws Exception {
        String page = Rendered.text("html", SampleScorecards.partOne());

        assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("<script").doesNotContain("<link");
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(Rendered.xml(page).getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
    }

    @Test
    void every_table_has_a_caption_and_scoped_headings_and_every_row_fills_it() throws Exception {
        Document page = Rendered.xml(Rendered.text("html", SampleScorecards.partOne()));

        List<Element> tables = Rendered.elements(page, "table");
        assertThat(tables).hasSize(5);
        for (Element table : tables) {
            assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
            int columns = table.getElementsByTagName("col").getLength();
            for (Element row : children(table.getElementsByTagName("tbody").item(0))) {
                int width = children(row).stream()
                        .mapToInt(c -> c.hasAttribute("colspan") ? Integer.parseInt(c.getAttribute("colspan")) : 1)
                        .sum();
                assertThat(width).isEqualTo(columns);
            }
        }
        assertThat(Rendered.elements(page, "th"))
                .allMatch(th -> Set.of("col", "row").contains(th.getAttribute("scope")));
    }

    @Test
    void ids_are_unique_and_every_reference_leads_somewhere() throws Exception {
        Document page = Rendered.xml(Rendered.text("html", SampleScorecards.partTwo()));

        List<String> ids = Rendered.elements(page, "*").stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(Rendered.elements(page, "a").stream()
                        .map(a -> a.getAttribute("href").substring(1))
                        .toList());
        assertThat(ids)
                .containsAll(Rendered.elements(page, "*").stream()
                        .flatMap(e -> List.of(e.getAttribute("aria-labelledby").split(" ")).stream())
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet()));
    }

    @Test
    void headings_go_down_one_level_at_a_time() throws Exception {
        Document page = Rendered.xml(Rendered.text("html", SampleScorecards.partTwo()));

        int before = 0;
        for (Element element : Rendered.elements(page, "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
    }

    @Test
    void states_ratings_directions_and_revisions_are_said_in_words() throws Exception {
        String words = Rendered.xml(Rendered.text("html", SampleScorecards.partOne()))
                .getDocumentElement()
                .getTextContent();

        assertThat(words)
                .contains("Data suppressed, see Part 2")
                .contains("Not collected: needs Annex A list 8")
                .contains("awaiting publication")
                .contains("not yet")
                .contains("n/a")
                .contains("revised, was 409")
                .contains("38 provisional")
                .contains("GREEN by rule RED")
                .contains("Rated GREEN by Director of Children's Services; by rule it is RED.")
                .contains("down, worse (since Mar-23)")
                .contains("Not a target measure")
                .contains("suppressed (c)")
                .contains("Local measure");
    }

    @Test
    void an_indicator_on_another_year_stands_under_its_own_months() throws Exception {
        Document page = Rendered.xml(Rendered.text("html", SampleScorecards.partOne()));

        Element table = Rendered.elements(page, "table").getLast();
        assertThat(table.getElementsByTagName("caption").item(0).getTextContent())
                .isEqualTo("Education, health and care plans (Jan-24 to Dec-24)");
        assertThat(table.getElementsByTagName("thead").item(0).getTextContent())
                .contains("202320222021")
                .contains("Jan-24Feb-24");
    }

    @Test
    void columns_come_in_the_councils_order_under_its_headings() throws Exception {
        Layout layout = Layout.parse("""
                number = Ref
                name = Measure
                rating = Status
                months = {period}
                why = Why members asked for it
                """);
        String page = new String(
                Rendered.bytes("html", SampleScorecards.partOne(), Commentaries.empty(), layout),
                StandardCharsets.UTF_8);

        List<String> headings =
                children(Rendered.elements(Rendered.xml(page), "thead")
                                .getFirst()
                                .getFirstChild())
                        .stream()
                        .map(Element::getTextContent)
                        .toList();
        assertThat(headings)
                .startsWith("Ref", "Measure", "Status", "Apr-23")
                .endsWith("Mar-24", "Why members asked for it");
    }

    @Test
    void text_that_people_typed_cannot_break_the_page() throws Exception {
        Scorecard hostile = SampleScorecards.scorecard(
                Part.PART_1,
                List.of(new SampleIndicator(
                                "1",
                                "<script>alert(1)</script> & \"more\"\u000B\u0000",
                                "A < B",
                                Unit.COUNT,
                                Polarity.HIGH)
                        .months("1 2 3")
                        .years("1 2 3")
                        .compare("- - -")
                        .note("]]> --> </style>")
                        .build()));

        Document page = Rendered.xml(Rendered.text("html", hostile));

        assertThat(Rendered.elements(page, "script")).isEmpty();
        assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert(1)</script> & \"more\"");
    }

    private static List<Element> children(Node parent) {
        List<Element> children = new java.util.ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
