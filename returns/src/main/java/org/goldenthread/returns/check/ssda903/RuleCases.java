package org.goldenthread.returns.check.ssda903;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.goldenthread.returns.check.CaseCells;
import org.goldenthread.returns.check.CaseFile;
import org.goldenthread.returns.check.CaseResult;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs cases of a {@code rule-cases.json}: small tables for a rule with the rows that it should report.
 *
 * <p>A case gives tables by name ({@code Episodes}, {@code Episodes_last}), each with the labels of its rows ({@code index}), its columns
 * and rows; collection dates, and maybe Ofsted's list of providers; and for each table the labels expected. A column that the return does
 * not have is passed over.
 */
public final class RuleCases {
    private static final String LAST = "_last";
    private static final String AUTHORITY = "E09000099";
    private static final String EMPTY_TEXT = " ";

    /** Fields of the return by names that some cases have for them, and no file. */
    private static final Map<String, String> USUAL_NAMES = Map.of(
            "UASC_STATUS", "UASC", "DATE_EPISODE_CEASED", "DEC", "PLACEMENT", "PLACE", "NB_ADOPTER", "NB_ADOPTR");

    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2}");

    /** A directory that has every text of a postcode's form, in no authority: cases that turn on an authority or a distance give it. */
    static final Postcodes ANY_POSTCODE = postcode -> postcode != null
                    && POSTCODE.matcher(postcode.replace(" ", "").toUpperCase(Locale.ROOT))
                            .matches()
            ? new Postcodes.Place("", 0, 0)
            : null;

    private RuleCases() {}

    /** Runs every case of a file, with whichever of {@code rules} each is about. */
    public static List<CaseResult> run(Path file, List<Rule> rules) {
        return CaseFile.run(
                file,
                (code, year) -> rules.stream()
                        .filter(rule -> rule.code().equals(code) && rule.isInForce(year))
                        .findFirst(),
                RuleCases::compare);
    }

    private static String compare(JsonNode each, int year, Rule rule) {
        Tables tables = Tables.of(each.get("input"), year);
        Checker checker = new Checker(tables.facts, List.of(rule));
        Outcome outcome = checker.check(tables.children.values());
        Map<String, Set<String>> expected = new TreeMap<>();
        each.path("expected").properties().forEach(table -> {
            Set<String> labels = new TreeSet<>();
            table.getValue().forEach(label -> labels.add(CaseCells.text(label)));
            expected.put(table.getKey(), labels);
        });
        if (!outcome.notRun().isEmpty()) {
            // A rule that lacks what it needs reports nothing, which a case may expect.
            return !checker.canRun(rule) && Among.all(expected.values(), Set::isEmpty)
                    ? ""
                    : "not run: " + outcome.notRun().get(rule.code());
        }
        Map<String, Set<String>> found = new TreeMap<>();
        expected.keySet().forEach(table -> found.put(table, new TreeSet<>()));
        for (Hit hit : outcome.hits()) {
            String table = hit.row().table().label();
            found.computeIfAbsent(table, any -> new TreeSet<>())
                    .add(tables.labelOf(table, hit.row().number()));
        }
        return expected.equals(found) ? "" : "expected " + expected + ", found " + found;
    }

    /** The tables of one case. */
    private static final class Tables {
        private final ReturnFacts facts;
        private final Map<String, ChildFile> children = new LinkedHashMap<>();
        private final Map<String, List<String>> labels = new TreeMap<>();

        private Tables(ReturnFacts facts) {
            this.facts = facts;
        }

        static Tables of(JsonNode input, int year) {
            Set<Ssda903Table> loaded = EnumSet.noneOf(Ssda903Table.class);
            Set<Ssda903Table> loadedLast = EnumSet.noneOf(Ssda903Table.class);
            Collection<Map.Entry<String, JsonNode>> given = input.get("tables").properties();
            for (Map.Entry<String, JsonNode> table : given) {
                (isLast(table.getKey()) ? loadedLast : loaded).add(table(table.getKey()));
            }
            Set<Need> has = EnumSet.of(Need.POSTCODES, Need.AUTHORITY);
            if (!loadedLast.isEmpty()) {
                has.add(Need.PREVIOUS_YEAR);
            }
            JsonNode about = input.path("metadata");
            Providers providers = CaseProviders.find(about);
            if (providers != null) {
                has.add(Need.PROVIDERS);
            }
            if (given.stream().anyMatch(Tables::hasFlag)) {
                has.add(Need.UNACCOMPANIED_FLAG);
            }
            if (about.path("file_format").asString("").equals("xml")) {
                has.add(Need.XML);
            }
            int collection = about.path("collectionYear").asInt(year);
            LocalDate givenStart = date(about, "collection_start");
            LocalDate givenEnd = date(about, "collection_end");
            LocalDate end = givenEnd != null
                    ? givenEnd
                    : givenStart != null ? givenStart.plusYears(1).minusDays(1) : LocalDate.of(collection, 3, 31);
            LocalDate start =
                    givenStart != null ? givenStart : end.minusYears(1).plusDays(1);
            Tables tables = new Tables(new ReturnFacts(
                    year,
                    start,
                    end,
                    loaded,
                    loadedLast,
                    has,
                    about.path("localAuthority").asString(AUTHORITY),
                    providers,
                    ANY_POSTCODE));
            given.forEach(table -> tables.add(table.getKey(), table.getValue()));
            new UnaccompaniedFlag(tables.facts, tables.children.values()).derive();
            return tables;
        }

        /** Whether a table is a Header with a flag of unaccompanied children. */
        private static boolean hasFlag(Map.Entry<String, JsonNode> given) {
            Ssda903Table table = table(given.getKey());
            return table == Ssda903Table.HEADER
                    && titles(given.getValue()).stream()
                            .anyMatch(title -> field(table, title, List.of()) == Ssda903Field.UASC);
        }

        private static List<String> titles(JsonNode given) {
            List<String> titles = new ArrayList<>();
            given.path("columns").forEach(title -> titles.add(CaseCells.text(title)));
            return titles;
        }

        private String labelOf(String table, int number) {
            return labels.getOrDefault(table, List.of()).get(number - 1);
        }

        private static @Nullable LocalDate date(JsonNode about, String key) {
            String text = text(about.path(key));
            return text == null ? null : SlashDates.read(text);
        }

        private void add(String name, JsonNode given) {
            Ssda903Table table = table(name);
            List<String> titles = titles(given);
            List<@Nullable Field> columns = new ArrayList<>();
            for (String title : titles) {
                columns.add(field(table, title, titles));
            }
            boolean isLast = isLast(name);
            List<String> ofTable =
                    labels.computeIfAbsent(table.label() + (isLast ? LAST : ""), any -> new ArrayList<>());
            JsonNode index = given.path("index");
            for (JsonNode cells : given.path("rows")) {
                int place = ofTable.size();
                ofTable.add(place < index.size() ? CaseCells.text(index.get(place)) : String.valueOf(place));
                @Nullable String[] texts = new @Nullable String[table.fields().size()];
                for (int column = 0; column < columns.size(); column++) {
                    Field field = columns.get(column);
                    if (field != null) {
                        texts[table.position(field)] = text(field, cells.path(column));
                    }
                }
                Row row = new Row(table, ofTable.size(), texts);
                ChildFile child =
                        children.computeIfAbsent(row.textOrEmpty(Ssda903Field.CHILD), id -> new ChildFile(id, facts));
                if (isLast) {
                    child.addLast(row);
                } else {
                    child.add(row);
                }
            }
        }

        /** The field of a column; null where the return has none of it. */
        private static @Nullable Field field(Ssda903Table table, String title, List<String> titles) {
            String usual = USUAL_NAMES.getOrDefault(title, title);
            if (!usual.equals(title) && titles.contains(usual)) {
                return null;
            }
            return table.fields().stream()
                    .filter(field -> field.name().equals(usual))
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable String text(Field field, JsonNode cell) {
            String text = text(cell);
            // A case that gives the flag has worked it out: where it is blank it is not to be worked out once more.
            return text == null && field == Ssda903Field.UASC ? EMPTY_TEXT : text;
        }

        private static @Nullable String text(JsonNode cell) {
            if (CaseCells.isBlank(cell)) {
                return null;
            }
            LocalDate date = CaseCells.date(cell);
            if (date != null) {
                return "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
            }
            // The cases tell a blank, which is null, from an empty text, which no code list has and no file can hold;
            // codes in lower case are to be found wrong, though the readers of files put them right. So texts are
            // taken as they stand.
            String text = CaseCells.text(cell);
            return text.isEmpty() ? EMPTY_TEXT : text;
        }

        private static boolean isLast(String name) {
            return name.toLowerCase(Locale.ROOT).endsWith(LAST);
        }

        private static Ssda903Table table(String name) {
            String label = isLast(name) ? name.substring(0, name.length() - LAST.length()) : name;
            for (Ssda903Table table : Ssda903Table.values()) {
                if (table.label().equalsIgnoreCase(label)) {
                    return table;
                }
            }
            throw new IllegalArgumentException(
                    "The cases name a table '" + name + "', which the return does not have.");
        }
    }
}
