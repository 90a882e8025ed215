package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** A strengths and difficulties questionnaire, filled in by the carer, or why there is none. */
@Kind(
        id = "strengths-and-difficulties",
        title = "Strengths and difficulties questionnaire",
        plural = "Strengths and difficulties questionnaires",
        follows = "period-of-care",
        events = "questionnaire-completed")
record StrengthsAndDifficulties(
        @Ask(value = "Date", needed = true, today = true) LocalDate completed,
        @Ask(value = "Score", hint = "0 to 40") @Nullable Integer score,

        @Ask(value = "Why there is no score", codes = "ssda903 SDQ_REASON")
        String reasonNone)
        implements Content {

    @Override
    public String summary() {
        return "Strengths and difficulties questionnaire" + (score == null ? "" : ": " + score);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("questionnaire-completed", completed, null, true, summary()));
    }

    @Override
    public List<Fault> faults() {
        if (score != null && (score < 0 || score > 40)) {
            return List.of(new Fault("score", "The score must be from 0 to 40"));
        }
        return score == null && reasonNone.isEmpty()
                ? List.of(new Fault("score", "Enter the score, or choose why there is none"))
                : List.of();
    }
}
