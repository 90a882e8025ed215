package org.goldenthread.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the database answers a search among fifty thousand people: the plans of every statement inside the functions. */
class SearchPlansTest {

    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (person|person_search|other_name|address|search_word|allocation|relationship|restriction)\\b.*");
    private static final Pattern READ = Pattern.compile(
            "(?:Index Scan using|Index Only Scan using|Bitmap Heap Scan) .*person_search.*actual time=\\S+ rows=(\\d+)");

    private static MadeUpPeople people;

    @BeforeAll
    static void start() throws SQLException {
        people = new MadeUpPeople();
        people.update("""
                insert into person (id, person, version, known_from, known_by, known_by_post, given_name, family_name, born, local_number, created_by)
                select id, id, 1, now(), '', '',
                    (array['Samuel', 'Samantha', 'Oliver', 'Amelia', 'Muhammad', 'Aisha', 'Jakub', 'Zofia'])[1 + n % 8],
                    (array['Smith', 'Smyth', 'Khan', 'Jones'])[1 + n % 4] || case when n % 5 = 0 then '' else (n % 997)::text end,
                    date '2005-01-01' + n % 7000, n::text, 'importer'
                from (select n, gen_random_uuid() as id from generate_series(1, 50000) as n) as made_up
                """);
        people.allocate(people.add("Samuel", "Smith", "2014-03-31"), "team-a", "worker");
        people.address(people.add("Samuel", "Jones", "2014-03-31"), "1 High Street", "EX1 1AA", false);
        try (Connection owner = people.database().owner();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze person, person_search, search_word, allocation");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        people.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smith",
                "sam smith",
                "smiht",
                "bill smyth 2014",
                "31/03/2014",
                "sam 2014 EX1",
                "1 high street",
                "700000",
                "zzz yyy xxx"
            })
    void noTableIsReadWholeForTheMostRestricted(String words) throws SQLException {
        List<String> plans = plans("worker", MadeUpPeople.WORKER, words);
        assertThat(plans).noneMatch(line -> WHOLE_TABLE.matcher(line).find());
        assertThat(plans).anyMatch(line -> line.contains("Index Scan using person_search_pkey"));
        assertThat(mostRead(plans)).as("rows of people read at once").isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smith",
                "sam smith",
                "smiht",
                "bill smyth 2014",
                "31/03/2014",
                "sam 2014 EX1",
                "1 high street",
                "700000",
                "zzz yyy xxx"
            })
    void noTableIsReadWholeForTheFrontDoor(String words) throws SQLException {
        List<String> plans = plans("front-door", MadeUpPeople.FRONT_DOOR, words);
        assertThat(plans).noneMatch(line -> WHOLE_TABLE.matcher(line).find());
        assertThat(plans).anyMatch(line -> line.contains("Bitmap Index Scan on person_search_terms"));
        // Where more than one in ten meet what was asked, people are read until three hundred have.
        assertThat(mostRead(plans)).as("rows of people read at once").isLessThanOrEqualTo(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Samuel", "Sam", "Aisha", ""})
    void noTableIsReadWholeToLookForDuplicates(String given) throws SQLException {
        List<String> plans = run(
                "worker",
                MadeUpPeople.WORKER,
                "select * from possible_duplicates('" + given + "', 'Smith', '2014-03-31', null, '', '', 'EX1 1AA')");
        assertThat(plans).noneMatch(line -> WHOLE_TABLE.matcher(line).find());
    }

    private static int mostRead(List<String> plans) {
        return plans.stream()
                .map(READ::matcher)
                .filter(Matcher::find)
                .mapToInt(read -> Integer.parseInt(read.group(1)))
                .max()
                .orElse(0);
    }

    private static List<String> plans(String account, String rights, String words) throws SQLException {
        return run(account, rights, "select * from search_people('" + words + "', 20, 0)");
    }

    /** The lines of the plans of all that {@code sql} does, as the application's own role; PostgreSQL shows them to a superuser alone. */
    private static List<String> run(String account, String rights, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = people.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            for (String setting : List.of(
                    "log_min_duration = 0", "log_nested_statements = on", "log_analyze = on", "log_level = 'notice'")) {
                statement.execute("set auto_explain." + setting);
            }
            statement.execute("set session authorization golden_thread_app");
            TestDatabase.tell(connection, account, rights, MadeUpPeople.NOW);
            statement.clearWarnings();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    assertThat(rows.getString("standing")).isNotNull();
                }
                for (SQLWarning warning = statement.getWarnings();
                        warning != null;
                        warning = warning.getNextWarning()) {
                    lines.addAll(String.valueOf(warning.getMessage()).lines().toList());
                }
            }
        }
        assertThat(lines).as("plans are told").anyMatch(line -> line.contains("Query Text"));
        return lines;
    }
}
