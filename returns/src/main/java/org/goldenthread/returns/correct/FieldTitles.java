package org.goldenthread.returns.correct;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goldenthread.core.codes.Code;
import org.goldenthread.core.codes.CodeSet;
import org.goldenthread.core.tables.ResourceTable;

/** The fields of returns in words. */
final class FieldTitles {
    private static final Map<String, ResourceTable.Row> ALL = load();

    private FieldTitles() {}

    /** The field of a return as it is shown in a year. A field without a title of ours is shown under its own name. */
    static ShownField shown(String returnName, String field, int year) {
        ResourceTable.Row known = ALL.get(returnName + " " + field);
        Map<String, String> codes = new LinkedHashMap<>();
        CodeSet.find(returnName, field.endsWith("CategoryOfAbuse") ? "CategoryOfAbuse" : field)
                .ifPresent(set -> {
                    for (Code code : set.listCodes()) {
                        if (code.isTakenIn(year)) {
                            codes.putIfAbsent(code.value(), code.label());
                        }
                    }
                });
        return new ShownField(
                field,
                known == null ? field : known.get("title"),
                codes,
                known != null && !known.get("date").isEmpty());
    }

    private static Map<String, ResourceTable.Row> load() {
        Map<String, ResourceTable.Row> all = new HashMap<>();
        for (ResourceTable.Row row :
                ResourceTable.load(FieldTitles.class, "field-titles.csv").listRows()) {
            all.put(row.get("return") + " " + row.get("field"), row);
        }
        return all;
    }
}
