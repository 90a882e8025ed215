package org.goldenthread.measures.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureCase;
import org.jspecify.annotations.Nullable;

/**
 * Hand-made cases of one measure, as text. The file is named after the measure; {@code docs/adding-a-measure.md} describes it.
 *
 * <pre>
 * table referral = ssd_cin_episodes: cine_referral_id, cine_referral_date
 *
 * case: The last day of the month belongs to it
 * referral: r1, 2024-03-31
 * referral: r2, 2024-04-01
 * expect 2024-03: 1
 * expect 2024-03 counted: r1
 * </pre>
 *
 * <p>Rows above the first case stand in every case. An expectation is a number, {@code 2 of 3}, or {@code nothing}; after
 * {@code counted} and {@code cohort} it is a list of subjects, after {@code value} the rounded value, after {@code by NAME} a
 * list of {@code group = number}.
 */
final class CaseFile implements AutoCloseable {

    private static final Pattern TABLE = Pattern.compile("table (?:(\\w+) *= *)?(\\w+): *(.+)");
    private static final Pattern EXPECT =
            Pattern.compile("expect (.+?)(?: (counted|cohort|value|by) ?([a-z_]*))?: *(.*)");
    private static final Pattern POPULATION = Pattern.compile("population (\\d{4}): *(\\d+)");

    /** A line with its number, for messages. */
    private record Line(int number, String text) {}

    /** One case: the rows it puts in and what it expects of them. */
    record Case(String title, List<Line> lines) {}

    private record Table(String name, String columns) {}

    private final Measure measure;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Line> shared = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private @Nullable MeasureCase open;

    CaseFile(Measure measure, String text) {
        this.measure = measure;
        List<Line> into = shared;
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            Matcher table = TABLE.matcher(line);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (table.matches()) {
                String alias = table.group(1) == null ? table.group(2) : table.group(1);
                tables.put(alias, new Table(table.group(2), table.group(3)));
            } else if (line.startsWith("case:")) {
                into = new ArrayList<>();
                cases.add(new Case(line.substring("case:".length()).strip(), into));
            } else {
                into.add(new Line(number, line));
            }
        }
    }

    String measure() {
        return measure.id();
    }

    List<Case> cases() {
        return cases;
    }

    void run(Case one) {
        assertThat(one.lines())
                .as("what the case '%s' expects", one.title())
                .anyMatch(line -> line.text().startsWith("expect "));
        MeasureCase it = open == null ? MeasureCase.of(measure) : open.clear();
        open = it;
        shared.forEach(line -> run(it, line));
        one.lines().forEach(line -> run(it, line));
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    private void run(MeasureCase it, Line line) {
        try {
            Matcher expect = EXPECT.matcher(line.text());
            Matcher population = POPULATION.matcher(line.text());
            if (expect.matches()) {
                expect(it, expect);
            } else if (population.matches()) {
                it.population(Integer.parseInt(population.group(1)), 0, 17, Integer.parseInt(population.group(2)));
            } else {
                insert(it, line.text());
            }
        } catch (AssertionError | IllegalArgumentException e) {
            throw new AssertionError(
                    measure.id() + ".txt, line " + line.number() + ": " + line.text() + System.lineSeparator()
                            + e.getMessage(),
                    e);
        }
    }

    private void insert(MeasureCase it, String text) {
        int colon = text.indexOf(':');
        @Nullable Table table = colon < 0 ? null : tables.get(text.substring(0, colon).strip());
        if (table == null) {
            throw new IllegalArgumentException(
                    "The line begins with none of " + tables.keySet() + ", 'population', 'expect', 'case' or 'table'.");
        }
        it.insert(table.name(), table.columns(), text.substring(colon + 1));
    }

    private static void expect(MeasureCase it, Matcher expect) {
        String period = expect.group(1);
        String expected = expect.group(4);
        String kind = expect.group(2) == null ? "" : expect.group(2);
        switch (kind) {
            case "counted" -> it.assertSubjects(period, list(expected));
            case "cohort" -> it.assertCohort(period, list(expected));
            case "value" -> it.assertValue(period, expected);
            case "by" ->
                assertThat(plain(it.breakdown(period, expect.group(3)))).isEqualTo(groups(expected));
            default -> total(it, period, expected);
        }
    }

    private static void total(MeasureCase it, String period, String expected) {
        if (expected.equals("nothing")) {
            it.assertNothing(period);
            return;
        }
        String[] parts = expected.split(" of ", -1);
        if (parts.length == 2) {
            it.assertTotal(period, Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } else {
            it.assertTotal(period, Double.parseDouble(expected));
        }
    }

    private static String[] list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new);
    }

    private static Map<String, String> groups(String text) {
        Map<String, String> groups = new TreeMap<>();
        for (String group : text.split(";", -1)) {
            int equals = group.lastIndexOf('=');
            groups.put(
                    group.substring(0, equals).strip(),
                    group.substring(equals + 1).strip());
        }
        return groups;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> numbers) {
        Map<String, String> plain = new TreeMap<>();
        numbers.forEach((group, number) -> plain.put(group, number.toPlainString()));
        return plain;
    }
}
