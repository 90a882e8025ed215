package org.goldenthread.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Names and addresses for copied families: spread as names are, the commonest family name borne by one in ninety. */
final class CopiedNames {

    private CopiedNames() {}

    static void make(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            // The rank of a name: of every doubling there are equally many who bear it.
            statement.execute("""
                    create function pg_temp.rank(seed text, names integer, evenness double precision) returns integer language sql immutable
                        return floor(exp((hashtextextended(seed, 1) & 9007199254740991)::double precision / 9007199254740992
                            * ln((names + evenness) / evenness)) * evenness - evenness)::integer
                    """);
            statement.execute("create temp table made_up_name (rank integer primary key, name text not null)");
            // The well-known first; then what two or three syllables make.
            statement.execute("""
                    insert into made_up_name
                    select row_number() over (order by place, md5(name)) - 1, name from (
                        select 0 as place, name from string_to_table('Smith,Jones,Taylor,Brown,Williams,Khan,Patel,Hughes,Begum,Ahmed,Kaur,Singh,""" + """
                    Okafor,Mensah,Kowalski,Nowak,O''Neill,Murphy,Popescu,Petrova,Hussain,Ali,Clarke,Smyth,Davis,Davies,De-Souza', ',') as name
                        union all
                        select 1, initcap(substr('bcdfghjklmnprstvwz', 1 + (n * 7) % 18, 1)
                            || (array['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo'])[1 + (n / 18) % 8]
                            || (array['l', 'r', 'nd', 'st', 'mb', 'rt', 'ck', 'th', 'ng', 'v'])[1 + (n / 144) % 10]
                            || (array['er', 'ow', 'ing', 'ell', 'ic', 'an', 'ova', 'ski', 'ton', 'ley', 'ford', 'son', 'by', 'ham',
                                'wood', 'field', 'well', 'worth', 'man', 'escu', 'idze', 'awa'])[1 + (n / 1440) % 22])
                        from generate_series(0, 31679) as n) each
                    """);
            statement.execute("create function pg_temp.made_up_name(wanted integer) returns text language sql stable"
                    + " return (select name from made_up_name where rank = wanted)");
            statement.execute("analyze made_up_name");
        }
    }

    /** The same for everybody of a family. */
    static String family(String copy, String root) {
        return "pg_temp.made_up_name(pg_temp.rank(" + root + " || ' ' || " + copy + ", 31700, 10))";
    }

    static String given(String copy, String place) {
        List<String> names = new java.util.ArrayList<>(LivedNames.GIRLS);
        names.addAll(LivedNames.BOYS);
        names.addAll(LivedNames.WOMEN);
        String array = "array['" + String.join("', '", names) + "']";
        // A second name for one in three, or too many would be called alike.
        return "(" + array + ")[1 + (" + copy + " * 7 + " + place + ") % " + names.size() + "] || case when (" + copy
                + " + " + place + ") % 3 = 0 then ' ' || (" + array + ")[1 + (" + copy + " * 11 + " + place + " * 3) % "
                + names.size() + "] else '' end";
    }

    static String address(String copy, String root) {
        return "(1 + abs(hashtext(" + root + " || 'house' || " + copy
                + ")) % 180) || ' ' || pg_temp.made_up_name(abs(hashtext(" + root + " || 'road' || " + copy
                + ")) % 3000) || ' Road' || E'\\nFairmead'";
    }
}
