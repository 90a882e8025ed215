package org.goldenthread.app.earlyhelp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** What a family needs and who can help, seen as a whole and with them (Working Together to Safeguard Children, on early help assessments). */
@Kind(
        id = "early-help-assessment",
        socialCare = false,
        title = "Early help assessment",
        plural = "Early help assessments",
        follows = "contact",
        together = true,
        events = "early-help-assessment-began")
record EarlyHelpAssessment(
        @Ask(value = "Date it began", needed = true, today = true)
        LocalDate began,

        @Ask(value = "Does the family agree to it?", hint = "A parent, or a young person who can decide for themselves")
        @Nullable Agreement agreement,

        @Ask(value = "Organisation that leads it", hint = "Such as a school, a health visitor’s team or the council")
        String organisation,

        @Ask(
                value = "The child’s own words",
                hint = "As the child said, drew, signed or showed it; for a baby, what you saw",
                prose = true,
                voice = true,
                section = "The family’s views")
        String ownWords,

        @Ask(value = "What parents and carers say", prose = true)
        String parentsViews,

        @Ask(value = "What is working well", prose = true, section = "What the family needs")
        String strengths,

        @Ask(value = "What would help", hint = "Each need, and whose it is", prose = true)
        String needs,

        @Ask(value = "Analysis", hint = "What it means for each child", prose = true)
        String analysis)
        implements Content {

    @Override
    public String summary() {
        return "Early help assessment" + (organisation.isBlank() ? "" : " led by " + organisation);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("early-help-assessment-began", began, "Early help assessment began"));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return Optional.ofNullable(
                switch (need) {
                    case "agreement" ->
                        agreement == Agreement.YES
                                ? null
                                : new Fault("agreement", "Early help needs the family’s agreement: record it first");
                    case "views" ->
                        ownWords.isBlank() ? new Fault("ownWords", "Write down the child’s own words") : null;
                    case "analysis" -> analysis.isBlank() ? new Fault("analysis", "Write the analysis") : null;
                    default -> Content.super.lacks(need).orElse(null);
                });
    }
}
