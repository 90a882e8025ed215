package org.goldenthread.returns.write.given;

import java.util.List;
import java.util.Set;
import org.goldenthread.returns.GivenCells;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/**
 * A row of a return, or a child of a census, in two parts: what may stand in a snapshot's tables and what lies with its identities.
 *
 * @param table the table as the return calls it, such as {@code Episodes}
 * @param source key of the source
 * @param line of the source on which it begins
 * @param number among the rows of its table in the source, from 1
 * @param child whom it names, as the rest of the load knows the child; empty where it names none
 * @param content what may stand in a table
 * @param held what may not, as a line divided by commas; empty where there is nothing
 */
public record GivenRow(String table, String source, int line, int number, String child, String content, String held) {
    private static final Telling TELLING =
            new Telling("ssda903", Set.of("CHILD", "UPN", "HOME_POST", "PL_POST", "SW_ID"));

    /**
     * A row of the SSDA903.
     *
     * @param child whom it names, without the space around it
     * @param texts as given, in the order of the table's {@link Ssda903Table#fileFields()}
     */
    public static GivenRow of(
            Ssda903Table table, String source, int line, int number, String child, List<String> texts) {
        StringBuilder content = new StringBuilder();
        StringBuilder held = new StringBuilder();
        boolean holds = false;
        for (int place = 0; place < texts.size(); place++) {
            String text = texts.get(place);
            if (place > 0) {
                content.append(',');
                held.append(',');
            }
            boolean isChild = place == 0 && text.equals(child);
            if (text.isEmpty() || isChild) {
                continue;
            }
            if (TELLING.isPlain(table.fileFields().get(place).name(), text)) {
                CsvLine.append(content, text);
            } else {
                CsvLine.append(held, text);
                holds = true;
            }
        }
        return new GivenRow(
                table.label(), source, line, number, child, content.toString(), holds ? held.toString() : "");
    }

    /** A row of a list that is kept cell by cell. */
    public static GivenRow of(String source, GivenCells cells) {
        boolean holds = cells.held().stream().anyMatch(text -> !text.isEmpty());
        return new GivenRow(
                cells.table(),
                source,
                cells.line(),
                cells.number(),
                cells.child(),
                CsvLine.join(cells.content()),
                holds ? CsvLine.join(cells.held()) : "");
    }

    /** The row with the child's identifier among what is held, for a child who has several. */
    public GivenRow withChildHeld() {
        StringBuilder first = new StringBuilder();
        CsvLine.append(first, child);
        if (held.startsWith(",")) {
            first.append(held);
        }
        return held.isEmpty() || held.startsWith(",")
                ? new GivenRow(table, source, line, number, child, content, first.toString())
                : this;
    }

    /** What is held, with the table and number by which it is found again. */
    public String heldWithPlace() {
        return table + "," + number + "," + held;
    }

    /**
     * The texts of a row of the SSDA903 again.
     *
     * @param held what was held, without table and number; empty where there was nothing
     */
    static List<String> texts(Ssda903Table table, String content, List<String> held, String child) {
        List<String> texts = texts(content, held);
        if (texts.getFirst().isEmpty()) {
            texts.set(0, child);
        }
        if (texts.size() != table.fileFields().size()) {
            throw new IllegalStateException(
                    "A row of " + table.label() + " was kept with " + texts.size() + " values.");
        }
        return texts;
    }

    /** What is in the content, and where something was held, that. */
    static List<String> texts(String content, List<String> held) {
        List<String> texts = CsvLine.split(content);
        for (int place = 0; place < texts.size(); place++) {
            if (place < held.size() && !held.get(place).isEmpty()) {
                texts.set(place, held.get(place));
            }
        }
        return texts;
    }
}
