package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Duty;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who works with a person: whoever is allocated, and their team, see the file.
 *
 * @param account null where a team has the child and nobody in it yet
 * @param reasonChanged a code of the return of children looked after; needed in the return, not to allocate
 */
@Kind(
        id = "allocation",
        socialCare = false,
        title = "Allocation",
        plural = "Allocations",
        right = "ALLOCATE",
        offered = false,
        ownPages = true,
        events = {"allocated", "allocation-ended"})
record Allocation(
        @Ask(value = "Team", needed = true) String team,
        @Ask("Worker") @Nullable String account,
        @Ask(value = "Duty", needed = true) Duty duty,
        @Ask(value = "From", needed = true) LocalDate started,
        @Ask("To") @Nullable LocalDate ended,

        @Ask(value = "Why the social worker changed", codes = "ssda903 SW_REASON")
        String reasonChanged)
        implements Content {

    Allocation {
        // A form has an empty answer where there is none.
        account = account == null || account.isBlank() ? null : account;
    }

    @Override
    public String summary() {
        return duty.label() + ", " + teamWords();
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of(
                "allocated",
                started,
                "Allocated to the " + teamWords() + ", " + duty.label().toLowerCase(java.util.Locale.UK)));
        if (ended != null) {
            happened.add(Happening.of("allocation-ended", ended, duty.label() + " of the " + teamWords() + " ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return ended != null && ended.isBefore(started)
                ? List.of(new Fault("started", "A new allocation cannot begin before the one that it ends began"))
                : List.of();
    }

    /** The team's id in words: the chronology keeps what it was called, whatever it is called later. */
    private String teamWords() {
        String words = team.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    Allocation endedOn(LocalDate day) {
        return new Allocation(team, account, duty, started, day, reasonChanged);
    }
}
