package org.goldenthread.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and whom they mean by it. */
class FindingPeopleTest {

    private static MadeUpPeople people;

    @BeforeAll
    static void start() {
        people = new MadeUpPeople();
        UUID sam = people.add(
                "Samuel James", "Tolliver", "2014-03-31", "nhs_number", "9434765919", "upn", "A123456789012");
        people.address(sam, "12 Mulberry Street\nExampleton", "EX1 1AA", false);
        people.add("Zoë", "O'Neill-Østergård", "2012-05-04");
        people.add("William", "Smyth", "2010-01-02");
        people.add("Muhammad", "Husain", "2016-07-08");
        people.add("Katarzyna", "Wiśniewska", "2009-11-12", "known_as", "Kasia");
        people.add("Anne-Marie", "Mc Donald", "2008-09-10");
        people.otherName(people.add("Bartholomew", "Quill", "2007-06-05"), "", "Ravenscroft");
        people.add("April", "Winterbourne", "2013-02-01");
        people.add("", "Halloran", null, "expected", "2026-06-20");
    }

    @AfterAll
    static void stop() throws Exception {
        people.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Parts of names, in any order and any capitals.
                "tolliver | Samuel James Tolliver",
                "TOLL | Samuel James Tolliver",
                "sam tol | Samuel James Tolliver",
                "Tolliver, Samuel | Samuel James Tolliver",
                "james tolliver | Samuel James Tolliver",
                "s tolliver | Samuel James Tolliver",
                // Accents, hyphens, apostrophes.
                "zoe oneill | Zoë O'Neill-Østergård",
                "Zoë O’Neill-Østergård | Zoë O'Neill-Østergård",
                "o neill ostergard | Zoë O'Neill-Østergård",
                "wisniewska | Katarzyna Wiśniewska",
                "annemarie macdonald | Anne-Marie Mc Donald",
                "anne mcdonald | Anne-Marie Mc Donald",
                "anne-marie mc donald | Anne-Marie Mc Donald",
                // What they are called, and what they were called.
                "kasia | Katarzyna Wiśniewska",
                "bart ravenscroft | Bartholomew Quill",
                // Other forms of a name.
                "bill smyth | William Smyth",
                "mohammed hussain | Muhammad Husain",
                "md husain | Muhammad Husain",
                // Sound and spelling.
                "smith | William Smyth",
                "toliver | Samuel James Tolliver",
                "tollievr | Samuel James Tolliver",
                "winterborn | April Winterbourne",
                // Dates.
                "31/03/2014 | Samuel James Tolliver",
                "31.3.14 | Samuel James Tolliver",
                "2014-03-31 | Samuel James Tolliver",
                "31 March 2014 | Samuel James Tolliver",
                "31st mar 2014 | Samuel James Tolliver",
                "march 31, 2014 | Samuel James Tolliver",
                "31032014 | Samuel James Tolliver",
                "march 2014 | Samuel James Tolliver",
                "2014 | Samuel James Tolliver",
                "april 2013 | April Winterbourne",
                "zoe 5/4/2012 | Zoë O'Neill-Østergård",
                "20 june 2026 | ' Halloran'",
                // Identifiers.
                "9434765919 | Samuel James Tolliver",
                "943 476 5919 | Samuel James Tolliver",
                "a123456789012 | Samuel James Tolliver",
                "700000 | Samuel James Tolliver",
                // Addresses.
                "EX1 1AA | Samuel James Tolliver",
                "ex11aa | Samuel James Tolliver",
                "ex1 1 | Samuel James Tolliver",
                "ex1 1a | Samuel James Tolliver",
                "ex11 | Samuel James Tolliver",
                "12 mulberry street | Samuel James Tolliver",
                "mulb | Samuel James Tolliver",
                // Together.
                "sam 2014 EX1 | Samuel James Tolliver",
                "exampleton tolliver march 2014 | Samuel James Tolliver",
                // One of three is wrong.
                "samuel tolliver 2011 | Samuel James Tolliver"
            })
    void findsWhoIsMeant(String words, String name) {
        assertThat(people.names(words)).as(words).first().isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tolliver 2011", "9434765910", "32/13/2014", "'", "%", "_", "':* | !", "xyzzy"})
    void findsNobodyWhereNobodyIsMeant(String words) {
        assertThat(people.names(words)).as(words).isEmpty();
    }

    @Test
    void saysWhyEachWasFound() {
        assertThat(people.find("other-worker", MadeUpPeople.EVERYTHING, "bill smith 2/1/2010")
                        .getFirst()
                        .why())
                .containsExactlyInAnyOrder(
                        "GIVEN_NAME:OTHER_FORM:bill", "FAMILY_NAME:SOUNDS_LIKE:smith", "BORN:SAME:2/1/2010");
        assertThat(people.find("other-worker", MadeUpPeople.EVERYTHING, "zoe 5/4/2012")
                        .getFirst()
                        .why())
                .containsExactlyInAnyOrder("GIVEN_NAME:SAME:zoe", "BORN:DAY_AND_MONTH_SWAPPED:5/4/2012");
        assertThat(Match.read("GIVEN_NAME:OTHER_FORM:bill").inWords())
                .isEqualTo("“bill” is another form of the given name");
    }

    @Test
    void whatIsMetWholeComesBeforeWhatIsMetInPart() {
        people.add("Rowena", "Ash", "2015-01-01");
        people.add("Rowena", "Ashdown", "2015-01-01");
        people.add("Rowena", "Asch", "2015-01-01");
        assertThat(people.names("rowena ash")).containsExactly("Rowena Ash", "Rowena Ashdown", "Rowena Asch");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        for (int number = 0; number < 25; number++) {
            people.add("Pagewise" + (char) ('a' + number), "Longlist", "2011-01-01");
        }
        List<String> first = people.find("other-worker", MadeUpPeople.EVERYTHING, "longlist", 10, 0).stream()
                .map(MadeUpPeople.Row::name)
                .toList();
        List<String> second = people.find("other-worker", MadeUpPeople.EVERYTHING, "longlist", 10, 10).stream()
                .map(MadeUpPeople.Row::name)
                .toList();
        List<String> third = people.find("other-worker", MadeUpPeople.EVERYTHING, "longlist", 10, 20).stream()
                .map(MadeUpPeople.Row::name)
                .toList();
        assertThat(first).hasSize(10).doesNotContainAnyElementsOf(second);
        assertThat(third).hasSize(5).doesNotContainAnyElementsOf(second).doesNotContainAnyElementsOf(first);
    }

    @Test
    void whatIsChangedOrWithdrawnIsFoundAsItNowIs() {
        UUID person = people.add("Perpetua", "Oldname", "2005-05-05");
        people.change("person", person, "family_name = 'Newname'");
        assertThat(people.names("perpetua oldname")).isEmpty();
        assertThat(people.names("perpetua newname")).containsExactly("Perpetua Newname");

        UUID alias = people.otherName(person, "", "Zeppelin");
        assertThat(people.names("zeppelin")).containsExactly("Perpetua Newname");
        people.change("other_name", alias, "withdrawn = true");
        assertThat(people.names("zeppelin")).isEmpty();

        UUID home = people.address(person, "1 Quixotic Terrace", "ZE1 2QT", false);
        assertThat(people.names("quixotic")).containsExactly("Perpetua Newname");
        people.change("address", home, "lines = '1 Plainsong Terrace', postcode = ''");
        assertThat(people.names("quixotic")).isEmpty();
        assertThat(people.names("ZE1 2QT")).isEmpty();
        assertThat(people.names("plainsong")).containsExactly("Perpetua Newname");

        people.change("person", person, "withdrawn = true");
        assertThat(people.names("perpetua")).isEmpty();
        assertThat(people.names("plainsong")).isEmpty();
        people.change("person", person, "withdrawn = false");
        assertThat(people.names("plainsong")).containsExactly("Perpetua Newname");
    }
}
