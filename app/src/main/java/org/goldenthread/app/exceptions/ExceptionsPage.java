package org.goldenthread.app.exceptions;

import java.time.YearMonth;
import java.util.List;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.publication.ByException;
import org.goldenthread.publication.Commentary;
import org.jspecify.annotations.Nullable;

/**
 * The indicators below expectation.
 *
 * @param mayWrite whether the viewer may write commentaries here
 * @param missing how many still want one
 */
public record ExceptionsPage(Part part, YearMonth month, boolean mayWrite, long missing, List<Item> items) {

    /**
     * @param commentary null where there is none to show
     * @param partTwoOnly whether what is written goes to Part 2 alone
     * @param typed what is in the form: a draft, or else what was saved last
     * @param draft whether it is a draft
     * @param problem why a save was refused; may be empty
     */
    public record Item(
            Indicator indicator,
            @Nullable Commentary commentary,
            boolean partTwoOnly,
            String typed,
            boolean draft,
            String problem) {

        public String value() {
            return Words.figure(indicator, indicator.current());
        }

        public String rating() {
            return Words.rating(ByException.ratingOf(indicator));
        }

        public String ratingClass() {
            return Words.ratingClass(ByException.ratingOf(indicator));
        }
    }

    public String address(String rest) {
        return Addresses.of(part, month) + rest;
    }

    public String draftName(Item item) {
        return CommentaryDrafts.name(month, item.indicator().number());
    }

    public String date(java.time.LocalDate day) {
        return Words.date(day);
    }
}
