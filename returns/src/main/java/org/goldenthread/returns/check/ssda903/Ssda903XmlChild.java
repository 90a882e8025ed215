package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of a CHILD element: of its HEADER, its EPISODEs and the other groups. What is in the header of a care leaver, an adopted child
 * or an unaccompanied one makes a row of that table too. Rows are numbered within their table in the order of the file.
 */
final class Ssda903XmlChild {
    static final String LOOK = "Look at the export, and take it out.";
    private static final Map<String, Ssda903Table> GROUPS = Map.of(
            "EPISODE", Ssda903Table.EPISODES,
            "AREVIEW", Ssda903Table.REVIEWS,
            "AMISSING", Ssda903Table.MISSING,
            "OC2", Ssda903Table.OC2,
            "PERMANENCE", Ssda903Table.PREV_PERM,
            "AD_PLACED", Ssda903Table.PLACED_ADOPTION,
            // The department's form of 2021 is older than these two tables: the elements are of our own overlay.
            "SW_EPISODES", Ssda903Table.SW_EPISODES,
            "DOLO", Ssda903Table.DOLO);
    private static final Map<String, String> RENAMED = Map.of("CHILDID", "CHILD", "PL", "PLACE");
    private static final Set<String> OF_HEADER = new HashSet<>();
    private static final Map<Ssda903Table, Set<String>> OF_GROUP = new EnumMap<>(Ssda903Table.class);

    static {
        for (Ssda903Table table : List.of(Ssda903Table.HEADER, Ssda903Table.UASC, Ssda903Table.OC3, Ssda903Table.AD1)) {
            table.fileFields().forEach(field -> OF_HEADER.add(field.name()));
        }
        OF_HEADER.add(Ssda903Field.UASC.name());
        for (Ssda903Table table : GROUPS.values()) {
            Set<String> names = new HashSet<>();
            table.fileFields().forEach(field -> names.add(field.name()));
            OF_GROUP.put(table, names);
        }
    }

    private final String file;
    private final List<Refusal> refusals;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Ssda903Table, Integer> numbers = new EnumMap<>(Ssda903Table.class);

    private record Group(Ssda903Table table, int line, Map<String, String> values) {}

    Ssda903XmlChild(String file, List<Refusal> refusals) {
        this.file = file;
        this.refusals = refusals;
    }

    /** How many children were taken. */
    int count() {
        return numbers.getOrDefault(Ssda903Table.HEADER, 0);
    }

    List<Row> rows() {
        return rows;
    }

    void take(Ssda903Element child) {
        Map<String, String> header = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Ssda903Element part : child.children()) {
            if (part.name().equals("HEADER")) {
                part.children().forEach(inner -> take(inner, part, header, groups));
                refuseText(part);
            } else {
                take(part, child, header, groups);
            }
        }
        refuseText(child);
        write(child.line(), header, groups);
    }

    private void take(Ssda903Element element, Ssda903Element within, Map<String, String> header, List<Group> groups) {
        Ssda903Table table = GROUPS.get(element.name());
        if (table == null) {
            value(element, within, OF_HEADER, header);
            return;
        }
        Group group = new Group(table, element.line(), new HashMap<>());
        groups.add(group);
        for (Ssda903Element inner : element.children()) {
            value(inner, element, OF_GROUP.getOrDefault(table, Set.of()), group.values());
        }
        refuseText(element);
    }

    private void value(Ssda903Element element, Ssda903Element within, Set<String> known, Map<String, String> values) {
        String name = RENAMED.getOrDefault(element.name(), element.name());
        if (!known.contains(name)) {
            refuse(
                    element,
                    "The element <" + element.name() + "> is no part of <" + within.name()
                            + ">. It was left out, with what it holds.");
        } else if (values.putIfAbsent(name, element.text()) != null) {
            refuse(element, "The element <" + element.name() + "> is there twice; the second was left out.");
        } else {
            for (Ssda903Element inner : element.children()) {
                refuse(
                        inner,
                        "The element <" + inner.name() + "> is within <" + element.name()
                                + ">, which holds a text alone. It was left out, with what it holds.");
            }
        }
    }

    private void write(int line, Map<String, String> header, List<Group> groups) {
        add(Ssda903Table.HEADER, line, header);
        // A date on which a child stopped being unaccompanied is checked even where the flag says that it never was.
        if (filled(header, "UASC") && !"0".equals(header.get("UASC")) || filled(header, "DUC")) {
            add(Ssda903Table.UASC, line, header);
        }
        for (Ssda903Table table : List.of(Ssda903Table.OC3, Ssda903Table.AD1)) {
            if (table.fileFields().stream()
                    .anyMatch(field -> Ssda903Table.HEADER.position(field) < 0 && filled(header, field.name()))) {
                add(table, line, header);
            }
        }
        for (Group group : groups) {
            Map<String, String> values = new HashMap<>(header);
            values.putAll(group.values());
            add(group.table(), group.line(), values);
        }
    }

    private static boolean filled(Map<String, String> header, String name) {
        return !header.getOrDefault(name, "").isEmpty();
    }

    private void add(Ssda903Table table, int line, Map<String, String> values) {
        @Nullable String[] texts = new @Nullable String[table.fields().size()];
        @Nullable String @Nullable [] written = null;
        int place = 0;
        for (Field field : table.fields()) {
            String text = values.get(field.name());
            if (text != null) {
                texts[place] = UpperCase.of(text);
                if (!text.equals(texts[place])) {
                    written = written == null ? new @Nullable String[texts.length] : written;
                    written[place] = text;
                }
            }
            place++;
        }
        rows.add(new Row(table, file, numbers.merge(table, 1, Integer::sum), line, texts, written));
    }

    private void refuseText(Ssda903Element element) {
        if (!element.text().isBlank()) {
            refuse(element, "There is text between the elements of <" + element.name() + ">. It was left out.");
        }
    }

    private void refuse(Ssda903Element element, String problem) {
        refusals.add(new Refusal(file, element.line(), problem, LOOK));
    }
}
