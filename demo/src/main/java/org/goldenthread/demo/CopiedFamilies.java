package org.goldenthread.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Makes a borough of full size out of families that were lived through the services: each table's rows are copied within the database, with
 * new ids, names, addresses and workers, and with every date as it was lived. What the services make of a family is thus what each copy has:
 * its versions, events, moves and clocks. Which tables and columns there are is read from the database itself, so that a new kind of record
 * is copied too.
 *
 * <p>It acts as the tables' owner, with their triggers off while it copies; nothing but a made-up borough is ever filled so. Of the columns that
 * are ids it takes each to be of somebody or something that is copied along; accounts and teams are no such ids.
 */
public final class CopiedFamilies {

    private static final int AT_ONCE = 10;
    private static final int SEARCHED_AT_ONCE = 50_000;
    /** Everybody who is copied has another of these. */
    private static final String COPIED = "copy::bigint * (select count(*) from family) + family.place";

    private final Connection owner;
    private final CopiedWorkforce workforce;
    private final List<String> tables;

    /** @param owner a connection of the tables' owner, with autocommit */
    public CopiedFamilies(Connection owner, CopiedWorkforce workforce) throws SQLException {
        this.owner = owner;
        this.workforce = workforce;
        this.tables = tablesOfPeople();
    }

    /**
     * Copies everybody who is recorded.
     *
     * @param copies how often
     * @param told is told how many copies there are, after each few
     */
    public void copy(int copies, IntConsumer told) throws SQLException {
        CopiedNames.make(owner);
        workforce.make(owner);
        LivedNumbers.make(owner);
        execute("""
                create function pg_temp.copied(id uuid, copy integer) returns uuid language sql immutable parallel safe
                    return md5(id::text || ' ' || copy)::uuid
                """);
        execute("""
                create temp table family as
                select p.id, coalesce((select r.person from relationship r where r.other = p.id order by r.person limit 1), p.id) as root,
                    row_number() over (order by p.id) as place
                from person p
                """);
        execute("create unique index on family (id)");
        List<String> inserts = new ArrayList<>();
        for (String table : tables) {
            execute("create temp table " + lived(table) + " as select * from " + table);
            inserts.add(insert(table));
        }
        execute("analyze family");
        for (String table : tables) {
            execute("alter table " + table + " disable trigger user");
        }
        for (int from = 1; from <= copies; from += AT_ONCE) {
            int to = Math.min(copies, from + AT_ONCE - 1);
            for (String insert : inserts) {
                execute(insert.replace("{from}", String.valueOf(from)).replace("{to}", String.valueOf(to)));
            }
            told.accept(to);
        }
        for (String table : tables) {
            execute("alter table " + table + " enable trigger user");
        }
        keepSearchTrue(copies);
        keepBeginningsTrue();
        execute("vacuum analyze");
    }

    /** The tables that hold something of a person, the people first. */
    private List<String> tablesOfPeople() throws SQLException {
        List<String> found = new ArrayList<>(List.of("person"));
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select t.table_name from information_schema.tables t
                        join information_schema.columns c using (table_schema, table_name)
                        where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'person' and c.data_type = 'uuid'
                            and t.table_name not in ('person', 'record_columns', 'person_search', 'search_word', 'break_glass')
                        order by t.table_name
                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private String insert(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement("""
                select attname, format_type(atttypid, null) from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' order by attnum
                """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                    values.add(value(table, rows.getString(1), rows.getString(2)));
                }
            }
        }
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from generate_series({from}, {to}) as made(copy) cross join " + lived(table)
                + " o join family on family.id = o.person";
    }

    private String value(String table, String column, String type) {
        String kept = "o." + column;
        String of = table.replace("_history", "");
        if (type.equals("uuid")) {
            return "pg_temp.copied(" + kept + ", copy)";
        }
        if (of.equals("person")) {
            return switch (column) {
                case "given_name" -> CopiedNames.given("copy", "family.place");
                case "family_name" -> CopiedNames.family("copy", "family.root");
                case "known_as", "upn" -> "''";
                case "nhs_number" -> "case when o.nhs_number = '' then '' else " + LivedNumbers.copied(COPIED) + " end";
                case "local_number" -> "(1000000 + " + COPIED + ")::text";
                default -> kept;
            };
        }
        if (of.equals("address") && column.equals("lines")) {
            return CopiedNames.address("copy", "family.root");
        }
        if (of.equals("allocation") && (column.equals("account") || column.equals("team"))) {
            return column.equals("account")
                    ? workforce.account(kept, "family.root", "copy")
                    : workforce.team(kept, "o.account", "family.root", "copy");
        }
        return kept;
    }

    private void keepSearchTrue(int copies) throws SQLException {
        execute("create temp table searched as select pg_temp.copied(id, copy) as id, row_number() over () as place"
                + " from family cross join generate_series(1, " + copies + ") as made(copy)");
        execute("create index on searched (place)");
        long people;
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from searched")) {
            row.next();
            people = row.getLong(1);
        }
        for (long from = 1; from <= people; from += SEARCHED_AT_ONCE) {
            execute("select refresh_person_search(array(select id from searched where place between " + from + " and "
                    + (from + SEARCHED_AT_ONCE - 1) + "))");
        }
    }

    private void keepBeginningsTrue() throws SQLException {
        execute("do $$ declare each lets_begin; begin for each in select * from lets_begin loop"
                + " perform see_all_left_to_begin(each.kept, each.state, each.next); end loop; end $$");
        execute("do $$ declare each waits_in; begin for each in select * from waits_in loop"
                + " perform see_all_left_to_decide(each.kept, each.state); end loop; end $$");
    }

    private static String lived(String table) {
        return "lived_" + table;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
