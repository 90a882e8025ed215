package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a person. It is written once and read from both ends.
 *
 * @param other the one who is, say, the mother of the person
 * @param parentalResponsibility whether the other has it for the person (Children Act 1989, section 3); null where not known
 */
@Kind(
        id = "relationship",
        socialCare = false,
        title = "Relationship",
        plural = "Family and relationships",
        offered = false)
record Relationship(
        @Ask(value = "Who", needed = true) UUID other,

        @Ask(value = "What they are to this person", needed = true)
        RelationshipKind kind,

        @Ask("Do they have parental responsibility?") @Nullable Boolean parentalResponsibility,

        @Ask(value = "From", hint = "Leave blank for a relationship by birth") @Nullable LocalDate started,

        @Ask(value = "To", hint = "Leave blank while it lasts") @Nullable LocalDate ended,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return kind.label() + (Boolean.TRUE.equals(parentalResponsibility) ? ", has parental responsibility" : "");
    }

    @Override
    public List<Fault> faults() {
        return started != null && ended != null && ended.isBefore(started)
                ? List.of(new Fault("ended", "The last day must be on or after the first"))
                : List.of();
    }
}
