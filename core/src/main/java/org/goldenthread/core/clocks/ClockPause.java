package org.goldenthread.core.clocks;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * While what a clock stands still: a limit of the council's own where the council so sets, and one of law where the law leaves its last day open.
 */
public enum ClockPause {
    /** The child is missing or away without authorisation, so that nobody can see them. */
    MISSING("missing", "missing-began", "missing-ended", "the child is missing", "the child was missing"),
    /**
     * The temporary approval of a connected person, who was refused in full and seeks a review, was extended until its outcome is known (Care
     * Planning, Placement and Case Review (England) Regulations 2010, regulation 25(1)(b), (3) and (5)).
     */
    REVIEW_OF_REFUSAL(
            "review-of-refusal",
            "temporary-approval-extended-for-review",
            "review-of-refusal-decided",
            "the review of the refusal is not decided",
            "the review of the refusal was not decided");

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

    /** While what of several; empty for none. */
    public static String words(Collection<ClockPause> pauses) {
        return pauses.stream().sorted().map(ClockPause::words).collect(Collectors.joining(" or "));
    }

    /** The same of what is over. */
    static String wordsAfter(Collection<ClockPause> pauses) {
        return pauses.stream().sorted().map(pause -> pause.wordsAfter).collect(Collectors.joining(" or "));
    }
}
