package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A health assessment, dental check or immunisation check of a child looked after. */
@Kind(
        id = "health-assessment",
        title = "Health check",
        plural = "Health checks",
        follows = "period-of-care",
        events = {
            "initial-health-assessment-made",
            "review-health-assessment-made",
            "dental-check-made",
            "health-surveillance-made",
            "immunisations-checked"
        })
record HealthAssessment(
        @Ask(value = "Date", needed = true, today = true) LocalDate made,
        @Ask(value = "What", needed = true) HealthCheck kind,
        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return kind.label();
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening(kind.event(), made, null, true, summary()));
    }
}
