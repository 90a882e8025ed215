package org.goldenthread.returns.write.annexa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the cells of a workbook store, read from its XML and by none of the readers that are to be tested. */
public final class RawWorkbook {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, List<TreeMap<Integer, String>>> sheets = new LinkedHashMap<>();
    private int formulas;

    private RawWorkbook() {}

    public static RawWorkbook read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            RawWorkbook workbook = new RawWorkbook();
            List<String> strings = new ArrayList<>();
            each(parse(zip, "xl/sharedStrings.xml").getElementsByTagName("si"), item -> strings.add(texts(item)));
            Map<String, String> targets = new LinkedHashMap<>();
            each(
                    parse(zip, "xl/_rels/workbook.xml.rels").getElementsByTagName("Relationship"),
                    relation -> targets.put(relation.getAttribute("Id"), relation.getAttribute("Target")));
            List<Element> found = new ArrayList<>();
            each(parse(zip, "xl/workbook.xml").getElementsByTagName("sheet"), found::add);
            for (Element sheet : found) {
                String target = targets.get(sheet.getAttributeNS(RELATIONS, "id"));
                Document content = parse(zip, "xl/" + target.replaceFirst("^/?(xl/)?", ""));
                List<TreeMap<Integer, String>> rows = new ArrayList<>();
                each(content.getElementsByTagName("row"), row -> {
                    TreeMap<Integer, String> cells = new TreeMap<>();
                    each(row.getElementsByTagName("c"), cell -> workbook.take(cell, strings, cells));
                    if (!cells.isEmpty()) {
                        rows.add(cells);
                    }
                });
                workbook.sheets.put(sheet.getAttribute("name"), rows);
            }
            return workbook;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void take(Element cell, List<String> strings, TreeMap<Integer, String> cells) {
        if (cell.getElementsByTagName("f").getLength() > 0) {
            formulas++;
        }
        String type = cell.getAttribute("t");
        NodeList values = cell.getElementsByTagName("v");
        String value = values.getLength() > 0 ? values.item(0).getTextContent() : texts(cell);
        String text = type.equals("s") ? strings.get(Integer.parseInt(value)) : value;
        if (!text.isEmpty()) {
            boolean number = type.isEmpty() || type.equals("n");
            cells.put(column(cell.getAttribute("r")), (number ? "number " : "text ") + text);
        }
    }

    /** The names of the sheets in order. */
    public List<String> names() {
        return List.copyOf(sheets.keySet());
    }

    /** How many cells hold a formula. */
    public int formulas() {
        return formulas;
    }

    /** What stands above the columns, text for text. */
    public List<String> headings(int sheet) {
        return rows(sheet).getFirst().values().stream()
                .map(text -> text.replaceFirst("^text ", ""))
                .toList();
    }

    /** The rows below the headings; each cell by its column from 0, after whether it is a number or a text. */
    public List<TreeMap<Integer, String>> below(int sheet) {
        return rows(sheet).subList(1, rows(sheet).size());
    }

    /** The columns that hold something below their heading, in order, each cell by its row. */
    public List<Map<Integer, String>> columns(int sheet) {
        TreeMap<Integer, Map<Integer, String>> columns = new TreeMap<>();
        List<TreeMap<Integer, String>> rows = below(sheet);
        for (int row = 0; row < rows.size(); row++) {
            int number = row;
            rows.get(row)
                    .forEach((column, text) -> columns.computeIfAbsent(column, any -> new TreeMap<>())
                            .put(number, text));
        }
        return List.copyOf(columns.values());
    }

    private List<TreeMap<Integer, String>> rows(int sheet) {
        return sheets.get(names().get(sheet));
    }

    private static int column(String reference) {
        int column = 0;
        for (char letter : reference.replaceAll("[0-9]", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static String texts(Element item) {
        StringBuilder text = new StringBuilder();
        each(item.getElementsByTagName("t"), part -> text.append(part.getTextContent()));
        return text.toString();
    }

    private interface Taker {
        void take(Element element);
    }

    private static void each(NodeList nodes, Taker taker) {
        for (int place = 0; place < nodes.getLength(); place++) {
            taker.take((Element) nodes.item(place));
        }
    }

    private static Document parse(ZipFile zip, String name) throws IOException {
        try (InputStream stream = zip.getInputStream(zip.getEntry(name))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(stream);
        } catch (ParserConfigurationException | SAXException problem) {
            throw new IOException(problem);
        }
    }
}
