package org.goldenthread.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.goldenthread.app.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search must not tell, whatever is typed and by whom. */
class SearchLeaksTest {

    private static MadeUpPeople people;
    private static UUID ordinary;
    private static UUID restricted;

    @BeforeAll
    static void start() {
        people = new MadeUpPeople();
        ordinary = people.add("Odette", "Larkspur", "2015-04-03", "nhs_number", "9000000009", "known_as", "Dettie");
        people.address(ordinary, "7 Refuge Lane", "RF1 2GE", true);
        people.address(ordinary, "8 Open Lane", "OP1 2EN", false);
        people.allocate(ordinary, "team-b", "other-worker");
        restricted = people.add("Ottoline", "Larkspur", "2015-04-03", "nhs_number", "9000000017", "known_as", "Ottie");
        people.address(restricted, "9 Secret Lane", "SE1 2CT", false);
        people.otherName(restricted, "Ottoline Mabel", "Formerly");
        people.allocate(restricted, "team-b", "other-worker");
        people.restrict(restricted, "Adoption team manager", "other-worker");
    }

    @AfterAll
    static void stop() throws Exception {
        people.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"person_search", "search_word", "given_name_form"})
    void theApplicationCannotReadWhatIsSearched(String table) throws SQLException {
        for (String rights : List.of(MadeUpPeople.FRONT_DOOR, "SYSTEM", MadeUpPeople.EVERYTHING)) {
            assertThatThrownBy(() -> ask("select count(*) from " + table, rights))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> ask("delete from " + table, rights)).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select search_own_people(false)",
                "select refresh_person_search('{}')",
                "select search_restricted(array['9000000017'], '', null)",
                "select search_sounds('larkspur')",
                "select search_hits(array[search_part_of_day(1, '', '2015-04-03')], 1, 'nlarkspur', true, false, true, '{}', null, null, '', 10)",
                "select search_is_common('nlarkspur')",
                "select * from pg_stats where tablename in ('person_search', 'search_word') limit 1"
            })
    void theApplicationCannotAskPastTheTwoQuestions(String sql) throws SQLException {
        try {
            assertThat(ask(sql, MadeUpPeople.FRONT_DOOR)).isNull();
        } catch (SQLException refused) {
            assertThat(refused.getMessage()).contains("permission denied");
        }
    }

    @Test
    void whoeverHasNoRightToSearchFindsNobody() {
        assertThat(people.find("other-worker", "SEE_RECORDS SEE_EVERY_RECORD FIND_EVERY_CHILD", "larkspur"))
                .isEmpty();
        assertThat(people.find("", MadeUpPeople.FRONT_DOOR, "larkspur")).isEmpty();
        assertThat(people.duplicates("worker", "SEE_RECORDS", "Odette", "Larkspur", "2015-04-03", null, "", "", ""))
                .isEmpty();
    }

    @Test
    void aWorkerFindsTheirOwnPeopleAndTheirParentsAlone() {
        assertThat(people.find("worker", MadeUpPeople.WORKER, "larkspur")).isEmpty();
        assertThat(people.find("other-worker", MadeUpPeople.WORKER, "larkspur"))
                .extracting(MadeUpPeople.Row::standing)
                .containsExactly("SEEN", "SEEN");
        UUID child = people.add("Crispin", "Wherewithal", "2016-01-01");
        UUID mother = people.add("Drusilla", "Wherewithal", "1990-01-01");
        people.parent(child, mother);
        assertThat(people.find("worker", MadeUpPeople.WORKER, "wherewithal")).isEmpty();
        people.allocate(child, "team-a", "worker");
        assertThat(people.find("worker", MadeUpPeople.WORKER, "wherewithal"))
                .extracting(MadeUpPeople.Row::given)
                .containsExactly("Crispin", "Drusilla");
    }

    @Test
    void ofSomebodyWhomTheFrontDoorMayNotSeeItIsToldNameAndDateAlone() {
        List<MadeUpPeople.Row> found = people.find("front-door", MadeUpPeople.FRONT_DOOR, "odette larkspur");
        assertThat(found).singleElement().satisfies(row -> {
            assertThat(row.standing()).isEqualTo("KNOWN");
            assertThat(row.name()).isEqualTo("Odette Larkspur");
            assertThat(row.born()).isEqualTo("2015-04-03");
            assertThat(row.worker()).isEqualTo("Other social worker");
            assertThat(row.place()).isNull();
            assertThat(row.localNumber()).isNull();
            assertThat(row.ask()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RF1 2GE",
                "RF1",
                "rf1 2",
                "refuge lane",
                "odette larkspur RF1 2GE",
                "odette RF1",
                "7 refuge",
                "refu"
            })
    void anAddressThatMustNotBeDisclosedFindsNobodyForWhoMayNotSeeThem(String words) {
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, words))
                .allSatisfy(row ->
                        assertThat(row.why()).noneMatch(why -> why.contains("ADDRESS") || why.contains("POSTCODE")));
        if (words.contains("larkspur")) {
            assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, words))
                    .as("by the name alone")
                    .isNotEmpty();
        } else {
            assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, words))
                    .isEmpty();
            assertThat(people.find("worker", MadeUpPeople.EVERYTHING, words))
                    .as("who may see every record")
                    .hasSize(1);
            assertThat(people.find("other-worker", MadeUpPeople.WORKER, words))
                    .as("their own worker")
                    .hasSize(1);
        }
    }

    @Test
    void anAddressThatMustNotBeDisclosedIsNotShownToWhoMaySeeThemEither() {
        assertThat(people.find("other-worker", MadeUpPeople.WORKER, "odette")
                        .getFirst()
                        .place())
                .isEqualTo("8 Open Lane, OP1 2EN");
        assertThat(people.duplicates(
                                "front-door",
                                MadeUpPeople.FRONT_DOOR,
                                "Odette",
                                "Larkspur",
                                "2015-04-03",
                                null,
                                "",
                                "",
                                "RF1 2GE")
                        .getFirst()
                        .why())
                .doesNotContain("SAME_POSTCODE");
        assertThat(people.duplicates(
                                "other-worker",
                                MadeUpPeople.WORKER,
                                "Odette",
                                "Larkspur",
                                "2015-04-03",
                                null,
                                "",
                                "",
                                "RF1 2GE")
                        .getFirst()
                        .why())
                .contains("SAME_POSTCODE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ottoline",
                "larkspur",
                "ottoline larkspur",
                "ottoline larkspur 2015",
                "ottoline larkspur april 2015",
                "ottoline larkspur 4/3/2015",
                "ottoline larkspur 04/04/2015",
                "otoline larkspur 03/04/2015",
                "ottie 03/04/2015",
                "o larkspur 03/04/2015",
                "larkspur 03/04/2015",
                "ottoline larkspur mabel 03/04/2015",
                "ottoline larkspur secret 03/04/2015",
                "ottoline larkspur 03/04/2015 01/01/2015",
                "03/04/2015",
                "9 secret lane",
                "SE1 2CT",
                "formerly",
                "900000001",
                "9000000018"
            })
    void nothingShortOfAWholeIdentifierOrNameAndDateTellsOfARestrictedPerson(String words) {
        for (String rights : List.of(
                MadeUpPeople.FRONT_DOOR,
                MadeUpPeople.EVERYTHING,
                MadeUpPeople.WORKER,
                "SEARCH_PEOPLE FIND_EVERY_CHILD")) {
            List<MadeUpPeople.Row> found = people.find("front-door", rights, words);
            assertThat(found).as(words + " with " + rights).noneMatch(row -> "Ottoline".equals(row.given()));
            assertThat(found)
                    .as(words + " with " + rights)
                    .noneMatch(row -> row.standing().equals("RESTRICTED"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9000000017",
                "900 000 0017",
                "9000000017 anything else",
                "ottoline larkspur 03/04/2015",
                "LARKSPUR, Ottoline 3 April 2015",
                "ottie larkspur 03/04/2015",
                "ottoline mabel formerly 03/04/2015"
            })
    void whatLeavesNoDoubtTellsTheFrontDoorWhomToAskAndNothingElse(String words) {
        List<MadeUpPeople.Row> found = people.find("front-door", MadeUpPeople.FRONT_DOOR, words);
        assertThat(found.getFirst())
                .isEqualTo(new MadeUpPeople.Row(
                        null,
                        "RESTRICTED",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Adoption team manager",
                        List.of(),
                        ""));
        assertThat(found).filteredOn(row -> row.standing().equals("RESTRICTED")).hasSize(1);
        for (String rights : List.of(MadeUpPeople.EVERYTHING, MadeUpPeople.WORKER)) {
            assertThat(people.find("worker", rights, words))
                    .as(rights)
                    .noneMatch(row -> row.standing().equals("RESTRICTED"));
        }
    }

    @Test
    void whoStandsOnTheRestrictionsListFindsThemLikeAnyOther() {
        assertThat(people.find("other-worker", MadeUpPeople.FRONT_DOOR, "ottol"))
                .singleElement()
                .satisfies(row -> assertThat(row.standing()).isEqualTo("SEEN"));
        assertThat(people.find("other-worker", MadeUpPeople.EVERYTHING, "SE1 2CT"))
                .hasSize(1);
    }

    @Test
    void aRestrictedPersonTakesNobodysPlaceInRankingAndPages() {
        UUID first = people.add("Aurelia", "Countable", "2010-01-01");
        people.add("Berenice", "Countable", "2010-01-01");
        people.add("Cordelia", "Countable", "2010-01-01");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "countable", 2, 0))
                .hasSize(2);
        people.restrict(first, "Head of service");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "countable", 2, 0))
                .extracting(MadeUpPeople.Row::given)
                .containsExactly("Berenice", "Cordelia");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "countable", 2, 2))
                .isEmpty();
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "aurelia countable 1/1/2010", 0, 0))
                .as("shown beside the page, not in it")
                .hasSize(1);
    }

    @Test
    void aRestrictionCountsFromTheMomentItIsWrittenAndNoLonger() {
        UUID person = people.add("Ignatius", "Momentary", "2011-02-03");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "momentary"))
                .hasSize(1);
        UUID restriction = people.restrict(person, "Head of service");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "momentary"))
                .isEmpty();
        people.change("restriction", restriction, "ended = '2026-03-01'");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "momentary"))
                .hasSize(1);
    }

    @Test
    void aBrokenGlassOpensTheSearchToo() throws SQLException {
        ask(
                "insert into break_glass (id, person, account, post, reason, opened_at, until) values (gen_random_uuid(), '"
                        + restricted
                        + "', 'front-door', 'Front door worker', 'A child at risk tonight', acting_at(), acting_at() + interval '1 hour')",
                "BREAK_GLASS");
        assertThat(people.find("front-door", "SEARCH_PEOPLE SEE_RECORDS BREAK_GLASS", "ottoline"))
                .extracting(MadeUpPeople.Row::standing)
                .containsExactly("SEEN");
        assertThat(people.find("front-door", MadeUpPeople.FRONT_DOOR, "ottoline"))
                .isEmpty();
    }

    @Test
    void whoMayBreakTheGlassIsToldWhichRecordToOpen() {
        assertThat(people.find("worker", MadeUpPeople.FRONT_DOOR + " BREAK_GLASS", "9000000017")
                        .getFirst()
                        .person())
                .isEqualTo(restricted);
    }

    @Test
    void aCheckForDuplicatesTellsOfARestrictedPersonOnlyWhatLeftNoDoubt() {
        assertThat(people.duplicates(
                        "worker", MadeUpPeople.WORKER, "Ottoline", "Larkspur", "2015-04-03", null, "", "", "SE1 2CT"))
                .filteredOn(row -> row.standing().equals("RESTRICTED"))
                .singleElement()
                .isEqualTo(new MadeUpPeople.Row(
                        null,
                        "RESTRICTED",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Adoption team manager",
                        List.of("SAME_NAME", "SAME_DATE_OF_BIRTH"),
                        "STRONG"));
        assertThat(people.duplicates(
                        "worker", MadeUpPeople.WORKER, "Another", "Name", null, null, "9000000017", "", ""))
                .singleElement()
                .satisfies(row -> assertThat(row.why()).containsExactly("SAME_NHS_NUMBER"));
        assertThat(people.duplicates(
                        "worker", MadeUpPeople.WORKER, "Ottoline", "Larkspur", "2015-03-04", null, "", "", "SE1 2CT"))
                .noneMatch(row -> row.standing().equals("RESTRICTED") || "Ottoline".equals(row.given()));
        assertThat(people.duplicates(
                        "worker", MadeUpPeople.WORKER, "Odile", "Larkspur", "2015-04-03", null, "", "", "SE1 2CT"))
                .noneMatch(row -> row.standing().equals("RESTRICTED") || "Ottoline".equals(row.given()));
    }

    /** The search looks from the side of who asks, {@code may_see} from the side of whom it is about: they must agree on everybody. */
    @Test
    void everybodyWhomAWorkerMaySeeIsFoundAndNobodyElse() throws SQLException {
        Random luck = new Random(11);
        List<UUID> made = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            UUID person = people.add("Agreement" + number, "Everyman", "2010-01-01");
            made.add(person);
            if (luck.nextInt(3) == 0) {
                UUID allocation = people.allocate(
                        person,
                        luck.nextBoolean() ? "team-a" : "team-b",
                        luck.nextBoolean() ? "worker" : "other-worker");
                if (luck.nextInt(3) == 0) {
                    people.change(
                            "allocation", allocation, luck.nextBoolean() ? "ended = '2025-06-01'" : "withdrawn = true");
                }
            } else if (luck.nextInt(4) == 0) {
                people.update("update person set created_by = 'worker' where id = ?", person);
            }
            if (luck.nextInt(4) == 0) {
                people.restrict(person, "Head of service", luck.nextBoolean() ? "worker" : "other-worker");
            }
            if (number > 0 && luck.nextInt(3) == 0) {
                people.parent(made.get(luck.nextInt(number)), person);
            }
        }
        String everyman = "select string_agg(given_name, ' ' order by given_name) from ";
        for (String rights : List.of(MadeUpPeople.WORKER, MadeUpPeople.EVERYTHING)) {
            try (Connection connection = people.database().acting("worker", rights, MadeUpPeople.NOW)) {
                String seen = first(connection, everyman + "person where family_name = 'Everyman'");
                assertThat(seen).as("somebody is seen").contains("Agreement");
                assertThat(first(connection, everyman + "search_people('everyman', 300, 0)"))
                        .as(rights)
                        .isEqualTo(seen);
                assertThat(
                                first(
                                        connection,
                                        everyman
                                                + "(select * from search_people('everyman', 7, 0) union all select * from search_people('everyman', 293, 7)) as pages"))
                        .as("in pages, with " + rights)
                        .isEqualTo(seen);
            }
        }
    }

    @Test
    void wordsThatNobodysNameHasAreSweptAway() throws SQLException {
        UUID person = people.add("Xanthippe", "Erasable", "2011-02-03");
        people.change("person", person, "given_name = 'Erased', family_name = 'Erased'");
        assertThat(owner("select count(*) from search_word where word in ('xanthippe', 'erasable')"))
                .isEqualTo("2");
        assertThat(ask("select sweep_search_words()", MadeUpPeople.FRONT_DOOR)).isEqualTo("0");
        ask("select sweep_search_words()", "SYSTEM");
        assertThat(owner("select count(*) from search_word where word in ('xanthippe', 'erasable')"))
                .isEqualTo("0");
        assertThat(owner("select count(*) from search_word where word = 'odette'"))
                .isEqualTo("1");
    }

    private static String ask(String sql, String rights) throws SQLException {
        try (Connection connection = people.database().acting("front-door", rights, MadeUpPeople.NOW)) {
            return first(connection, sql);
        }
    }

    private static String owner(String sql) throws SQLException {
        try (Connection connection = people.database().owner()) {
            TestDatabase.tell(connection, "nobody", "", MadeUpPeople.NOW);
            return first(connection, sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet result = statement.getResultSet();
            return result.next() ? result.getString(1) : null;
        }
    }
}
