package org.goldenthread.app.partners;

import java.util.List;
import org.goldenthread.app.records.DuplicateCheck;

/**
 * Something to be read: a referral, or a record that is shared.
 *
 * @param status how it stands; empty for nothing
 * @param notes what must be known of it
 * @param known for the front door, people on record who may be the child
 * @param take where the front door makes a contact of it; empty where there is nothing to be made
 */
public record AgencyWords(
        String status, List<String> notes, List<Line> lines, List<DuplicateCheck.Known> known, String take) {

    /** A question and its answer. */
    public record Line(String label, String words) {

        public List<String> paragraphs() {
            return words.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
