package org.goldenthread.app.childinneed;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

@Kind(
        id = "child-in-need-review",
        title = "Child in need review",
        plural = "Child in need reviews",
        follows = "child-in-need-plan",
        events = "child-in-need-review-held")
record ChildInNeedReview(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask(value = "Who took part", prose = true) String attended,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Progress of the plan", prose = true) String progress)
        implements Content {

    @Override
    public String summary() {
        return "Child in need review held";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("child-in-need-review-held", held, null, true, summary()));
    }
}
