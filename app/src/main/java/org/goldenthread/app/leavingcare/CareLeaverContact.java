package org.goldenthread.app.leavingcare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** Contact with a care leaver: whether in touch, what the young person does, and where they live. */
@Kind(
        id = "care-leaver-contact",
        title = "Contact with a care leaver",
        plural = "Contacts with a care leaver",
        follows = "pathway-plan",
        events = {"care-leaver-visited", "care-leaver-visited-at-home", "care-leaver-not-reached"})
record CareLeaverContact(
        @Ask(value = "Date", needed = true, today = true) LocalDate contacted,

        @Ask(value = "In touch", codes = "ssda903 IN_TOUCH", needed = true)
        String inTouch,

        @Ask(value = "Education, employment or training", codes = "ssda903 ACTIV")
        String activity,

        @Ask(value = "Accommodation", codes = "ssda903 ACCOM")
        String accommodation,

        @Ask("Are they staying put with a former foster carer?") @Nullable Boolean stayingPut,

        @Ask(
                value = "Did the personal adviser see them where we provide them with somewhere to live?",
                hint = "A visit to accommodation that is recorded with the plan",
                onlyWith = "inTouch YES")
        @Nullable Boolean seenAtAccommodation,

        @Ask(value = "The young person’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return inTouch.equals("YES") ? "In touch with the care leaver" : "Not in touch with the care leaver";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(new Happening(
                inTouch.equals("YES") ? "care-leaver-visited" : "care-leaver-not-reached",
                contacted,
                null,
                true,
                summary()));
        if (Boolean.TRUE.equals(seenAtAccommodation)) {
            happened.add(new Happening(
                    "care-leaver-visited-at-home", contacted, null, true, "Personal adviser visited the care leaver"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return Boolean.TRUE.equals(seenAtAccommodation) && !inTouch.equals("YES")
                ? List.of(
                        new Fault("seenAtAccommodation", "Whoever was seen there was in touch: change one of the two"))
                : List.of();
    }
}
