package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often children in care were missing or away without leave in the last twelve months, and what followed. */
final class Missing {
    private static final String MISSING = "M";

    private final Window window;
    private final Map<String, List<Fact>> episodes;
    private final boolean tells;

    Missing(Facts facts, Window window) {
        this.window = window;
        episodes = Fact.by("miss_person_id", facts.list("ssd_missing"));
        tells = !episodes.isEmpty() || facts.covers("ssda903.missing");
    }

    /** Writes nothing where no source tells of any child's being missing. */
    void describe(Draft draft, String person) {
        if (!tells) {
            return;
        }
        int missing = 0;
        int absent = 0;
        @Nullable Fact last = null;
        @Nullable LocalDate since = null;
        for (Fact episode : episodes.getOrDefault(person, List.of())) {
            LocalDate start = episode.date("miss_missing_episode_start_date");
            boolean isMissing = episode.text("miss_missing_episode_type")
                    .toUpperCase(Locale.ROOT)
                    .startsWith(MISSING);
            if (start == null || !window.isInTwelveMonths(start)) {
                continue;
            }
            if (!isMissing) {
                absent++;
                continue;
            }
            missing++;
            if (since == null || start.isAfter(since)) {
                since = start;
                last = episode;
            }
        }
        draft.number("missing_episodes", missing).number("absent_episodes", absent);
        if (last != null) {
            draft.code("return_interview_offered", last.text("miss_missing_rhi_offered"))
                    .code("return_interview_accepted", last.text("miss_missing_rhi_accepted"));
        }
    }
}
