package org.goldenthread.app.visits;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** A visit that the plan it follows asks for. */
@Kind(
        id = "visit",
        title = "Visit",
        plural = "Visits",
        follows = {"child-protection-plan", "child-in-need-plan", "placement", "short-break", "private-fostering"},
        events = {"child-visited", "visit-child-not-seen"})
record Visit(
        @Ask(value = "Date", needed = true, today = true) LocalDate visited,

        @Ask(value = "Time", hint = "For example, 14:30") @Nullable LocalTime visitedAt,

        @Ask("Where") String place,
        @Ask(value = "Was the child seen?", needed = true) Seen seen,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "What you saw and did", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return switch (seen) {
            case ALONE -> "Visit: child seen alone";
            case WITH_OTHERS -> "Visit: child seen";
            case NO -> "Visit: child not seen";
        };
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening(
                seen == Seen.NO ? "visit-child-not-seen" : "child-visited", visited, visitedAt, true, summary()));
    }
}
