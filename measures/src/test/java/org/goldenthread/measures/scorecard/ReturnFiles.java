package org.goldenthread.measures.scorecard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenthread.snapshot.Hashes;
import org.goldenthread.snapshot.Manifest;
import org.goldenthread.snapshot.Source;

/** The files that a snapshot was made from, as they lie on the disk, told by their fingerprints. */
final class ReturnFiles {

    private final Map<String, Path> byKey = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();

    /** @throws IllegalArgumentException where a source of the manifest is in none of the folders, or is not what was loaded */
    ReturnFiles(Manifest manifest, List<Path> folders) throws IOException {
        Map<String, Path> byFingerprint = new HashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byFingerprint.put(Hashes.sha256(file), file);
                }
            }
        }
        for (Source source : manifest.sources()) {
            Path file = byFingerprint.get(source.sha256());
            if (file == null) {
                throw new IllegalArgumentException("No file is the source " + source.key() + ".");
            }
            byKey.put(source.key(), file);
        }
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    boolean isCsv(String key) {
        return byKey.containsKey(key) && name(key).endsWith(".csv");
    }

    /** The text of a line, or of a row of whichever sheet has most to say there; empty where the file has none or it is blank. */
    Optional<String> findLine(String key, int number) {
        List<String> of = lines.computeIfAbsent(key, this::read);
        return number >= 1 && number <= of.size() && !of.get(number - 1).isBlank()
                ? Optional.of(of.get(number - 1))
                : Optional.empty();
    }

    private String name(String key) {
        return String.valueOf(byKey.get(key)).toLowerCase(Locale.ROOT);
    }

    private List<String> read(String key) {
        Path file = byKey.get(key);
        if (file == null) {
            return List.of();
        }
        try {
            return name(key).endsWith(".xlsx")
                    ? readWorkbook(file)
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList();
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(file + " cannot be read.", e);
        }
    }

    private static List<String> readWorkbook(Path file) throws IOException, XMLStreamException {
        List<String> rows = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(one -> one.getName().startsWith("xl/worksheets/sheet"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    addRows(XMLInputFactory.newFactory().createXMLStreamReader(in), rows);
                }
            }
        }
        return rows;
    }

    private static void addRows(XMLStreamReader xml, List<String> rows) throws XMLStreamException {
        int row = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                while (rows.size() < row) {
                    rows.add("");
                }
            } else if (xml.getLocalName().equals("v") || xml.getLocalName().equals("t")) {
                rows.set(row - 1, "filled");
            }
        }
    }
}
