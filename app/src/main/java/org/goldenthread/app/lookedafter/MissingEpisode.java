package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/** A time when a child was missing or away without authorisation, and the return interview. */
@Kind(
        id = "missing-episode",
        title = "Missing episode",
        plural = "Missing episodes",
        events = {"missing-began", "missing-ended", "return-interview-offered", "return-interview-held"})
record MissingEpisode(
        @Ask(value = "Missing from", needed = true, today = true)
        LocalDate began,

        @Ask("Time") @Nullable LocalTime beganAt,

        @Ask(value = "Kind", codes = "ssda903 MISSING", needed = true)
        String kind,

        @Ask(value = "Returned on", hint = "Leave blank while the child is missing") @Nullable LocalDate returned,

        @Ask("Time returned") @Nullable LocalTime returnedAt,
        @Ask("Return interview offered on") @Nullable LocalDate interviewOffered,
        @Ask("Return interview held on") @Nullable LocalDate interviewHeld,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "What is known", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return returned == null ? "Missing" : "Was missing";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(new Happening(
                "missing-began",
                began,
                beganAt,
                false,
                CodeSet.of("ssda903", "MISSING").findLabel(kind).orElse("Missing")));
        if (returned != null) {
            happened.add(new Happening("missing-ended", returned, returnedAt, false, "Returned"));
        }
        if (interviewOffered != null) {
            happened.add(Happening.of("return-interview-offered", interviewOffered, "Return interview offered"));
        }
        if (interviewHeld != null) {
            happened.add(Happening.of("return-interview-held", interviewHeld, "Return interview held"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (returned != null && returned.isBefore(began)) {
            faults.add(new Fault("returned", "The child cannot have returned before going missing"));
        }
        if (returned == null && (interviewOffered != null || interviewHeld != null)) {
            faults.add(new Fault("returned", "Enter the date on which the child returned"));
        }
        return faults;
    }
}
