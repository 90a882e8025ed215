package org.goldenthread.app.leavingcare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.app.visits.Seeing;

/**
 * What a young person who is to leave care, or has left it, needs by way of advice, help and support (Care Planning, Placement and Case Review
 * (England) Regulations 2010, regulation 42; Care Leavers (England) Regulations 2010, regulation 5). The pathway plan comes of it.
 */
@Kind(
        id = "leaving-care-assessment",
        title = "Assessment of needs for leaving care",
        plural = "Assessments of needs for leaving care",
        events = "leaving-care-assessment-began")
record LeavingCareAssessment(
        @Ask(value = "Date it began", needed = true, today = true)
        LocalDate began,

        @Ask(
                value = "The young person’s own words",
                hint = "What they want and how they see it, in their words",
                prose = true,
                voice = true)
        String ownWords,

        @Ask(
                value = "Who else took part",
                hint = "Parents, carers, school or college, the reviewing officer, the personal adviser, health",
                prose = true)
        String takenPart,

        @Ask(value = "Health and development", section = "What they need", prose = true)
        String health,

        @Ask(value = "Education, training and employment", prose = true)
        String education,

        @Ask(value = "Family and other people who matter", prose = true)
        String relationships,

        @Ask(value = "Money", hint = "What they have, and how they manage with it", prose = true)
        String money,

        @Ask(value = "Skills for living independently", prose = true)
        String skills,

        @Ask(
                value = "Somewhere to live, care and support",
                hint = "Staying put with their carers is asked of everybody in foster care",
                prose = true)
        String accommodation,

        @Ask(value = "Analysis", hint = "What it means for this young person, and what the plan must do", prose = true)
        String analysis)
        implements Content {

    @Override
    public String summary() {
        return "Assessment of needs for leaving care";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(
                Happening.of("leaving-care-assessment-began", began, "Assessment of needs for leaving care began"));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "views" -> Optional.ofNullable(Seeing.lacksVoice(ownWords));
            case "analysis" ->
                analysis.isBlank() ? Optional.of(new Fault("analysis", "Write the analysis")) : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
