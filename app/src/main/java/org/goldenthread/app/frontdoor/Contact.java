package org.goldenthread.app.frontdoor;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody told the council of a worry about a child.
 *
 * @param source a referral source of the children in need census
 * @param threshold why the decision is what it is, against the local threshold document
 */
@Kind(
        id = "contact",
        title = "Contact",
        plural = "Contacts",
        together = true,
        events = {"contact-received", "mash-rated-red", "mash-rated-amber", "mash-rated-green"})
record Contact(
        @Ask(value = "Date received", needed = true, today = true, section = "Who told us")
        LocalDate received,

        @Ask(value = "Time received", hint = "For example, 14:30") @Nullable LocalTime receivedAt,

        @Ask(value = "Who told us", codes = "cin ReferralSource", needed = true)
        String source,

        @Ask(value = "Name and agency", hint = "Leave blank for a member of the public who wishes to stay anonymous")
        String agency,

        @Ask("How to reach them") String contactDetails,

        @Ask(
                value = "What they are worried about",
                hint = "In their words as far as you can: what was seen or heard, when, and by whom",
                prose = true,
                needed = true,
                section = "The worry")
        String concern,

        @Ask(value = "Is the child safe now?", hint = "Where the child is, and with whom", prose = true)
        String childSafeNow,

        @Ask("Does the family know of the contact and agree to sharing information?") @Nullable Consent consent,

        @Ask(value = "Priority", section = "MASH and threshold") @Nullable Priority priority,

        @Ask(value = "Date of the priority", hint = "The local hours count from here") @Nullable LocalDate rated,

        @Ask("Time of the priority") @Nullable LocalTime ratedAt,

        @Ask(
                value = "Threshold",
                hint = "Why the decision is what it is. Needed before the decision, not before saving",
                prose = true)
        String threshold)
        implements Content {

    @Override
    public String summary() {
        String from = CodeSet.of("cin", "ReferralSource").findLabel(source).orElse(source);
        return "Contact from " + from + (agency.isBlank() ? "" : ", " + agency);
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(new Happening("contact-received", received, receivedAt, false, summary()));
        if (priority != null) {
            happened.add(new Happening(
                    priority.event(),
                    rated == null ? received : rated,
                    rated == null ? receivedAt : ratedAt,
                    false,
                    "MASH priority " + priority.name().toLowerCase(java.util.Locale.UK)));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (rated != null && priority == null) {
            faults.add(new Fault("priority", "Choose the priority that was given on that date"));
        }
        if (rated != null && rated.isBefore(received)) {
            faults.add(new Fault("rated", "The date of the priority must be on or after the date received"));
        }
        return faults;
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "priority" ->
                priority == null ? Optional.of(new Fault("priority", "Choose a priority")) : Optional.empty();
            case "threshold" ->
                threshold.isBlank()
                        ? Optional.of(new Fault("threshold", "Write why, against the threshold"))
                        : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
