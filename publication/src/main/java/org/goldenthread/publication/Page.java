package org.goldenthread.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Scorecard;

/** The whole document as HTML: marking, summary, list by exception, index, notes and definitions. */
final class Page {
    private final Scorecard scorecard;
    private final Commentaries commentaries;
    private final Layout layout;
    private final Medium medium;
    private final Markup html = new Markup();

    Page(Scorecard scorecard, Commentaries commentaries, Layout layout, Medium medium) {
        this.scorecard = scorecard;
        this.commentaries = commentaries;
        this.layout = layout;
        this.medium = medium;
    }

    String write() {
        if (medium == Medium.SCREEN) {
            html.raw("<!DOCTYPE html>\n");
        }
        html.open("html", "lang", "en-GB", "xmlns", "http://www.w3.org/1999/xhtml")
                .line();
        writeHead();
        html.open("body", "class", partClass()).line();
        if (medium == Medium.SCREEN) {
            html.element("a", "Skip to the report", "class", "skip", "href", "#report")
                    .line();
            html.open("header")
                    .element("p", Wording.marking(scorecard.part()), "class", "marking")
                    .close("header");
        } else {
            html.element("p", Wording.marking(scorecard.part()), "class", "running-marking");
            html.element("p", runningTitle(), "class", "running-title");
        }
        html.line().open("main", "id", "report").line();
        writeTitle();
        new PageSummary(scorecard, commentaries, html, medium).write();
        new PageIndex(scorecard, layout, html, medium).write();
        new PageDefinitions(scorecard, html).write();
        html.close("main").line();
        if (medium == Medium.SCREEN) {
            html.open("footer")
                    .element("p", Wording.marking(scorecard.part()), "class", "marking")
                    .close("footer")
                    .line();
        }
        return html.close("body").close("html").line().toString();
    }

    /** What a section is called and the id it is found by; in the order of the document. */
    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("by-exception", PageSummary.HEADING));
        sections.add(new Section("index", PageIndex.HEADING));
        List<Grid.Band> bands = PageIndex.grid(scorecard, layout, medium).bands();
        for (int i = 0; i < bands.size(); i++) {
            sections.add(new Section("section-" + (i + 1), bands.get(i).title()));
        }
        sections.add(new Section("definitions", PageDefinitions.HEADING));
        return sections;
    }

    record Section(String id, String title) {}

    /** An id made of an indicator's number. */
    static String id(String prefix, String number) {
        return prefix + "-" + number.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private String partClass() {
        return scorecard.part() == Part.PART_1 ? "part-1" : "part-2";
    }

    private String runningTitle() {
        return Wording.heading(scorecard) + ". " + Wording.position(scorecard);
    }

    private void writeHead() {
        html.open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.element(
                        "title",
                        Wording.heading(scorecard) + " \u2013 "
                                + scorecard.part().label())
                .line();
        if (medium == Medium.SCREEN) {
            html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                    .line();
        }
        html.empty("meta", "name", "description", "content", Wording.position(scorecard))
                .line();
        html.empty("meta", "name", "subject", "content", Wording.marking(scorecard.part()))
                .line();
        html.empty("meta", "name", "author", "content", scorecard.authority()).line();
        html.empty("meta", "name", "identifier", "content", scorecard.snapshot())
                .line();
        html.open("style").raw(style()).close("style").line();
        if (medium == Medium.PDF) {
            html.open("bookmarks");
            for (Section section : sections()) {
                html.empty("bookmark", "name", section.title(), "href", "#" + section.id());
            }
            html.close("bookmarks").line();
        }
        html.close("head").line();
    }

    private String style() {
        String paper = "@page { size: " + layout.paper().widthInMillimetres() + "mm "
                + layout.paper().heightInMillimetres() + "mm; }\n";
        return switch (medium) {
            case SCREEN -> resource("screen.css") + "@media print {\n" + paper + "}\n";
            case PDF -> resource("pdf.css") + paper;
        };
    }

    private void writeTitle() {
        html.element("p", scorecard.authority(), "class", "authority").line();
        html.element("h1", scorecard.title()).line();
        html.element("p", Wording.position(scorecard), "class", "position").line();
        html.open("div", "class", "legal")
                .element("p", Wording.markingInFull(scorecard.part()))
                .close("div")
                .line();
        if (medium == Medium.SCREEN) {
            html.open("nav", "aria-labelledby", "contents")
                    .element("h2", "Contents", "id", "contents")
                    .open("ul");
            for (Section section : sections()) {
                html.open("li")
                        .element("a", section.title(), "href", "#" + section.id())
                        .close("li");
            }
            html.close("ul").close("nav").line();
        }
    }

    static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + name + " is missing from the program. Install it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
