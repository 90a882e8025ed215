package org.goldenthread.app.supervision;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/**
 * What a supervision session said of one child, and who does what. Where a session is about several children, each has a record of their own, so
 * that each is seen by those who may see that child and what is said of one is never on another’s page. It follows the allocation of whoever works
 * with the child: supervision is of their work, and is owed no more when they cease to.
 */
@Kind(
        id = "supervision",
        title = "Supervision",
        plural = "Supervision",
        follows = "allocation",
        offered = false,
        events = "supervision-held")
record Supervision(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask(value = "Kind", needed = true) SupervisionKind kind,
        @Ask("Supervisor") String supervisor,

        @Ask(value = "Who attended", hint = "Colleagues alone. Name no other child or family here")
        String attended,

        @Ask(
                value = "The child’s own words",
                hint = "What the child says that the discussion turned on",
                prose = true,
                voice = true)
        String ownWords,

        @Ask(value = "Discussion", hint = "Of this child alone", prose = true, needed = true)
        String discussion,

        @Ask(value = "Actions", hint = "Who does what, by when", prose = true)
        String actions)
        implements Content {

    @Override
    public String summary() {
        return kind.label() + " held";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("supervision-held", held, null, true, summary()));
    }
}
