package org.goldenthread.app.search;

import java.util.List;
import java.util.stream.Collectors;

/** Somebody on record who may be the one that is about to be recorded, with how likely that is and why. */
public record PossibleDuplicate(Shown shown, Strength strength, List<Reason> reasons) {

    /** How likely it is that they are one and the same. */
    public enum Strength {
        STRONG("Almost certainly the same person"),
        LIKELY("Likely the same person"),
        POSSIBLE("Perhaps the same person");

        private final String label;

        Strength(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why. */
    public enum Reason {
        SAME_NHS_NUMBER("the same NHS number"),
        SAME_UPN("the same UPN"),
        SAME_NAME("the same name"),
        NAMES_SWAPPED("given and family name changed round"),
        SAME_GIVEN_NAME("the same given name"),
        OTHER_FORM_OF_GIVEN_NAME("another form of the given name"),
        GIVEN_NAME_ALIKE("a given name that sounds or is spelt alike"),
        SAME_FAMILY_NAME("the same family name"),
        FAMILY_NAME_ALIKE("a family name that sounds or is spelt alike"),
        SAME_DATE_OF_BIRTH("the same date of birth"),
        DAY_AND_MONTH_SWAPPED("the date of birth with day and month changed round"),
        DATE_OF_BIRTH_NEAR("a date of birth that differs in one part"),
        EXPECTED_NEAR("born or expected about the same time"),
        DATE_OF_BIRTH_NOT_KNOWN("no date of birth to compare"),
        SAME_POSTCODE("the same postcode"),
        MAY_BE_A_TWIN("born the same day into the same family with another given name: may be a twin");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The reasons in one line. */
    public String why() {
        return reasons.stream().map(Reason::label).collect(Collectors.joining(", "));
    }
}
