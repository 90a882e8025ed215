package org.goldenthread.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One child must not become two records, and two children not one. */
class PossibleDuplicatesTest {

    private static MadeUpPeople people;

    @BeforeAll
    static void start() {
        people = new MadeUpPeople();
        UUID sam = people.add("Samuel", "Tolliver", "2014-03-05", "nhs_number", "9434765919", "upn", "A123456789012");
        people.address(sam, "12 Mulberry Street", "EX1 1AA", false);
        people.add("Katherine", "Okonkwo-Hale", "2012-11-02");
        UUID unborn = people.add("", "Halloran", null, "expected", "2026-04-20");
        people.address(unborn, "3 Willow Close", "EX2 2BB", false);
        people.add("Ruben", "Yarrow", null);
    }

    @AfterAll
    static void stop() throws Exception {
        people.close();
    }

    @Test
    void theSameIdentifierIsTheSamePersonWhateverElseIsSaid() {
        assertThat(check("Someone", "Else", "2001-01-01", null, "943 476 5919", "", ""))
                .containsExactly("Samuel Tolliver STRONG [SAME_NHS_NUMBER]");
        assertThat(check("Someone", "Else", null, null, "", "a123456789012", ""))
                .containsExactly("Samuel Tolliver STRONG [SAME_UPN]");
    }

    @Test
    void theSameNameAndDateOfBirth() {
        assertThat(check("samuel", "TOLLIVER", "2014-03-05", null, "", "", "ex11aa"))
                .containsExactly("Samuel Tolliver STRONG [SAME_NAME, SAME_DATE_OF_BIRTH, SAME_POSTCODE]");
    }

    @Test
    void namesThatAreAlikeOnTheSameDateOfBirth() {
        assertThat(check("Sam", "Tolliver", "2014-03-05"))
                .containsExactly(
                        "Samuel Tolliver LIKELY [OTHER_FORM_OF_GIVEN_NAME, SAME_FAMILY_NAME, SAME_DATE_OF_BIRTH]");
        assertThat(check("Samuel", "Toliver", "2014-03-05"))
                .containsExactly("Samuel Tolliver LIKELY [SAME_GIVEN_NAME, FAMILY_NAME_ALIKE, SAME_DATE_OF_BIRTH]");
        assertThat(check("Tolliver", "Samuel", "2014-03-05"))
                .containsExactly("Samuel Tolliver LIKELY [NAMES_SWAPPED, SAME_DATE_OF_BIRTH]");
        assertThat(check("Kathryn", "Hale", "2012-11-02"))
                .containsExactly(
                        "Katherine Okonkwo-Hale LIKELY [OTHER_FORM_OF_GIVEN_NAME, SAME_FAMILY_NAME, SAME_DATE_OF_BIRTH]");
    }

    @Test
    void aDateOfBirthThatWasTypedWrong() {
        assertThat(check("Samuel", "Tolliver", "2014-05-03"))
                .containsExactly("Samuel Tolliver LIKELY [SAME_NAME, DAY_AND_MONTH_SWAPPED]");
        assertThat(check("Samuel", "Tolliver", "2014-03-15"))
                .containsExactly("Samuel Tolliver POSSIBLE [SAME_NAME, DATE_OF_BIRTH_NEAR]");
        assertThat(check("Samuel", "Tolliver", "2013-03-05"))
                .containsExactly("Samuel Tolliver POSSIBLE [SAME_NAME, DATE_OF_BIRTH_NEAR]");
        assertThat(check("Samuel", "Tolliver", "2009-09-09")).isEmpty();
    }

    @Test
    void aTwinIsSaidToBeBornTheSameDayAndNotToBeTheSame() {
        assertThat(check("Thomas", "Tolliver", "2014-03-05", null, "", "", "EX1 1AA"))
                .containsExactly(
                        "Samuel Tolliver POSSIBLE [SAME_FAMILY_NAME, SAME_DATE_OF_BIRTH, SAME_POSTCODE, MAY_BE_A_TWIN]");
        assertThat(PossibleDuplicate.Reason.MAY_BE_A_TWIN.label()).contains("born the same day", "may be a twin");
    }

    @Test
    void aBrotherOrSisterOfAnotherAgeIsNoDuplicate() {
        assertThat(check("Thomas", "Tolliver", "2011-07-19", null, "", "", "EX1 1AA"))
                .isEmpty();
        assertThat(check("Thomas", "Tolliver", null, null, "", "", "")).isEmpty();
    }

    @Test
    void aChildWhoWasExpectedAndIsBorn() {
        assertThat(check("Maeve", "Halloran", "2026-04-11", null, "", "", "EX2 2BB"))
                .containsExactly(" Halloran LIKELY [SAME_FAMILY_NAME, EXPECTED_NEAR, SAME_POSTCODE]");
        assertThat(check("", "Halloran", null, "2026-05-01", "", "", ""))
                .containsExactly(" Halloran POSSIBLE [SAME_FAMILY_NAME, EXPECTED_NEAR]");
        assertThat(check("Maeve", "Halloran", "2025-04-11")).isEmpty();
    }

    @Test
    void aDateOfBirthThatNobodyKnows() {
        assertThat(check("Ruben", "Yarrow", "2010-10-10"))
                .containsExactly("Ruben Yarrow POSSIBLE [SAME_NAME, DATE_OF_BIRTH_NOT_KNOWN]");
    }

    @Test
    void everybodyIsLookedThroughWhoeverAsks() {
        assertThat(people.duplicates(
                        "worker", MadeUpPeople.WORKER, "Samuel", "Tolliver", "2014-03-05", null, "", "", ""))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.standing()).isEqualTo("KNOWN");
                    assertThat(row.place()).isNull();
                    assertThat(row.localNumber()).isNull();
                });
    }

    private static List<String> check(String given, String family, @Nullable String born) {
        return check(given, family, born, null, "", "", "");
    }

    private static List<String> check(
            String given,
            String family,
            @Nullable String born,
            @Nullable String expected,
            String nhs,
            String upn,
            String postcode) {
        return people
                .duplicates("other-worker", MadeUpPeople.EVERYTHING, given, family, born, expected, nhs, upn, postcode)
                .stream()
                .map(row -> row.name() + " " + row.strength() + " " + row.why())
                .toList();
    }
}
