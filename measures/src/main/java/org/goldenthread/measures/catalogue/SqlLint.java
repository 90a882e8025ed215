package org.goldenthread.measures.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.measures.catalogue.SqlToken.Kind;

/**
 * Holds a measure's query to the subset of SQL that DuckDB and Spark answer alike: one query, reading the tables of the
 * snapshot and {@code periods}, by functions known to mean the same on both.
 */
public final class SqlLint {

    /** Functions that both engines have with one meaning, and the house's own. */
    static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "avg",
            "ceil",
            "coalesce",
            "concat",
            "count",
            "dense_rank",
            "exists",
            "first_value",
            "floor",
            "greatest",
            "lag",
            "last_value",
            "lead",
            "least",
            "length",
            "lower",
            "max",
            "max_by",
            "median",
            "min",
            "min_by",
            "nullif",
            "rank",
            "replace",
            "round",
            "row_number",
            "sum",
            "trim",
            "upper",
            "year",
            "month",
            "day",
            // The house's functions, which each engine is taught: see HouseFunctions.
            "days_between",
            "age_years",
            "add_months");

    /** Words before a bracket that are no function. */
    private static final Set<String> BEFORE_BRACKET = Set.of(
            "all",
            "and",
            "any",
            "as",
            "between",
            "by",
            "case",
            "cast",
            "char",
            "date",
            "decimal",
            "distinct",
            "else",
            "except",
            "filter",
            "from",
            "in",
            "inner",
            "intersect",
            "is",
            "join",
            "left",
            "like",
            "not",
            "on",
            "or",
            "over",
            "partition",
            "select",
            "set",
            "sets",
            "then",
            "union",
            "using",
            "values",
            "varchar",
            "when",
            "where",
            "with",
            "having",
            "cross",
            "full",
            "outer");

    private static final Map<String, String> DENIED_WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("interval", "Use add_months(day, n), or day + n for days."),
            Map.entry("qualify", "Number the rows in a sub-query and keep those with number 1."),
            Map.entry("ilike", "Use lower(x) like '...'."),
            Map.entry("similar", "Use like, or in (...)."),
            Map.entry("rlike", "Use like, or in (...)."),
            Map.entry("pivot", "Give breakdowns as columns that begin with by_."),
            Map.entry("unpivot", "Give breakdowns as columns that begin with by_."),
            Map.entry("lateral", "Use a join."),
            Map.entry("asof", "Use a join and number the rows."),
            Map.entry("positional", "Use a join with a condition."),
            Map.entry("semi", "Use where exists (...)."),
            Map.entry("anti", "Use where not exists (...)."),
            Map.entry("struct", "Give plain columns."),
            Map.entry("map", "Give plain columns."),
            Map.entry("array", "Give one row for each element."),
            Map.entry("current_date", "A measure is about its periods, never about today: use period_end."),
            Map.entry("current_timestamp", "A measure is about its periods, never about today: use period_end."),
            Map.entry("limit", "Number the rows in a sub-query and keep those wanted."),
            Map.entry("create", "A measure only reads."),
            Map.entry("insert", "A measure only reads."),
            Map.entry("update", "A measure only reads."),
            Map.entry("delete", "A measure only reads."),
            Map.entry("drop", "A measure only reads."),
            Map.entry("alter", "A measure only reads."),
            Map.entry("truncate", "A measure only reads."),
            Map.entry("copy", "A measure only reads the snapshot."),
            Map.entry("attach", "A measure only reads the snapshot."),
            Map.entry("install", "A measure only reads the snapshot."),
            Map.entry("load", "A measure only reads the snapshot."),
            Map.entry("pragma", "A measure only reads."),
            Map.entry("call", "A measure only reads.")));

    private static final Map<String, String> DENIED_SIGNS = Map.of(
            ";", "Write one query, without a semicolon.",
            "::", "Write cast(x as type).",
            "[", "Give plain columns.",
            "{", "Give plain columns.",
            "//", "Write floor(a / b).",
            "**", "Multiply.",
            "->", "Give plain columns.",
            "=>", "Give arguments in order.",
            "==", "Write one equals sign.",
            "$", "A measure takes no parameters; it joins periods.");

    /** Columns that every query returns. */
    static final List<String> COLUMNS =
            List.of("period_id", "subject", "numerator", "denominator", "gt_source", "gt_line");

    private final Measure measure;
    private final int firstLine;
    private final List<SqlToken> tokens;
    private final List<MeasureProblem> problems = new ArrayList<>();

    private SqlLint(Measure measure, int firstLine) {
        this.measure = measure;
        this.firstLine = firstLine;
        this.tokens = SqlToken.of(measure.sql());
    }

    /**
     * What in a measure's query is outside the subset.
     *
     * @param firstLine the line of the file on which the query begins
     */
    public static List<MeasureProblem> check(Measure measure, int firstLine) {
        SqlLint lint = new SqlLint(measure, firstLine);
        lint.checkOpening();
        lint.checkTokens();
        lint.checkTables();
        lint.checkColumns();
        return lint.problems;
    }

    private void checkOpening() {
        if (tokens.isEmpty()
                || !(tokens.getFirst().is("select") || tokens.getFirst().is("with"))) {
            problem(
                    1,
                    "The query does not begin with select or with.",
                    "Write one select, with named sub-queries before it.");
        }
    }

    private void checkTokens() {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean column = i > 0 && tokens.get(i - 1).is(".");
            switch (token.kind()) {
                case WORD -> {
                    String instead = DENIED_WORDS.get(token.text());
                    if (instead != null && !column) {
                        problem(token.line(), "'" + token.text() + "' is not in the common subset.", instead);
                    } else if (opens && !isKnownBeforeBracket(token.text(), i)) {
                        problem(
                                token.line(),
                                "The function '" + token.text() + "' is not in the common subset.",
                                "Use one of "
                                        + String.join(
                                                ", ",
                                                FUNCTIONS.stream().sorted().toList()) + ".");
                    }
                }
                case SIGN -> {
                    String instead = DENIED_SIGNS.get(token.text());
                    if (instead != null) {
                        problem(token.line(), "'" + token.text() + "' is not in the common subset.", instead);
                    }
                }
                case QUOTED ->
                    problem(
                            token.line(),
                            token.text() + " is a name to one engine and a text to the other.",
                            "Write texts in single quotes and names without quotes.");
                case BLOCK_COMMENT ->
                    problem(token.line(), "A comment in /* */ can hold orders to an engine.", "Write -- comments.");
                case TEXT -> {
                    if (token.text().contains("\\")) {
                        problem(token.line(), "A backslash in a text means different things.", "Leave it out.");
                    }
                }
                case NUMBER -> {}
            }
        }
    }

    private boolean isKnownBeforeBracket(String word, int index) {
        return FUNCTIONS.contains(word)
                || BEFORE_BRACKET.contains(word)
                || namedQueries().contains(word)
                || isAlias(index);
    }

    /** {@code as name (column, ...)} names columns. */
    private boolean isAlias(int index) {
        return index > 0 && tokens.get(index - 1).is("as");
    }

    /** Names given by {@code with name as (} or {@code , name as (}. */
    private Set<String> namedQueries() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.WORD
                    && tokens.get(i + 1).is("as")
                    && tokens.get(i + 2).is("(")) {
                names.add(tokens.get(i).text());
            }
        }
        return names;
    }

    private void checkTables() {
        Set<String> known = new HashSet<>(namedQueries());
        known.addAll(SnapshotTables.names());
        known.add("periods");
        boolean readsPeriods = false;
        boolean inFrom = false;
        int depth = 0;
        List<Boolean> outer = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.is("(")) {
                depth++;
                outer.add(inFrom);
                inFrom = false;
            } else if (token.is(")") && depth > 0) {
                depth--;
                inFrom = outer.removeLast();
            } else if (token.is("where")
                    || token.is("group")
                    || token.is("on")
                    || token.is("order")
                    || token.is("select")) {
                inFrom = false;
            }
            boolean startsTable =
                    token.is("join") || (token.is("from") && !isDistinctFrom(i)) || (token.is(",") && inFrom);
            if (token.is("from") && !isDistinctFrom(i) || token.is("join")) {
                inFrom = true;
            }
            if (startsTable && i + 1 < tokens.size() && !tokens.get(i + 1).is("(")) {
                SqlToken table = tokens.get(i + 1);
                readsPeriods |= table.is("periods");
                if (table.kind() != Kind.WORD || !known.contains(table.text())) {
                    problem(
                            table.line(),
                            "'" + table.text().replace("'", "") + "' is no table of a snapshot.",
                            "Read the tables of schema.csv other than gt_returns and gt_return_rows, periods, or a"
                                    + " sub-query named in this file.");
                }
            }
        }
        if (!readsPeriods) {
            problem(
                    1,
                    "The query does not join periods.",
                    "Join periods p, so that one query answers for all periods.");
        }
    }

    /** {@code a is distinct from b}. */
    private boolean isDistinctFrom(int i) {
        return i > 0 && tokens.get(i - 1).is("distinct");
    }

    private void checkColumns() {
        for (String column : COLUMNS) {
            if (tokens.stream().noneMatch(t -> t.is(column))) {
                problem(
                        1,
                        "The query returns no column '" + column + "'.",
                        "Return " + String.join(", ", COLUMNS) + ".");
            }
        }
    }

    private void problem(int line, String problem, String action) {
        problems.add(new MeasureProblem(measure.file(), firstLine + line - 1, problem, action));
    }
}
