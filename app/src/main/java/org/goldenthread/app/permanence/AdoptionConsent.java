package org.goldenthread.app.permanence;

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
 * That every parent and guardian consents to the child’s being placed for adoption (Adoption and Children Act 2002, sections 19 and 20), or,
 * for a child under six weeks, has agreed to it in writing (Adoption Agencies Regulations 2005, regulation 35(4)). Consent under section 19
 * authorises the council to place the child, and so begins the reviews of regulation 36(1); the agreement for a child under six weeks does not.
 *
 * @param given the day on which the last of them consented
 * @param adopters the reference of the household, where they consent to placement with those adopters alone; empty for any whom the agency chooses
 * @param ended the day on which it was withdrawn, or on which a care order or placement order took its place (section 19(3))
 */
@Kind(
        id = "adoption-consent",
        title = "Consent to placement for adoption",
        plural = "Consents to placement for adoption",
        follows = "period-of-care",
        events = {"adoption-agreement-given", "authorised-to-place", "authority-to-place-ended"})
record AdoptionConsent(
        @Ask(value = "Consented on", needed = true, hint = "The day on which the last parent or guardian did")
        LocalDate given,

        @Ask(value = "Kind of consent", needed = true) ConsentKind kind,

        @Ask(
                value = "Who consented",
                hint = "Each parent and guardian, and the Cafcass officer who witnessed it",
                prose = true)
        String givenBy,

        @Ask(
                value = "Only with this adopters’ household",
                hint = "Its reference, such as AH0012. Leave blank where they consent to any whom the agency chooses")
        String adopters,

        @Ask(
                value = "Do they consent to adoption in advance too?",
                hint = "Section 20: they are then not asked again before the order, unless they withdraw it")
        @Nullable Boolean advance,

        @Ask(
                value = "Ended",
                hint = "Withdrawn, or a care order or placement order was made. Leave blank while it lasts")
        @Nullable LocalDate ended)
        implements Content {

    @Override
    public String summary() {
        return kind == ConsentKind.SECTION_19
                ? "Consent to placement for adoption"
                : "Written agreement to placement for adoption before six weeks";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (kind != ConsentKind.SECTION_19) {
            happened.add(Happening.of("adoption-agreement-given", given, summary()));
            return happened;
        }
        happened.add(new Happening(
                "authorised-to-place",
                given,
                null,
                true,
                "The council may place the child for adoption, by consent"
                        + (Boolean.TRUE.equals(advance) ? "; consent to adoption given in advance" : "")));
        if (ended != null) {
            happened.add(new Happening(
                    "authority-to-place-ended", ended, null, true, "Consent to placement for adoption ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return ended != null && ended.isBefore(given)
                ? List.of(new Fault("ended", "It cannot have ended before it was given"))
                : List.of();
    }
}
