package org.goldenthread.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.goldenthread.core.identity.NhsNumber;

/** NHS numbers of the children that the demo lives and copies: of those that begin with 999, which are given to nobody and kept for tests. */
final class LivedNumbers {

    private static final int OF_A_FAMILY = 2;
    /** Of two numbers that follow one another at most one has no check digit. */
    private static final int TRIED = 2;
    /** Those below are of who is lived, those from here on of their copies. */
    private static final int FIRST_COPIED = 100_000;

    private LivedNumbers() {}

    /**
     * @param family number of the family, from 0
     * @param child which of its children, 0 or 1
     * @return the number with its check digit; empty for one family in twenty, whom nobody has asked for it yet
     */
    static String nhsNumber(int family, int child) {
        int first = (family * OF_A_FAMILY + child) * TRIED;
        if (child < 0 || child >= OF_A_FAMILY || first + TRIED > FIRST_COPIED) {
            throw new IllegalArgumentException("No number is kept for child " + child + " of family " + family + ".");
        }
        if (family % 20 == 7) {
            return "";
        }
        return IntStream.range(first * 10, (first + TRIED) * 10)
                .mapToObj(last -> String.format("999%07d", last))
                .filter(number -> NhsNumber.parse(number).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** The same in the database, where copies are made: modulus 11, and a number for which it is 10 is not given out. */
    static void make(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("""
                    create function pg_temp.nhs_check_digit(nine text) returns bigint language sql immutable strict
                        return (select (11 - sum((11 - at) * substr(nine, at, 1)::integer) % 11) % 11 from generate_series(1, 9) as at)
                    """);
            statement.execute("""
                    create function pg_temp.nhs_number(place bigint) returns text language sql immutable strict return coalesce((
                        select nine || pg_temp.nhs_check_digit(nine)
                        from (values (place), (place + 1)) as tried (one) cross join lateral (select '999' || lpad(one::text, 6, '0')) as of (nine)
                        where one < 1000000 and pg_temp.nhs_check_digit(nine) < 10 order by one limit 1), '')
                    """);
        }
    }

    /** @param place SQL that is another number, from 1, for each copy; past 449,999 there are none left, and it is empty */
    static String copied(String place) {
        return "pg_temp.nhs_number(" + FIRST_COPIED + " + " + TRIED + " * (" + place + "))";
    }
}
