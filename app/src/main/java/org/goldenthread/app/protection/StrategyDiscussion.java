package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A strategy discussion: what agencies know, and whether there must be a section 47 enquiry. It is quorate with social care,
 * police and health (Working Together to Safeguard Children).
 */
@Kind(
        id = "strategy-discussion",
        title = "Strategy discussion",
        plural = "Strategy discussions",
        together = true,
        events = {"strategy-discussion-requested", "strategy-discussion-held"})
record StrategyDiscussion(
        @Ask(value = "Date requested", needed = true, today = true)
        LocalDate requested,

        @Ask(value = "Date held", hint = "Leave blank until it has been held") @Nullable LocalDate held,

        @Ask("Time held") @Nullable LocalTime heldAt,

        @Ask(value = "Social care", hint = "Who took part and their seniority", section = "Who took part")
        String socialCare,

        @Ask(value = "Police", hint = "Who took part and their rank")
        String police,

        @Ask(value = "Health", hint = "Who took part and their post")
        String health,

        @Ask(value = "Others", prose = true) String others,

        @Ask(value = "What was shared", prose = true, section = "Discussion")
        String shared,

        @Ask(
                value = "Hypothesis",
                hint = "What may be happening to the child, and what else may explain it",
                prose = true)
        String hypothesis,

        @Ask(value = "Rationale", hint = "Why the decision is what it is. Needed before the decision", prose = true)
        String rationale)
        implements Content {

    @Override
    public String summary() {
        return held == null ? "Strategy discussion requested" : "Strategy discussion held";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("strategy-discussion-requested", requested, "Strategy discussion requested"));
        if (held != null) {
            happened.add(new Happening("strategy-discussion-held", held, heldAt, false, "Strategy discussion held"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return held != null && held.isBefore(requested)
                ? List.of(new Fault("held", "It cannot have been held before it was requested"))
                : List.of();
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "held" ->
                held == null ? Optional.of(new Fault("held", "Enter the date on which it was held")) : Optional.empty();
            case "quorum" -> quorum();
            case "rationale" ->
                rationale.isBlank() ? Optional.of(new Fault("rationale", "Write the rationale")) : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }

    private Optional<Fault> quorum() {
        String missing = Stream.of(
                        socialCare.isBlank() ? "social care" : "",
                        police.isBlank() ? "police" : "",
                        health.isBlank() ? "health" : "")
                .filter(agency -> !agency.isEmpty())
                .collect(Collectors.joining(" and "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fault("socialCare", "It is not quorate without " + missing + ": write who took part"));
    }
}
