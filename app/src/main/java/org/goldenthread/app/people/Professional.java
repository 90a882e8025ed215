package org.goldenthread.app.people;

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
 * Somebody of another agency who works with a child or one of the family.
 *
 * @param started null where it is not known since when
 * @param ended null while they work with them
 */
@Kind(
        id = "professional",
        socialCare = false,
        title = "Professional or agency",
        plural = "Professionals and agencies",
        together = true,
        events = {"professional-involved", "professional-ended"})
record Professional(
        @Ask(value = "Role", needed = true) ProfessionalRole role,

        @Ask(value = "Name", hint = "Leave blank where only the agency is known")
        String name,

        @Ask(value = "Organisation", hint = "For example, the surgery, the school or the trust", needed = true)
        String organisation,

        @Ask(value = "Telephone", section = "How to reach them")
        String telephone,

        @Ask("Email") String email,

        @Ask(value = "From", hint = "Leave blank if it is not known", section = "When") @Nullable LocalDate started,

        @Ask(value = "To", hint = "Leave blank while it lasts") @Nullable LocalDate ended,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return role.label() + ": " + (name.isBlank() ? "" : name + ", ") + organisation;
    }

    /** How to reach them, in one line; empty where it is not known. */
    String reach() {
        return telephone.isBlank() || email.isBlank() ? telephone + email : telephone + ", " + email;
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (started != null) {
            happened.add(Happening.of("professional-involved", started, summary()));
        }
        if (ended != null) {
            happened.add(Happening.of("professional-ended", ended, summary() + ", ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (started != null && ended != null && ended.isBefore(started)) {
            faults.add(new Fault("ended", "The last day must be on or after the first"));
        }
        if (!email.isBlank() && !email.contains("@")) {
            faults.add(new Fault("email", "Enter an email address like name@example.org, or leave it blank"));
        }
        return faults;
    }
}
