package org.goldenthread.app.childinneed;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

@Kind(
        id = "child-in-need-plan",
        title = "Child in need plan",
        plural = "Child in need plans",
        follows = "assessment",
        events = "child-in-need-plan-began")
record ChildInNeedPlan(
        @Ask(value = "Date it began", needed = true, today = true)
        LocalDate began,

        @Ask(value = "What must be better for the child, and how we shall know", prose = true)
        String outcomes,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords)
        implements Content {

    @Override
    public String summary() {
        return "Child in need plan";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("child-in-need-plan-began", began, "Child in need plan began"));
    }
}
