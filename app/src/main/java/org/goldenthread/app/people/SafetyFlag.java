package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What whoever visits a child or speaks with the family must know first: a danger, or how to reach them. It stands at the top of each of the
 * child's pages until it is ended, so it says what to do and no more than is needed for that.
 */
@Kind(
        id = "safety-flag",
        socialCare = false,
        title = "Danger or access flag",
        plural = "Danger and access flags",
        together = true,
        events = {"safety-flag-set", "safety-flag-ended"})
record SafetyFlag(
        @Ask(value = "What is it about?", needed = true) SafetyKind kind,

        @Ask(
                value = "What to know and to do",
                hint = "One line, for example: visit in twos; the dog is kept in the yard",
                needed = true)
        String whatToDo,

        @Ask("Who says so, and how they know") String knownFromWhom,
        @Ask(value = "From", needed = true, today = true) LocalDate started,

        @Ask(value = "To", hint = "Leave blank while it holds. Look at it again at each review") @Nullable LocalDate ended)
        implements Content {

    @Override
    public String summary() {
        return kind.label() + ": " + whatToDo;
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("safety-flag-set", started, "Flag: " + summary()));
        if (ended != null) {
            happened.add(Happening.of("safety-flag-ended", ended, "No longer a flag: " + summary()));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return ended != null && ended.isBefore(started)
                ? List.of(new Fault("ended", "The last day must be on or after the first"))
                : List.of();
    }
}
