package org.goldenthread.app.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One record of a child, as it was on the day, shared with one agency by a named worker. It follows the record that is shared.
 *
 * @param agency the id of the agency
 * @param kind the table of the record that is shared
 * @param sharedVersion the version that was read and shared; what is changed later is not shared with it
 * @param consent the consent to share that it rests on; null for every other basis
 * @param tookPart needed where the record is of a meeting
 * @param ended the first day on which it is no longer shared; null while it is
 */
@Kind(
        id = "agency-sharing",
        title = "Sharing with an agency",
        plural = "Shared with agencies",
        followsAny = true,
        ownPages = true,
        offered = false,
        events = {"shared-with-agency", "agency-sharing-ended"})
record AgencySharing(
        @Ask(value = "Agency", needed = true) String agency,
        @Ask(value = "What is shared", needed = true) String kind,

        @Ask(value = "Version", needed = true) @Nullable Integer sharedVersion,

        @Ask(value = "What for", prose = true, needed = true)
        String purpose,

        @Ask(value = "Why it may be shared", needed = true) Basis basis,
        @Ask("The consent") @Nullable UUID consent,
        @Ask("The agency’s part in the meeting") @Nullable TookPart tookPart,

        @Ask(value = "Shared from", needed = true, today = true)
        LocalDate started,

        @Ask("No longer shared from") @Nullable LocalDate ended,
        @Ask("Why it ended") String whyEnded)
        implements Content {

    private static final Set<String> MEETINGS =
            Set.of("strategy_discussion", "conference", "review_conference", "core_group");

    /** Whether records of this kind are of a meeting, which its chair alone shares, with those who were part of it. */
    static boolean isMeeting(String kind) {
        return MEETINGS.contains(kind);
    }

    @Override
    public String summary() {
        return "Shared with " + agency + ": " + kind.replace('_', ' ');
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("shared-with-agency", started, summary()));
        if (ended != null) {
            happened.add(Happening.of("agency-sharing-ended", ended, "No longer shared with " + agency));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (basis == Basis.CONSENT && consent == null) {
            faults.add(new Fault("consent", "Choose the consent that it rests on, or another basis"));
        }
        if (isMeeting(kind) && tookPart == null) {
            faults.add(new Fault(
                    "tookPart", "Say what part the agency had in the meeting: others are not given its record"));
        }
        if (ended != null && ended.isBefore(started)) {
            faults.add(new Fault("ended", "It cannot end before the day from which it is shared"));
        }
        return faults;
    }
}
