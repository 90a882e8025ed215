package org.goldenthread.measures.engine;

import java.util.List;

/**
 * The functions that every engine is taught, so that a measure's query means the same on each: {@code days_between(a, b)}, the
 * days from a to b; {@code age_years(dob, day)}, the age on a day, where one born on 29 February comes of age on 1 March in
 * other years; {@code add_months(day, n)}, the same day n months on, or the month's last where it has no such day.
 */
public final class HouseFunctions {

    private static final String AGE = "year(day_of) - year(dob) - case when month(day_of) * 100 + day(day_of)"
            + " < month(dob) * 100 + day(dob) then 1 else 0 end";

    private HouseFunctions() {}

    /** Statements that teach them to DuckDB. */
    public static List<String> forDuckDb() {
        return List.of(
                "create or replace macro days_between(a, b) as cast(date_diff('day', cast(a as date), cast(b as date)) as integer)",
                "create or replace macro age_years(dob, day_of) as cast(" + AGE + " as integer)",
                "create or replace macro add_months(day_of, n) as cast(cast(day_of as date) + to_months(cast(n as integer)) as date)");
    }

    /** Statements that teach them to Spark, which has {@code add_months} of its own. */
    public static List<String> forSpark() {
        return List.of(
                "create or replace temporary function days_between(a date, b date) returns int return datediff(b, a)",
                "create or replace temporary function age_years(dob date, day_of date) returns int return " + AGE);
    }
}
