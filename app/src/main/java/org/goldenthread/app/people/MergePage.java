package org.goldenthread.app.people;

import java.util.List;
import org.goldenthread.app.records.PersonBar;

/**
 * Finding the other record of a person.
 *
 * @param q what was typed; empty where those are shown that may be the same person
 */
public record MergePage(PersonBar bar, String q, List<Candidate> candidates) {

    /**
     * A record that may be the same person's.
     *
     * @param address where the two are compared; empty where it is not theirs to see
     * @param ask whom to ask then
     */
    public record Candidate(String name, String born, String why, String address, String ask) {}
}
