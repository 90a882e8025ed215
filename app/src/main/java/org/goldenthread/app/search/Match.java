package org.goldenthread.app.search;

/**
 * Why somebody was found: what was typed, and what of theirs it met.
 *
 * @param typed as it was typed, but for capitals and accents
 */
public record Match(Field field, How how, String typed) {

    /** What was met. */
    public enum Field {
        FAMILY_NAME("family name"),
        GIVEN_NAME("given name"),
        KNOWN_AS("name they are known as"),
        OTHER_NAME("another name of theirs"),
        BORN("date of birth"),
        EXPECTED("expected date of birth"),
        NHS_NUMBER("NHS number"),
        UPN("UPN"),
        LOCAL_NUMBER("local number"),
        POSTCODE("postcode"),
        ADDRESS("address");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** In what way. */
    public enum How {
        SAME("is the %s"),
        BEGINS("begins the %s"),
        OTHER_FORM("is another form of the %s"),
        SOUNDS_LIKE("sounds like the %s"),
        SPELT_LIKE("is spelt almost like the %s"),
        SAME_YEAR("is the year of the %s"),
        SAME_MONTH("is the month of the %s"),
        DAY_AND_MONTH_SWAPPED("is the %s with day and month changed round");

        private final String sentence;

        How(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Such as {@code “bill” is another form of the given name}. */
    public String inWords() {
        String met =
                field == Field.ADDRESS && how == How.SAME ? "is in the address" : how.sentence.formatted(field.label);
        return "“" + typed + "” " + met;
    }

    /** Read from what the database wrote: field, how and what was typed, with colons between. */
    static Match read(String written) {
        String[] pieces = written.split(":", 3);
        return new Match(Field.valueOf(pieces[0]), How.valueOf(pieces[1]), pieces[2]);
    }
}
