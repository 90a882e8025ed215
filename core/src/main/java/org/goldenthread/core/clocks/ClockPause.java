package org.goldenthread.core.clocks;

import java.util.Arrays;

/**
 * While what a clock may stand still, where a council so sets a limit of its own. No limit of law or statutory guidance stands still: neither
 * knows of it.
 */
public enum ClockPause {
    /** The child is missing or away without authorisation, so that nobody can see them. */
    MISSING("missing", "missing-began", "missing-ended", "the child is missing", "the child was missing");

    private final String id;
    private final String begins;
    private final String ends;
    private final String words;
    private final String wordsAfter;

    ClockPause(String id, String begins, String ends, String words, String wordsAfter) {
        this.id = id;
        this.begins = begins;
        this.ends = ends;
        this.words = words;
        this.wordsAfter = wordsAfter;
    }

    /** @throws IllegalArgumentException where no pause is called so */
    public static ClockPause of(String id) {
        return Arrays.stream(values())
                .filter(pause -> pause.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No clock stands still while \"" + id + "\"."));
    }

    public String id() {
        return id;
    }

    /** The event of the child's with which the time begins to stand still. */
    String begins() {
        return begins;
    }

    /** The event of the same record with which it goes on. */
    String ends() {
        return ends;
    }

    /** While what, such as "the child is missing". */
    public String words() {
        return words;
    }

    /** The same of what is over. */
    String wordsAfter() {
        return wordsAfter;
    }
}
