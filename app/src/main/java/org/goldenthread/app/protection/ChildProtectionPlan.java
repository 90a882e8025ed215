package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;

/**
 * A child protection plan.
 *
 * @param firstCategory the category at its start, a code of the census, CategoryOfAbuse
 * @param latestCategory the category now, where it has changed
 */
@Kind(
        id = "child-protection-plan",
        title = "Child protection plan",
        plural = "Child protection plans",
        follows = "conference",
        events = "plan-began")
record ChildProtectionPlan(
        @Ask(value = "Date it began", needed = true, from = "held")
        LocalDate began,

        @Ask(value = "Category at the start", codes = "cin CategoryOfAbuse", needed = true)
        String firstCategory,

        @Ask(value = "Latest category", codes = "cin CategoryOfAbuse", hint = "Where a review changed it")
        String latestCategory,

        @Ask(value = "What must be better for the child, and how we shall know", prose = true)
        String outcomes,

        @Ask(value = "What happens if it is not", prose = true)
        String contingency)
        implements Content {

    @Override
    public String summary() {
        String category = latestCategory.isEmpty() ? firstCategory : latestCategory;
        return "Child protection plan, "
                + CodeSet.of("cin", "CategoryOfAbuse")
                        .findLabel(category)
                        .orElse(category)
                        .toLowerCase(java.util.Locale.UK);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("plan-began", began, summary() + ", began"));
    }
}
