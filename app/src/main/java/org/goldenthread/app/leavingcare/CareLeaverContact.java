package org.goldenthread.app.leavingcare;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** Contact with a care leaver: whether in touch, what the young person does, and where they live. */
@Kind(
        id = "care-leaver-contact",
        title = "Contact with a care leaver",
        plural = "Contacts with a care leaver",
        follows = "pathway-plan",
        events = {"care-leaver-visited", "care-leaver-not-reached"})
record CareLeaverContact(
        @Ask(value = "Date", needed = true, today = true) LocalDate contacted,

        @Ask(value = "In touch", codes = "ssda903 IN_TOUCH", needed = true)
        String inTouch,

        @Ask(value = "Education, employment or training", codes = "ssda903 ACTIV")
        String activity,

        @Ask(value = "Accommodation", codes = "ssda903 ACCOM")
        String accommodation,

        @Ask("Are they staying put with a former foster carer?") @Nullable Boolean stayingPut,

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
        return List.of(new Happening(
                inTouch.equals("YES") ? "care-leaver-visited" : "care-leaver-not-reached",
                contacted,
                null,
                true,
                summary()));
    }
}
