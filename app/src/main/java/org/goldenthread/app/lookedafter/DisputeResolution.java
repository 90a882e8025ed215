package org.goldenthread.app.lookedafter;

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
 * What a reviewing officer takes up with the authority over a child’s care plan: informally first, then through levels of management, and to
 * Cafcass at any time (IRO Handbook 2010, chapter 6; Children Act 1989, section 25B). The stages are the pathway’s.
 */
@Kind(
        id = "dispute-resolution",
        title = "Reviewing officer’s dispute",
        plural = "Reviewing officer’s disputes",
        follows = "period-of-care",
        events = "dispute-raised")
record DisputeResolution(
        @Ask(value = "Raised", needed = true, today = true) LocalDate raised,

        @Ask(
                value = "What is wrong",
                hint = "The plan, how it is carried out, a decision, resources, practice",
                needed = true,
                prose = true)
        String concern,

        @Ask(value = "What should happen", hint = "And by when", prose = true)
        String wanted,

        @Ask(
                value = "The child’s own words",
                hint =
                        "Whether the child wants this raised. It may be raised against the child’s wish where the child’s welfare needs it",
                prose = true,
                voice = true)
        String ownWords,

        @Ask(value = "Was the child told of advocacy and complaints?") @Nullable Boolean toldOfAdvocacy,

        @Ask(value = "How it was resolved", prose = true) String outcome)
        implements Content {

    @Override
    public String summary() {
        return "Dispute raised by the reviewing officer";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("dispute-raised", raised, summary()));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "outcome" ->
                outcome.isBlank() ? Optional.of(new Fault("outcome", "Write how it was resolved")) : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
