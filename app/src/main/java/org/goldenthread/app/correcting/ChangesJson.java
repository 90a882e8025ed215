package org.goldenthread.app.correcting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.RowId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as they are kept in the database. */
final class ChangesJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ChangesJson() {}

    static String write(List<Change> changes) {
        ArrayNode all = JSON.createArrayNode();
        for (Change change : changes) {
            ObjectNode one = all.addObject().put("row", change.row().toString());
            switch (change) {
                case Change.Edited edited ->
                    one.put("kind", "edited")
                            .put("field", edited.field())
                            .put("before", edited.before())
                            .put("after", edited.after());
                case Change.Added added ->
                    one.put("kind", "added")
                            .put("within", added.within())
                            .set("texts", JSON.valueToTree(new TreeMap<>(added.texts())));
                case Change.Removed removed ->
                    one.put("kind", "removed")
                            .put("within", removed.within())
                            .set("texts", JSON.valueToTree(new TreeMap<>(removed.texts())));
            }
        }
        return JSON.writeValueAsString(all);
    }

    static List<Change> read(String json) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode one : JSON.readTree(json)) {
            RowId row = RowId.parse(one.get("row").asString());
            String kind = one.get("kind").asString();
            changes.add(
                    switch (kind) {
                        case "edited" ->
                            new Change.Edited(
                                    row,
                                    one.get("field").asString(),
                                    one.get("before").asString(),
                                    one.get("after").asString());
                        case "added" -> new Change.Added(row, one.get("within").asString(), texts(one));
                        case "removed" ->
                            new Change.Removed(row, one.get("within").asString(), texts(one));
                        default ->
                            throw new IllegalStateException("A change of the unknown kind " + kind + " is kept.");
                    });
        }
        return changes;
    }

    private static Map<String, String> texts(JsonNode one) {
        return JSON.convertValue(one.get("texts"), new TypeReference<Map<String, String>>() {});
    }
}
