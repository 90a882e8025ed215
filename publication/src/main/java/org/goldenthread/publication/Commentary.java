package org.goldenthread.publication;

import java.time.LocalDate;
import org.goldenthread.core.figures.Part;

/**
 * What management says of an indicator that performs below expectation.
 *
 * @param text plain text; a blank line starts a new paragraph
 * @param by the post of the person who wrote it, not their name
 * @param on the day it was written
 * @param part where it may stand: {@code PART_1} in both parts, {@code PART_2} in Part 2 only
 */
public record Commentary(String text, String by, LocalDate on, Part part) {
    public Commentary {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "A commentary needs text: say why performance is below expectation and what is" + " being done.");
        }
    }

    /** The paragraphs of the text, none of them blank. */
    public java.util.List<String> paragraphs() {
        return text.lines()
                .collect(java.util.stream.Collectors.joining("\n"))
                .strip()
                .transform(t -> java.util.List.of(t.split("\\n\\s*\\n")));
    }
}
