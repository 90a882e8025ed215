package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The manifest and the findings as files of a snapshot. */
final class ManifestFile {
    static final String MANIFEST = "manifest.json";
    static final String FINDINGS = "findings.json";

    private ManifestFile() {}

    static void write(Path folder, Manifest manifest, String keyFingerprint) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", manifest.id());
        json.put("authority_code", manifest.authorityCode());
        json.put("authority", manifest.authority());
        json.put("created", manifest.created());
        json.put("encrypted", manifest.encrypted());
        json.put("key", keyFingerprint);
        json.put("schema", Schema.standard().version());
        json.put("sources", manifest.sources().stream().map(ManifestFile::json).toList());
        json.put(
                "coverage", manifest.coverage().stream().map(ManifestFile::json).toList());
        json.put("rows", new TreeMap<>(manifest.rows()));
        OwnerOnly.write(folder.resolve(MANIFEST), bytes(json));
    }

    /**
     * @param keys the key that the snapshot has to have been made with
     * @throws SnapshotException where there is no snapshot, it is damaged, or it was made with another key or schema
     */
    static Manifest read(Path folder, SnapshotKeys keys) {
        JsonObject json = new JsonObject(
                parse(folder.resolve(MANIFEST)), folder.resolve(MANIFEST).toString());
        if (!json.text("key").equals(keys.fingerprint())) {
            throw new SnapshotException("The snapshot " + folder + " was made with another key (" + json.text("key")
                    + ") than the one given (" + keys.fingerprint() + "). Give the key file that it was made with.");
        }
        if (!json.text("schema").equals(Schema.standard().version())) {
            throw new SnapshotException(
                    "The snapshot " + folder + " was made by a version of Golden Thread whose tables"
                            + " differ. Make it again from its sources, or open it with that version.");
        }
        Map<String, Long> rows = new TreeMap<>();
        json.object("rows").numbers().forEach(rows::put);
        return new Manifest(
                json.text("id"),
                json.text("authority_code"),
                json.text("authority"),
                Instant.parse(json.text("created")),
                json.truth("encrypted"),
                json.objects("sources").stream().map(ManifestFile::source).toList(),
                json.objects("coverage").stream().map(ManifestFile::coverage).toList(),
                rows);
    }

    static void writeFindings(Path folder, List<Finding> findings) throws IOException {
        writeJson(
                folder.resolve(FINDINGS),
                findings.stream().map(ManifestFile::json).toList());
    }

    /** Writes a new file, for its owner alone. */
    static void writeJson(Path file, Object json) throws IOException {
        OwnerOnly.write(file, bytes(json));
    }

    static List<Finding> readFindings(Path folder) {
        return readList(folder.resolve(FINDINGS)).stream()
                .map(json -> new Finding(
                        Severity.valueOf(json.text("severity")),
                        json.text("source"),
                        json.findNumber("line").map(Long::intValue).orElse(null),
                        json.text("column"),
                        json.text("problem"),
                        json.text("action")))
                .toList();
    }

    /** @throws SnapshotException where the file holds no list */
    static List<JsonObject> readList(Path file) {
        if (!(parse(file) instanceof List<?> list)) {
            throw new SnapshotException(file + " is damaged. Make the snapshot again from its sources.");
        }
        return list.stream().map(item -> new JsonObject(item, file.toString())).toList();
    }

    private static Map<String, @Nullable Object> json(Source source) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", source.key());
        json.put("kind", source.kind());
        json.put("file", source.file());
        json.put("load", source.load());
        json.put("extracted", source.extracted());
        json.put("sha256", source.sha256());
        json.put("rows", source.rows());
        return json;
    }

    private static Source source(JsonObject json) {
        return new Source(
                json.text("key"),
                json.text("kind"),
                json.text("file"),
                json.text("load"),
                json.findText("extracted").map(LocalDate::parse).orElse(null),
                json.text("sha256"),
                json.number("rows"));
    }

    private static Map<String, @Nullable Object> json(Coverage coverage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", coverage.source());
        json.put("from", coverage.from());
        json.put("to", coverage.to());
        return json;
    }

    private static Coverage coverage(JsonObject json) {
        return new Coverage(json.text("source"), LocalDate.parse(json.text("from")), LocalDate.parse(json.text("to")));
    }

    private static Map<String, @Nullable Object> json(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity());
        json.put("source", finding.source());
        json.put("line", finding.line());
        json.put("column", finding.column());
        json.put("problem", finding.problem());
        json.put("action", finding.action());
        return json;
    }

    private static byte[] bytes(Object json) {
        return JsonWriter.write(json).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object parse(Path file) {
        try {
            return JsonReader.read(Files.readString(file), file.toString());
        } catch (IOException problem) {
            throw new SnapshotException(
                    "There is no snapshot in " + file.getParent() + ": " + file.getFileName()
                            + " cannot be read. Give the folder that \"snapshot --out\" made.",
                    problem);
        }
    }
}
