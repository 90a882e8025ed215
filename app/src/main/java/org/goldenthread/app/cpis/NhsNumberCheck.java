package org.goldenthread.app.cpis;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/**
 * An NHS number under which the NHS cannot hold what it was told: no longer in use, unknown, or not matching the name and the date of birth.
 * It is made of what the NHS answered and typed by nobody; whoever works with the child checks the number and marks this as done.
 *
 * @param newNumber what the NHS says that it was replaced by; empty where it does not say
 */
@Kind(
        id = "nhs-number-check",
        title = "NHS number to check",
        plural = "NHS numbers to check",
        offered = false,
        ownPages = true,
        events = {"nhs-number-questioned"})
record NhsNumberCheck(
        @Ask(value = "The NHS said so on", needed = true) LocalDate told,
        @Ask(value = "What it said", needed = true) String reason,
        @Ask(value = "Whose number", needed = true) NumberOf numberOf,
        @Ask(value = "The number", needed = true) String numberTold,
        @Ask("Replaced by") String newNumber)
        implements Content {

    @Override
    public String summary() {
        return (numberOf == NumberOf.CHILD ? "Check the NHS number: " : "Check the mother’s NHS number: ") + reason;
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("nhs-number-questioned", told, summary()));
    }
}
