package org.goldenthread.returns.check.ssda903;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * Hand-made cases of rules, in a text that shows each small return and the rows that must be reported.
 *
 * <p>A case begins with {@code rule 117 2024-25}. A table begins with its name and columns, {@code Episodes: CHILD,DECOM}, and one of the
 * previous year with {@code Episodes_last: ...}; its rows follow. A row that must be reported ends with {@code " !"}. Lines that begin
 * with {@code with} tell the rest: {@code with xml}, {@code with authority E09000099}, {@code with provider
 * URN|places|codes|end|postcode|authority}. Lines that begin with {@code #}, and empty ones, are for the reader.
 */
public final class CaseBook {
    private static final Pattern RULE = Pattern.compile("rule (\\S+) (\\d{4})-(\\d{2})");
    private static final Pattern TABLE = Pattern.compile("([A-Za-z0-9]+)(_last)?: ?(.*)");
    private static final String MARK = " !";
    private static final String AUTHORITY = "E09000099";

    private CaseBook() {}

    /** Every case of every {@code *.cases} file of a folder. */
    public static List<Case> listFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cases"))
                    .sorted()
                    .flatMap(file -> listFile(file).stream())
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Every case of one file. */
    public static List<Case> listFile(Path file) {
        List<Draft> drafts = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            String place = file.getFileName() + ":" + number;
            Matcher rule = RULE.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (rule.matches()) {
                drafts.add(new Draft(place, rule.group(1), Integer.parseInt(rule.group(2)) + 1));
            } else if (drafts.isEmpty()) {
                throw new IllegalArgumentException(place + ": a line before the first rule: " + line);
            } else {
                drafts.getLast().read(place, line);
            }
        }
        return drafts.stream().map(Draft::finish).toList();
    }

    /** One case: a small return, and what a rule must make of it. */
    public static final class Case {
        private final String place;
        private final String code;
        private final ReturnFacts facts;
        private final List<ChildFile> children;
        private final Set<Row> marked;
        private final Set<Row> unmarked;

        private Case(
                String place,
                String code,
                ReturnFacts facts,
                List<ChildFile> children,
                Set<Row> marked,
                Set<Row> unmarked) {
            this.place = place;
            this.code = code;
            this.facts = facts;
            this.children = children;
            this.marked = marked;
            this.unmarked = unmarked;
        }

        boolean isOf(Rule rule) {
            return rule.code().equals(code) && rule.isInForce(facts.year());
        }

        boolean hasFault() {
            return !marked.isEmpty();
        }

        /** Whether it has a row that the rule must leave be, in a table whose rows it reports. */
        boolean hasPass() {
            return marked.isEmpty()
                    || unmarked.stream()
                            .anyMatch(row -> marked.stream().anyMatch(fault -> fault.table() == row.table()));
        }

        /** What the rules make of it, other than they must; empty where they agree. */
        public String findDifference(List<Rule> rules) {
            List<Rule> wanted = rules.stream().filter(this::isOf).toList();
            if (wanted.size() != 1) {
                return place + ": there are " + wanted.size() + " rules " + code + " in " + facts.year() + ".";
            }
            Outcome outcome = new Checker(facts, wanted).check(children);
            if (!outcome.notRun().isEmpty()) {
                return place + ": rule " + code + " was not run: " + outcome.notRun();
            }
            Set<Row> found = identities();
            outcome.hits().stream().map(Hit::row).forEach(found::add);
            String missed = rows(marked, found);
            String falsely = rows(found, marked);
            return missed.isEmpty() && falsely.isEmpty()
                    ? ""
                    : place + ": rule " + code + " missed [" + missed + "], falsely reported [" + falsely + "].";
        }

        private static String rows(Set<Row> some, Set<Row> less) {
            return some.stream()
                    .filter(row -> !less.contains(row))
                    .map(Row::toString)
                    .sorted()
                    .collect(Collectors.joining("; "));
        }
    }

    /** Rows of two years may look the same, so each is told by itself. */
    private static Set<Row> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** A case while its lines are being read. */
    private static final class Draft {
        private final String start;
        private final String code;
        private final int year;
        private final Set<Need> has = EnumSet.of(Need.POSTCODES, Need.AUTHORITY);
        private final Map<String, List<Providers.Provider>> providers = new HashMap<>();
        private final Set<Ssda903Table> loaded = EnumSet.noneOf(Ssda903Table.class);
        private final Set<Ssda903Table> loadedLast = EnumSet.noneOf(Ssda903Table.class);
        private final List<Row> now = new ArrayList<>();
        private final List<Row> last = new ArrayList<>();
        private final Set<Row> marked = identities();
        private final Set<Row> unmarked = identities();
        private String authority = AUTHORITY;
        private @Nullable Ssda903Table table;
        private boolean isLast;
        private List<Ssda903Field> columns = List.of();
        private int rowsOfTable;

        private Draft(String start, String code, int year) {
            this.start = start;
            this.code = code;
            this.year = year;
        }

        private void read(String place, String line) {
            Matcher opens = TABLE.matcher(line);
            if (line.startsWith("with ")) {
                readWith(place, line.substring("with ".length()));
            } else if (opens.matches()) {
                openTable(place, opens.group(1), opens.group(2) != null, opens.group(3));
            } else {
                readRow(place, line);
            }
        }

        private void readWith(String place, String told) {
            if (told.equals("xml")) {
                has.add(Need.XML);
            } else if (told.startsWith("authority ")) {
                authority = told.substring("authority ".length()).strip();
            } else if (told.startsWith("provider ")) {
                readProvider(place, told.substring("provider ".length()));
            } else {
                throw new IllegalArgumentException(place + ": not known: with " + told);
            }
        }

        private void readProvider(String place, String told) {
            String[] parts = told.split("\\|", -1);
            if (parts.length != 6) {
                throw new IllegalArgumentException(
                        place + ": a provider has six parts, URN|places|codes|end|postcode|authority.");
            }
            has.add(Need.PROVIDERS);
            providers
                    .computeIfAbsent(parts[0], any -> new ArrayList<>())
                    .add(new Providers.Provider(
                            parts[0],
                            codes(parts[1]),
                            codes(parts[2]),
                            SlashDates.read(parts[3]),
                            parts[4].replace(" ", ""),
                            parts[5]));
        }

        private static Set<String> codes(String text) {
            return text.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(text.split(",")));
        }

        private void openTable(String place, String label, boolean ofLastYear, String header) {
            table = Arrays.stream(Ssda903Table.values())
                    .filter(any -> any.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(place + ": the return has no table " + label));
            isLast = ofLastYear;
            (isLast ? loadedLast : loaded).add(table);
            columns =
                    Arrays.stream(header.split(",")).map(Ssda903Field::valueOf).toList();
            rowsOfTable = 0;
            if (columns.contains(Ssda903Field.UASC)) {
                has.add(Need.UNACCOMPANIED_FLAG);
            }
            for (Ssda903Field column : columns) {
                if (table.position(column) < 0) {
                    throw new IllegalArgumentException(place + ": " + label + " has no " + column);
                }
            }
        }

        private void readRow(String place, String line) {
            Ssda903Table of = table;
            boolean isMarked = line.endsWith(MARK);
            String[] cells = (isMarked ? line.substring(0, line.length() - MARK.length()) : line).split(",", -1);
            if (of == null || cells.length != columns.size()) {
                throw new IllegalArgumentException(place + ": a row has to have the columns of its table: " + line);
            }
            @Nullable String[] texts = new @Nullable String[of.fields().size()];
            for (int cell = 0; cell < cells.length; cell++) {
                texts[of.position(columns.get(cell))] = cells[cell].toUpperCase(Locale.ROOT);
            }
            rowsOfTable++;
            Row row = new Row(of, place, rowsOfTable, texts);
            (isLast ? last : now).add(row);
            (isMarked ? marked : unmarked).add(row);
        }

        private Case finish() {
            if (!loadedLast.isEmpty()) {
                has.add(Need.PREVIOUS_YEAR);
            }
            ReturnFacts facts = new ReturnFacts(
                    year,
                    LocalDate.of(year - 1, 4, 1),
                    LocalDate.of(year, 3, 31),
                    loaded,
                    loadedLast,
                    has,
                    authority,
                    has.contains(Need.PROVIDERS) ? new Providers(providers) : null,
                    RuleCases.ANY_POSTCODE);
            Map<String, ChildFile> children = new LinkedHashMap<>();
            now.forEach(row -> child(children, row, facts).add(row));
            last.forEach(row -> child(children, row, facts).addLast(row));
            new UnaccompaniedFlag(facts, children.values()).derive();
            return new Case(start, code, facts, List.copyOf(children.values()), marked, unmarked);
        }

        private static ChildFile child(Map<String, ChildFile> children, Row row, ReturnFacts facts) {
            return children.computeIfAbsent(row.textOrEmpty(Ssda903Field.CHILD), id -> new ChildFile(id, facts));
        }
    }
}
