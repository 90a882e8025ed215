package org.goldenthread.returns.annexa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.goldenthread.core.tables.ResourceTable;

/**
 * Reads the coded values of Annex A, which every case system writes in its own words.
 *
 * <p>Values are those of the Department for Education's returns where the text tells them ({@code U6}, {@code N1}, {@code
 * 3B}, {@code WBRI}), and otherwise a plain word for the group ({@code foster}, {@code adopted}), never a guess at one code
 * of the group. Yes and no are {@code yes}, {@code no} and {@code unknown}.
 */
public final class AnnexACodes {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern OFSTED_LETTER = Pattern.compile("^[a-z]\\) ?");
    private static final int MOST_KNOWN = 10_000;
    private static final AnnexACodes STANDARD = new AnnexACodes();

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    /** A list of thousands of rows has a few dozen wordings. */
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    private record Rule(String value, Pattern pattern) {}

    private AnnexACodes() {
        ResourceTable.load(AnnexACodes.class, "codes.csv")
                .listRows()
                .forEach(row -> rules.computeIfAbsent(row.get("set"), any -> new ArrayList<>())
                        .add(new Rule(row.get("value"), Pattern.compile(row.get("pattern")))));
        ResourceTable.load(AnnexACodes.class, "spellings.csv")
                .listRows()
                .forEach(row -> spellings.put(row.get("set") + " " + row.get("spelling"), row.get("value")));
    }

    public static AnnexACodes standard() {
        return STANDARD;
    }

    /** Empty where the text is none of the set that anybody knows. */
    public Optional<String> find(String set, String text) {
        String wording = set + " " + text;
        Optional<String> before = known.get(wording);
        if (before != null) {
            return before;
        }
        Optional<String> found = look(set, text);
        if (known.size() < MOST_KNOWN) {
            known.put(wording, found);
        }
        return found;
    }

    private Optional<String> look(String set, String text) {
        String plain = plain(text);
        String spelling = spellings.get(set + " " + plain);
        if (spelling != null) {
            return Optional.of(spelling);
        }
        return rules.getOrDefault(set, List.of()).stream()
                .filter(rule -> rule.pattern().matcher(plain).find())
                .map(Rule::value)
                .findFirst();
    }

    private static String plain(String text) {
        String lower = SPACES.matcher(text.replace('\u00A0', ' ')
                        .replace('\u2019', '\'')
                        .replace('\u2018', '\'')
                        .replace('\u2013', '-'))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return OFSTED_LETTER.matcher(lower).replaceFirst("");
    }
}
