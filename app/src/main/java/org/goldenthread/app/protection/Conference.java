package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An initial child protection conference, after a section 47 enquiry or of a child on another authority's plan who moves here.
 *
 * @param agencies how many agencies took part besides social care
 */
@Kind(
        id = "conference",
        title = "Initial conference",
        plural = "Initial conferences",
        follows = {"section-47", "transfer-in"},
        events = "initial-conference-held")
record Conference(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask("Chaired by") String chair,
        @Ask(value = "Who took part", prose = true) String attended,

        @Ask(
                value = "How many agencies took part besides social care",
                hint = "A conference is quorate with three agencies in all")
        @Nullable Integer agencies,

        @Ask(value = "The child’s own words", prose = true, voice = true, section = "Views")
        String ownWords,

        @Ask(value = "What parents and carers say", prose = true)
        String parentsViews,

        @Ask(value = "Discussion and analysis", prose = true)
        String discussion)
        implements Content {

    private static final int QUORATE = 2;

    @Override
    public String summary() {
        return "Initial child protection conference";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(
                new Happening("initial-conference-held", held, null, true, "Initial child protection conference held"));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "views" ->
                ownWords.isBlank()
                        ? Optional.of(new Fault("ownWords", "Write the child’s own words, or who spoke for the child"))
                        : Optional.empty();
            case "quorum" ->
                agencies == null
                        ? Optional.of(new Fault("agencies", "Enter how many agencies took part besides social care"))
                        : agencies < QUORATE && discussion.isBlank()
                                ? Optional.of(new Fault(
                                        "discussion",
                                        "It was not quorate: write why it was held and the decision made all the same"))
                                : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
