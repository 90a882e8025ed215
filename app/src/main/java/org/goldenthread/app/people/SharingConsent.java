package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the family agreed, or did not agree, to have shared with whom.
 *
 * <p>It is seldom the lawful basis for sharing: a council shares to safeguard a child under its public task (UK GDPR, article 6(1)(e)),
 * and Working Together to Safeguard Children asks for openness with the family unless that puts the child at risk.
 *
 * @param until the last day on which it holds; null where none was said
 * @param withdrawnOn the day on which they took it back; null while it stands
 */
@Kind(
        id = "sharing-consent",
        socialCare = false,
        title = "Consent to share",
        plural = "Consent to share information",
        together = true,
        events = {"consent-decided", "consent-withdrawn"})
record SharingConsent(
        @Ask(
                value = "What they said",
                needed = true,
                hint =
                        "Where a child may be at risk of harm, information is shared whether they agree or not. Say why in the record of what you shared",
                section = "The decision")
        ConsentDecision decision,

        @Ask(value = "Date", needed = true, today = true) LocalDate decided,
        @Ask(value = "Who decided", needed = true) ConsentGiver giver,

        @Ask(value = "Their name", hint = "And who they are to the child")
        String giverName,

        @Ask(
                value = "With whom it may be shared, or may not",
                hint = "The agencies or people, for example the school and the GP",
                needed = true,
                section = "What it covers")
        String withWhom,

        @Ask(
                value = "What may be shared",
                hint = "For example, everything in the assessment, but not the father’s health",
                prose = true)
        String what,

        @Ask(value = "For what", prose = true) String purpose,

        @Ask(
                value = "Until",
                hint = "The last day on which it holds. Leave blank if none was said",
                section = "How long")
        @Nullable LocalDate until,

        @Ask(value = "Withdrawn on", hint = "Leave blank while it stands") @Nullable LocalDate withdrawnOn,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return decision.label() + " to sharing with " + withWhom;
    }

    /** Whether it holds on a day: of what ended or was taken back nothing may be shared on the strength of it. */
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(decided)
                && (until == null || !day.isAfter(until))
                && (withdrawnOn == null || day.isBefore(withdrawnOn));
    }

    /** The whole scope in one line, as it stands on a day. */
    String scope(LocalDate day) {
        StringBuilder words = new StringBuilder(summary());
        if (!what.isBlank()) {
            words.append(": ").append(what.strip().replaceAll("\\s+", " "));
        }
        words.append(". ").append(giver.label());
        if (!giverName.isBlank()) {
            words.append(", ").append(giverName);
        }
        words.append(", ").append(Words.day(decided));
        if (withdrawnOn != null) {
            words.append("; withdrawn on ").append(Words.day(withdrawnOn));
        } else if (until != null) {
            words.append(day.isAfter(until) ? "; ended on " : "; until ").append(Words.day(until));
        }
        return words.toString();
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("consent-decided", decided, summary()));
        if (withdrawnOn != null) {
            happened.add(
                    Happening.of("consent-withdrawn", withdrawnOn, "Consent to share with " + withWhom + " withdrawn"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (until != null && until.isBefore(decided)) {
            faults.add(new Fault("until", "The last day must be on or after the day on which they decided"));
        }
        if (withdrawnOn != null && withdrawnOn.isBefore(decided)) {
            faults.add(new Fault("withdrawnOn", "They cannot have withdrawn it before the day on which they decided"));
        }
        if (withdrawnOn != null && decision == ConsentDecision.REFUSED) {
            faults.add(
                    new Fault(
                            "withdrawnOn",
                            "What was not agreed to cannot be withdrawn. If they agree now, add that as a decision of its own"));
        }
        return faults;
    }
}
