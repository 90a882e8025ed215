package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A review of a child looked after (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33). */
@Kind(
        id = "looked-after-review",
        title = "Review",
        plural = "Reviews",
        follows = "period-of-care",
        events = "looked-after-review-held")
record LookedAfterReview(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask(value = "How the child took part", codes = "ssda903 REVIEW_CODE")
        String participation,

        @Ask("Chaired by") String chair,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Decisions", hint = "Who does what, by when", prose = true)
        String decisions)
        implements Content {

    @Override
    public String summary() {
        return "Review of a child looked after held";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("looked-after-review-held", held, null, true, summary()));
    }
}
