package org.goldenthread.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goldenthread.measures.scorecard.Scorecard;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Renders in tests, and reads back what was rendered. */
final class Rendered {
    private static final Map<Source, byte[]> MADE = new ConcurrentHashMap<>();

    private record Source(String format, Scorecard scorecard) {}

    private Rendered() {}

    static byte[] bytes(String format, Scorecard scorecard, Commentaries commentaries, Layout layout)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScorecardRenderer.of(format, layout).render(scorecard, commentaries, out);
        return out.toByteArray();
    }

    /** The sample commentaries in the standard layout; made once for each scorecard, since many tests read the same file. */
    static byte[] bytes(String format, Scorecard scorecard) throws IOException {
        Source source = new Source(format, scorecard);
        byte[] made = MADE.get(source);
        if (made == null) {
            made = bytes(format, scorecard, SampleScorecards.commentaries(), Layout.standard());
            MADE.put(source, made);
        }
        return made;
    }

    static String text(String format, Scorecard scorecard) throws IOException {
        return new String(bytes(format, scorecard), StandardCharsets.UTF_8);
    }

    /** Everything that someone could find in a file: its text, its properties, and every compressed part of it. */
    static String everythingIn(String format, byte[] file) throws IOException {
        return switch (format) {
            case "pdf" -> everythingInPdf(file);
            case "docx", "xlsx", "csvw" -> {
                StringBuilder all = new StringBuilder();
                for (byte[] part : Archive.read(file).values()) {
                    all.append(new String(part, StandardCharsets.UTF_8)).append('\n');
                }
                yield all.toString();
            }
            default -> new String(file, StandardCharsets.UTF_8);
        };
    }

    static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String everythingInPdf(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(file)) {
            all.append(new PDFTextStripper().getText(document));
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                addStrings(document.getDocument().getObjectFromPool(key).getObject(), all);
            }
        }
        return all.toString();
    }

    /** The strings and stream contents of one object of a PDF, without following its references to others. */
    private static void addStrings(COSBase object, StringBuilder all) throws IOException {
        if (object instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
                all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
        }
        if (object instanceof COSDictionary dictionary) {
            for (COSBase value : dictionary.getValues()) {
                addStrings(value, all);
            }
        } else if (object instanceof COSArray array) {
            for (COSBase value : array) {
                addStrings(value, all);
            }
        } else if (object instanceof COSString string) {
            all.append(string.getString()).append('\n');
        }
    }
}
