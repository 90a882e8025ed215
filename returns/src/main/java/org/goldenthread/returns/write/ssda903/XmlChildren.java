package org.goldenthread.returns.write.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/** The rows of a return put together by child, as XML has them, without those that it has no place for. */
final class XmlChildren {
    /** Tables of which the form has one row for a child. */
    private static final Set<Ssda903Table> ONCE =
            Set.of(Ssda903Table.UASC, Ssda903Table.OC2, Ssda903Table.OC3, Ssda903Table.AD1, Ssda903Table.PREV_PERM);

    private static final List<Ssda903Field> OF_THE_CHILD =
            List.of(Ssda903Field.CHILD, Ssda903Field.DOB, Ssda903Field.SEX);

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final XmlRefusals refusals;

    private XmlChildren(XmlRefusals refusals) {
        this.refusals = refusals;
    }

    /**
     * One row.
     *
     * @param number among the rows of its table, from 1
     */
    record Line(Ssda903Table table, int number, List<String> values) {
        /** Line of the file in CSV, its heading being the first. */
        int line() {
            return number + 1;
        }

        String text(Field field) {
            int place = table.position(field);
            return place < 0 ? "" : values.get(place);
        }

        boolean isAnyFilled(List<Ssda903Field> fields) {
            return fields.stream().anyMatch(field -> !text(field).isEmpty());
        }
    }

    /** A child: its row of the Header and its rows of the other tables. */
    record Child(Line header, Map<Ssda903Table, List<Line>> lines) {
        List<Line> list(Ssda903Table table) {
            return lines.getOrDefault(table, List.of());
        }
    }

    /** @param without tables that the form does not have in the year */
    static XmlChildren of(Ssda903Tables content, Set<Ssda903Table> without, XmlRefusals refusals) {
        XmlChildren children = new XmlChildren(refusals);
        lines(content, Ssda903Table.HEADER).forEach(children::begin);
        for (Ssda903Table table : Ssda903Table.values()) {
            if (table == Ssda903Table.HEADER) {
                continue;
            }
            for (Line line : lines(content, table)) {
                if (without.contains(table)) {
                    refusals.add(
                            line,
                            "The return of that year has no " + table.label() + ", so the row was left out.",
                            "Give the collection year that the row is of, or send the return as CSV.");
                } else {
                    children.add(line);
                }
            }
        }
        return children;
    }

    List<Child> list() {
        return List.copyOf(children.values());
    }

    /** What a table says beside who the child is, in the order of its file. */
    static List<Ssda903Field> ownFields(Ssda903Table table) {
        List<Ssda903Field> fields = new ArrayList<>();
        for (Field field : table.fileFields()) {
            if (field instanceof Ssda903Field one && !OF_THE_CHILD.contains(one)) {
                fields.add(one);
            }
        }
        return fields;
    }

    private static List<Line> lines(Ssda903Tables content, Ssda903Table table) {
        List<Line> lines = new ArrayList<>();
        for (List<String> row : content.rows(table)) {
            lines.add(new Line(table, lines.size() + 1, row));
        }
        return lines;
    }

    private void begin(Line header) {
        String child = header.text(Ssda903Field.CHILD);
        if (child.isEmpty()) {
            refusals.add(
                    header,
                    "The child has no identifier, by which XML puts rows together; the row was left out.",
                    "Give the council's own identifier of the child.");
        } else if (children.putIfAbsent(child, new Child(header, new EnumMap<>(Ssda903Table.class))) != null) {
            refusals.add(
                    header,
                    "The child has a row of the Header already, and XML has one for a child; the row was left out.",
                    "Take one of them out, or give the other child its own identifier.");
        }
    }

    private void add(Line line) {
        String id = line.text(Ssda903Field.CHILD);
        Child child = children.get(id);
        if (child == null) {
            refusals.add(
                    line,
                    id.isEmpty()
                            ? "The row names no child, so XML has no place for it; it was left out."
                            : "The child is not in the Header, and XML has a row only within a child; it was left out.",
                    "Add the child to the Header, or correct the identifier.");
            return;
        }
        List<Line> lines = child.lines().computeIfAbsent(line.table(), any -> new ArrayList<>());
        if (!lines.isEmpty() && ONCE.contains(line.table())) {
            refusals.add(
                    line,
                    "XML has one row of " + line.table().label() + " for a child; this further one was left out.",
                    "Take out whichever row is wrong.");
            return;
        }
        if (!isTold(line)) {
            refusals.add(
                    line,
                    "The row says nothing that XML would show it by; it was left out.",
                    "Fill it in, or take it out.");
            return;
        }
        tellWhatDiffers(child.header(), line);
        lines.add(line);
    }

    /** What lies in the header of the child itself is a row only where one of its telling fields is filled. */
    private static boolean isTold(Line line) {
        return switch (line.table()) {
            case AD1 ->
                line.isAnyFilled(List.of(Ssda903Field.DATE_INT, Ssda903Field.DATE_MATCH, Ssda903Field.FOSTER_CARE));
            case OC3 -> line.isAnyFilled(List.of(Ssda903Field.IN_TOUCH, Ssda903Field.ACTIV, Ssda903Field.ACCOM));
            case HEADER, EPISODES, REVIEWS, UASC, OC2, PLACED_ADOPTION, PREV_PERM, MISSING, SW_EPISODES, DOLO -> true;
        };
    }

    /** XML tells a child's birth and sex once, in its header. */
    private void tellWhatDiffers(Line header, Line line) {
        for (Ssda903Field field : List.of(Ssda903Field.DOB, Ssda903Field.SEX)) {
            String text = line.text(field);
            if (!text.isEmpty() && !isSame(header, text, header.text(field))) {
                refusals.add(
                        line,
                        "It has another " + field
                                + " than the child's row of the Header, which alone XML has; the row was"
                                + " written without it.",
                        "Correct whichever is wrong.");
            }
        }
    }

    private static boolean isSame(Line header, String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        LocalDate day = header.table().readDate(one);
        return day != null && day.equals(header.table().readDate(other));
    }
}
