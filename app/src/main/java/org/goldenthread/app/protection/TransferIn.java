package org.goldenthread.app.protection;

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
 * A child on the child protection plan of another authority moves here. Of one who comes to stay a conference is held within 15 working days of our
 * being told (children in need census guide, 4.8), without a section 47 enquiry here before it; until then the other authority's plan goes on.
 *
 * @param category of the plan there, a code of the census, CategoryOfAbuse
 */
@Kind(
        id = "transfer-in",
        title = "Move here under another authority’s plan",
        plural = "Moves here under another authority’s plan",
        follows = "referral",
        events = {"transfer-in-notified", "plan-elsewhere-known", "transfer-in-ended"})
record TransferIn(
        @Ask(value = "Date that we were told", needed = true, from = "received")
        LocalDate notified,

        @Ask(value = "The other authority", needed = true) String authority,
        @Ask("Their worker, and how to reach them") String worker,

        @Ask(value = "Have they come to stay?", needed = true)
        MoveHere stay,

        @Ask("Date of the move") @Nullable LocalDate moved,

        @Ask(value = "Date that the plan there began", section = "The plan there") @Nullable LocalDate planBegan,

        @Ask(value = "Category", codes = "cin CategoryOfAbuse")
        String category,

        @Ask(
                value = "What the plan says, and who does it until the conference",
                hint = "Visits, the core group, contact, and what must not happen",
                prose = true)
        String plan,

        @Ask(
                value = "Date from which no conference is needed",
                section = "The end",
                hint = "Where they have moved on or the plan there has ended; leave blank otherwise")
        @Nullable LocalDate ended,

        @Ask(value = "Why", prose = true) String whyEnded)
        implements Content {

    @Override
    public String summary() {
        return "On a child protection plan of " + authority
                + (stay == MoveHere.TO_STAY ? ", moves here" : ", here for a time");
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of(
                stay == MoveHere.TO_STAY ? "transfer-in-notified" : "plan-elsewhere-known", notified, summary()));
        if (ended != null) {
            happened.add(Happening.of("transfer-in-ended", ended, "No transfer-in conference is needed"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        if (ended != null && ended.isBefore(notified)) {
            return List.of(new Fault("ended", "It cannot be before the day on which we were told"));
        }
        return ended != null && whyEnded.isBlank()
                ? List.of(new Fault("whyEnded", "Write why no conference is needed"))
                : List.of();
    }
}
