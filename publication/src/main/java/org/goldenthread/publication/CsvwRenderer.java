package org.goldenthread.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Scorecard;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A ZIP file of the tidy table and its metadata after the W3C's "CSV on the Web", named so that readers find it by themselves. */
final class CsvwRenderer implements ScorecardRenderer {

    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String format() {
        return "csvw";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public String extension() {
        return "csvw.zip";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        CsvRenderer csv = new CsvRenderer();
        String name = csv.fileName(scorecard);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        csv.render(scorecard, commentaries, table);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name, table.toByteArray());
        files.put(name + "-metadata.json", metadata(scorecard, name));
        Archive.write(files, out);
    }

    private static byte[] metadata(Scorecard scorecard, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("@context");
            json.writeString("http://www.w3.org/ns/csvw");
            json.writeStartObject();
            json.writeStringProperty("@language", "en-GB");
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringProperty("url", name);
            json.writeStringProperty("dc:title", Wording.heading(scorecard));
            json.writeStringProperty(
                    "dc:description", Wording.position(scorecard) + ". " + Wording.markingInFull(scorecard.part()));
            json.writeStringProperty("dc:publisher", scorecard.authority());
            json.writeStringProperty("dc:date", scorecard.asAt().toString());
            json.writeStringProperty(
                    "dc:accessRights", scorecard.part() == Part.PART_1 ? "public" : "exempt, not for publication");
            json.writeStringProperty("dc:source", "Snapshot " + scorecard.snapshot());
            json.writeObjectPropertyStart("dialect");
            json.writeStringProperty("encoding", "utf-8");
            json.writeBooleanProperty("header", true);
            json.writeEndObject();
            json.writeObjectPropertyStart("tableSchema");
            json.writeArrayPropertyStart("columns");
            for (TidyTable.Field field : TidyTable.FIELDS) {
                json.writeStartObject();
                json.writeStringProperty("name", field.name());
                json.writeStringProperty("titles", field.name());
                json.writeStringProperty("dc:description", field.description());
                json.writeStringProperty("datatype", field.datatype());
                json.writeBooleanProperty("required", field.required());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
