package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.app.visits.Seeing;
import org.goldenthread.app.visits.SeenAlone;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry under section 47 of the Children Act 1989.
 *
 * @param strategyDiscussion the day of the discussion that began it: the 15 working days to the conference count from there
 */
@Kind(
        id = "section-47",
        title = "Section 47 enquiry",
        plural = "Section 47 enquiries",
        follows = "strategy-discussion",
        events = {"section-47-began", "section-47-strategy-discussion", "child-seen"})
record Section47(
        @Ask(value = "Date it began", needed = true, from = "held", section = "Seeing the child")
        LocalDate began,

        @Ask(
                value = "Date of the strategy discussion",
                hint = "The 15 working days to the conference count from here",
                needed = true,
                from = "held")
        LocalDate strategyDiscussion,

        @Ask(value = "Date the child was seen", hint = "Leave blank until the child has been seen") @Nullable LocalDate seen,

        @Ask("Was the child seen alone?") @Nullable SeenAlone seenAlone,

        @Ask(value = "Why the child was not seen, or not alone", prose = true)
        String whyNotSeen,

        @Ask(
                value = "The child’s own words",
                hint = "As the child said, drew, signed or showed it; for a baby, what you saw",
                prose = true,
                voice = true)
        String ownWords,

        @Ask(value = "Analysis", prose = true, section = "Finding")
        String analysis,

        @Ask("Finding") @Nullable Finding finding)
        implements Content {

    @Override
    public String summary() {
        return "Section 47 enquiry"
                + (finding == null ? "" : ": " + finding.label().toLowerCase(java.util.Locale.UK));
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("section-47-began", began, "Section 47 enquiry began"));
        happened.add(Happening.of(
                "section-47-strategy-discussion",
                strategyDiscussion,
                "Strategy discussion that began the section 47 enquiry"));
        if (seen != null) {
            happened.add(Happening.of(
                    "child-seen",
                    seen,
                    seenAlone == SeenAlone.YES ? "Child seen alone for the enquiry" : "Child seen for the enquiry"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (strategyDiscussion.isAfter(began)) {
            faults.add(new Fault("began", "The enquiry cannot have begun before the strategy discussion"));
        }
        if (seen != null && seen.isBefore(began)) {
            faults.add(new Fault("seen", "The child cannot have been seen for it before it began"));
        }
        return faults;
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return Optional.ofNullable(
                switch (need) {
                    case "seen" -> Seeing.lacks(seen, seenAlone, whyNotSeen);
                    case "views" -> Seeing.lacksVoice(ownWords);
                    case "analysis" -> analysis.isBlank() ? new Fault("analysis", "Write the analysis") : null;
                    case "finding" -> finding == null ? new Fault("finding", "Choose a finding") : null;
                    default -> Content.super.lacks(need).orElse(null);
                });
    }
}
