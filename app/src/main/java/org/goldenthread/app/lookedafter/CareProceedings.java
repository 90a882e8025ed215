package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** Pre-proceedings under the public law outline, and care proceedings under section 31 of the Children Act 1989. */
@Kind(
        id = "care-proceedings",
        title = "Care proceedings",
        plural = "Care proceedings",
        events = {"pre-proceedings-letter", "proceedings-issued", "proceedings-concluded"})
record CareProceedings(
        @Ask(value = "Letter before proceedings", hint = "Leave blank where proceedings were issued without") @Nullable LocalDate letter,

        @Ask(value = "Application issued", hint = "The 26 weeks begin with this day") @Nullable LocalDate issued,

        @Ask("Proceedings concluded") @Nullable LocalDate concluded,
        @Ask("Outcome") String outcome,
        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return concluded != null
                ? "Care proceedings concluded"
                : issued != null ? "Care proceedings" : "Pre-proceedings";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (letter != null) {
            happened.add(Happening.of("pre-proceedings-letter", letter, "Letter before proceedings"));
        }
        if (issued != null) {
            happened.add(Happening.of("proceedings-issued", issued, "Care proceedings issued"));
        }
        if (concluded != null) {
            happened.add(Happening.of(
                    "proceedings-concluded",
                    concluded,
                    "Care proceedings concluded" + (outcome.isBlank() ? "" : ": " + outcome)));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        if (letter == null && issued == null) {
            return List.of(
                    new Fault("letter", "Enter the date of the letter before proceedings, or of the application"));
        }
        if (concluded != null && issued == null) {
            return List.of(new Fault("issued", "Enter the date on which the application was issued"));
        }
        return concluded != null && issued != null && concluded.isBefore(issued)
                ? List.of(new Fault("concluded", "Proceedings cannot have concluded before they were issued"))
                : List.of();
    }
}
