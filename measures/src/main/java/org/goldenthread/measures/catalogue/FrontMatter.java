package org.goldenthread.measures.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The comment lines that open a measure file, {@code -- key: value}, a value going on in lines that begin with {@code --}
 * and two or more spaces; and the query below them.
 */
final class FrontMatter {

    static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "name",
            "why",
            "polarity",
            "unit",
            "decimals",
            "aggregate",
            "month",
            "year-to-date",
            "year",
            "frequency",
            "needs",
            "lookback",
            "population",
            "comparator",
            "comparator-note",
            "people",
            "part-of",
            "definition",
            "source",
            "law",
            "note",
            "local");

    private record Entry(String value, int line) {}

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<MeasureProblem> problems = new ArrayList<>();
    private final String sql;
    private final int sqlLine;
    private final int lastLine;

    FrontMatter(String file, String text) {
        this.file = file;
        List<String> lines = text.lines().toList();
        int at = 0;
        @Nullable String key = null;
        while (at < lines.size()
                && (lines.get(at).startsWith("--") || lines.get(at).isBlank())) {
            String line = lines.get(at);
            if (line.startsWith("--  ") && key != null) {
                Entry so = entries.get(key);
                if (so != null) {
                    entries.put(
                            key, new Entry((so.value + " " + line.substring(2).strip()).strip(), so.line));
                }
            } else if (!line.isBlank()) {
                key = add(line.substring(2).strip(), at + 1);
            }
            at++;
        }
        sqlLine = at + 1;
        lastLine = lines.size();
        sql = String.join("\n", lines.subList(at, lines.size())).strip();
    }

    private @Nullable String add(String line, int number) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? line : line.substring(0, colon).strip();
        if (colon < 0 || !KEYS.contains(key)) {
            problem(
                    number,
                    "'" + key + "' is no key of a measure.",
                    "Use one of " + String.join(", ", KEYS.stream().sorted().toList())
                            + "; begin a line that goes on with two hyphens and two spaces or more.");
            return null;
        }
        Entry before =
                entries.putIfAbsent(key, new Entry(line.substring(colon + 1).strip(), number));
        if (before != null) {
            problem(
                    number,
                    "'" + key + "' stands here a second time (first on line " + before.line + ").",
                    "Keep one.");
            return null;
        }
        return key;
    }

    void problem(int line, String problem, String action) {
        problems.add(new MeasureProblem(file, line, problem, action));
    }

    void problemAt(String key, String problem, String action) {
        problem(lineOf(key), problem, action);
    }

    /** The line of a key, or the first line where the key is missing. */
    int lineOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? 1 : entry.line;
    }

    boolean has(String key) {
        Entry entry = entries.get(key);
        return entry != null && !entry.value.isEmpty();
    }

    /** The value, or nothing, which is then reported. */
    String required(String key) {
        if (!has(key)) {
            problem(1, "There is no '" + key + "'.", "Add a line '-- " + key + ": ...' at the top of the file.");
        }
        return optional(key);
    }

    /** The value, or an empty text. */
    String optional(String key) {
        Entry entry = entries.get(key);
        return entry == null ? "" : entry.value;
    }

    List<MeasureProblem> problems() {
        return problems;
    }

    String sql() {
        return sql;
    }

    /** The file's line on which the query begins. */
    int sqlLine() {
        return Math.min(sqlLine, Math.max(1, lastLine));
    }
}
