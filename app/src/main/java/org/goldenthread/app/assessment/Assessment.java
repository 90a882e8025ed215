package org.goldenthread.app.assessment;

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
 * A social work assessment under section 17 of the Children Act 1989.
 *
 * @param began the day from which its 45 working days count (children in need census, actual start date)
 * @param seen the first day on which the child was seen for it
 * @param factors codes of the census, AssessmentFactors
 */
@Kind(
        id = "assessment",
        title = "Assessment",
        plural = "Assessments",
        follows = "referral",
        events = {"assessment-began", "child-seen"})
record Assessment(
        @Ask(
                value = "Date it began",
                hint =
                        "The 45 working days count from here: the date of the referral, or of the decision to assess again",
                needed = true,
                today = true,
                section = "Seeing the child")
        LocalDate began,

        @Ask(value = "Date the child was seen", hint = "Leave blank until the child has been seen") @Nullable LocalDate seen,

        @Ask("Was the child seen alone?") @Nullable SeenAlone seenAlone,

        @Ask(value = "Why the child was not seen, or not alone", prose = true)
        String whyNotSeen,

        @Ask(
                value = "The child’s own words",
                hint = "As the child said, drew, signed or showed it; for a baby, what you saw",
                prose = true,
                voice = true,
                section = "The child’s views")
        String ownWords,

        @Ask(value = "What the child wants to happen", prose = true, voice = true)
        String wishes,

        @Ask(value = "What parents and carers say", prose = true, section = "Family and circumstances")
        String parentsViews,

        @Ask(value = "What is working well", prose = true) String strengths,

        @Ask(value = "What we are worried about", prose = true)
        String worries,

        @Ask(
                value = "Analysis",
                hint = "What it means for this child, and what will happen if nothing changes",
                prose = true,
                section = "Analysis and outcome")
        String analysis,

        @Ask(
                value = "Factors found",
                codes = "cin AssessmentFactors",
                hint = "Choose all that apply; the census asks for them")
        List<String> factors,

        @Ask("Recommendation") @Nullable Outcome outcome,

        @Ask(value = "What happens next", hint = "Who does what, by when", prose = true)
        String plan)
        implements Content {

    @Override
    public String summary() {
        return "Assessment" + (outcome == null ? "" : ": " + outcome.label().toLowerCase(java.util.Locale.UK));
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("assessment-began", began, "Assessment began"));
        if (seen != null) {
            happened.add(Happening.of(
                    "child-seen",
                    seen,
                    seenAlone == SeenAlone.YES
                            ? "Child seen alone for the assessment"
                            : "Child seen for the assessment"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return seen != null && seen.isBefore(began)
                ? List.of(new Fault("seen", "The child cannot have been seen for it before it began"))
                : List.of();
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return Optional.ofNullable(
                switch (need) {
                    case "seen" -> Seeing.lacks(seen, seenAlone, whyNotSeen);
                    case "views" -> Seeing.lacksVoice(ownWords);
                    case "factors" ->
                        factors.isEmpty()
                                ? new Fault("factors", "Choose the factors found, or “no factors identified”")
                                : null;
                    case "analysis" -> analysis.isBlank() ? new Fault("analysis", "Write the analysis") : null;
                    case "outcome" -> outcome == null ? new Fault("outcome", "Choose a recommendation") : null;
                    default -> Content.super.lacks(need).orElse(null);
                });
    }
}
