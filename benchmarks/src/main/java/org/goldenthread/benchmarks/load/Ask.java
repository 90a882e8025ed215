package org.goldenthread.benchmarks.load;

import java.util.Random;

/** What is asked for, and how often of a hundred times: sixty read, twenty list or search, twenty save. */
enum Ask {
    PERSON("a person's page", 28, 0.150, 200),
    RECORD("a record", 12, 0.150, 200),
    CHRONOLOGY("a chronology", 8, 0.150, 200),
    STORY("a story", 4, 0.150, 200),
    FORM("an empty form", 8, 0.150, 200),
    WORK("a work list", 10, 0.050, 200),
    SEARCH("a search", 10, 0.050, 200),
    DRAFT("keeping a draft", 13, 0.150, 204),
    SAVE("saving a note", 7, 0.150, 302);

    private final String words;
    private final int share;
    private final double goal;
    private final int answered;

    Ask(String words, int share, double goal, int answered) {
        this.words = words;
        this.share = share;
        this.goal = goal;
        this.answered = answered;
    }

    static Ask any(Random luck) {
        int at = luck.nextInt(100);
        for (Ask each : values()) {
            at -= each.share;
            if (at < 0) {
                return each;
            }
        }
        throw new IllegalStateException("The shares are not a hundred.");
    }

    String words() {
        return words;
    }

    /** At the 95th hundredth, in seconds. */
    double goal() {
        return goal;
    }

    /** What the server answers where it did what was asked. */
    int answered() {
        return answered;
    }
}
