package org.goldenthread.measures.catalogue;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.core.figures.YearBasis;
import org.jspecify.annotations.Nullable;

/** Reads a measure from the text of its file, and says everything that is wrong with it. */
final class MeasureFile {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern LOOKBACK = Pattern.compile("(\\d{1,3}) (day|week|month|year)s?");
    private static final Pattern AGES = Pattern.compile("\\d{1,2}-\\d{1,2}");

    private final FrontMatter matter;
    private final String file;

    private MeasureFile(String file, String text) {
        this.file = file;
        this.matter = new FrontMatter(file, text);
    }

    /**
     * Reads one file.
     *
     * @param file its name, which must be the measure's id and ".sql"
     * @param problems to which what is wrong is added; the measure is then not to be used
     * @return the measure, or null where it could not be made
     */
    static @Nullable Measure read(String file, String text, List<MeasureProblem> problems) {
        MeasureFile read = new MeasureFile(file, text);
        Measure measure = read.measure();
        problems.addAll(read.matter.problems());
        return measure;
    }

    /** The file's line on which the query begins. */
    static int sqlLine(String file, String text) {
        return new FrontMatter(file, text).sqlLine();
    }

    private @Nullable Measure measure() {
        String id = id();
        Unit unit = choice("unit", Unit.values(), u -> key(u.name()), null);
        Aggregate aggregate = choice("aggregate", Aggregate.values(), Aggregate::key, null);
        Polarity polarity = choice("polarity", Polarity.values(), p -> key(p.name()), null);
        Timing timing = choice("month", Timing.values(), Timing::key, null);
        YearToDateRule yearToDate = choice("year-to-date", YearToDateRule.values(), YearToDateRule::key, null);
        YearBasis year = choice("year", YearBasis.values(), y -> key(y.name()), YearBasis.FINANCIAL);
        Frequency frequency = choice("frequency", Frequency.values(), Frequency::key, Frequency.MONTHLY);
        People people = choice("people", People.values(), People::key, null);
        int version = number("version", 1, 999, null);
        int decimals =
                number("decimals", 0, 4, unit == null ? Integer.valueOf(0) : Integer.valueOf(unit.usualDecimals()));
        String local = local();
        Needs needs = needs(local);
        Period lookback = lookback();
        String population = population(aggregate);
        String name = matter.required("name");
        String why = matter.required("why");
        String definition = matter.required("definition");
        String source = matter.required("source");
        String sql = sql(local);
        if (unit == null
                || aggregate == null
                || polarity == null
                || timing == null
                || yearToDate == null
                || year == null
                || frequency == null
                || people == null) {
            return null;
        }
        return new Measure(
                id,
                version,
                name,
                why,
                polarity,
                unit,
                decimals,
                aggregate,
                timing,
                yearToDate,
                year,
                frequency,
                needs,
                lookback,
                population,
                matter.optional("comparator"),
                matter.optional("comparator-note"),
                people,
                matter.optional("part-of"),
                definition,
                source,
                matter.optional("law"),
                matter.optional("note"),
                local,
                sql,
                file);
    }

    private String id() {
        String id = matter.required("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            matter.problemAt(
                    "id", "'" + id + "' is no id.", "Use small letters, digits and hyphens, beginning with a letter.");
        } else if (!id.isEmpty() && !file.equals(id + ".sql")) {
            matter.problemAt(
                    "id", "The id '" + id + "' differs from the file's name.", "Name the file " + id + ".sql.");
        }
        return id;
    }

    private String local() {
        String local = matter.optional("local");
        if (!local.isEmpty() && !ID.matcher(local).matches()) {
            matter.problemAt(
                    "local", "'" + local + "' is no key of a local count.", "Use small letters, digits and hyphens.");
            return "";
        }
        return local;
    }

    private Needs needs(String local) {
        if (!local.isEmpty() && !matter.has("needs")) {
            return new Needs(List.of(List.of("local." + local)));
        }
        Needs needs = Needs.parse(matter.required("needs"));
        if (matter.has("needs")) {
            for (String source : needs.sources()) {
                if (!SourceNames.isKnown(source)) {
                    matter.problemAt(
                            "needs",
                            "'" + source + "' is no source.",
                            "Name sources such as cin, ssda903.episodes, annex-a.8, ssd.ssd_professionals or local.footfall; "
                                    + "join what is needed together with + and alternatives with |.");
                }
            }
        }
        return needs;
    }

    private Period lookback() {
        String text = matter.optional("lookback");
        if (text.isEmpty()) {
            return Period.ZERO;
        }
        Matcher matcher = LOOKBACK.matcher(text);
        if (!matcher.matches()) {
            matter.problemAt("lookback", "'" + text + "' is no length of time.", "Write such as 12 months or 3 years.");
            return Period.ZERO;
        }
        int length = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> Period.ofDays(length);
            case "week" -> Period.ofWeeks(length);
            case "month" -> Period.ofMonths(length);
            case "year" -> Period.ofYears(length);
            default -> throw new DateTimeException("Not a length of time: " + text);
        };
    }

    private String population(@Nullable Aggregate aggregate) {
        String population = matter.optional("population");
        if (population.isEmpty() && aggregate == Aggregate.RATE) {
            matter.required("population");
        } else if (!population.isEmpty() && !AGES.matcher(population).matches()) {
            matter.problemAt(
                    "population",
                    "'" + population + "' is no range of ages.",
                    "Write the youngest and oldest age with a hyphen, such as 0-17.");
        }
        return population;
    }

    private String sql(String local) {
        if (matter.sql().isEmpty() && !local.isEmpty()) {
            return LocalCounts.query(local);
        }
        if (matter.sql().isEmpty()) {
            matter.problem(
                    matter.sqlLine(),
                    "There is no query below the comment lines.",
                    "Write one query that joins periods, or name a local count with '-- local: ...'.");
        }
        return matter.sql();
    }

    private <T> @Nullable T choice(String key, T[] values, Function<T, String> written, @Nullable T usual) {
        String text = usual == null ? matter.required(key) : matter.optional(key);
        if (text.isEmpty()) {
            return usual;
        }
        List<String> keys = new ArrayList<>();
        for (T value : values) {
            if (written.apply(value).equals(text)) {
                return value;
            }
            keys.add(written.apply(value));
        }
        matter.problemAt(key, "'" + text + "' is no " + key + ".", "Use one of " + String.join(", ", keys) + ".");
        return usual;
    }

    private int number(String key, int least, int most, @Nullable Integer usual) {
        String text = usual == null ? matter.required(key) : matter.optional(key);
        if (text.isEmpty()) {
            return usual == null ? least : usual;
        }
        if (text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        matter.problemAt(
                key, "'" + text + "' is no " + key + ".", "Write a whole number from " + least + " to " + most + ".");
        return least;
    }

    /** {@code RATE_PER_10000} is written rate-per-10000. */
    private static String key(String name) {
        return Stream.of(name.split("_"))
                .map(part -> part.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
