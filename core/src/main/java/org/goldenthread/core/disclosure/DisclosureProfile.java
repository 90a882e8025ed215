package org.goldenthread.core.disclosure;

/** How much a reader of Part 1 is taken to know already. */
public enum DisclosureProfile {
    /**
     * The reader knows all that is published, here and in the issues given, how the program decides, and the population; not the
     * number that a percentage is out of, unless something published tells it.
     */
    PROVED("proved"),
    /**
     * The reader also knows what every percentage is out of, unless that is a count which is itself hidden; and a percentage out of fewer than ten is hidden whatever it is.
     */
    STRICT("strict");

    private final String key;

    DisclosureProfile(String key) {
        this.key = key;
    }

    /** The word for it in configuration. */
    public String key() {
        return key;
    }

    static DisclosureProfile of(String key) {
        for (DisclosureProfile profile : values()) {
            if (profile.key.equals(key)) {
                return profile;
            }
        }
        throw new IllegalArgumentException(
                "disclosure.profile is '" + key + "'. It can be 'proved' (the usual) or 'strict'.");
    }
}
