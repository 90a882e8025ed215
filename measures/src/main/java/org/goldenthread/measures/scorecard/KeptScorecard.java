package org.goldenthread.measures.scorecard;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scorecard as text, whole, so that one that was issued can be held against those that come after it. The text is for keeping: what
 * readers are given is a publication's.
 */
public final class KeptScorecard {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private KeptScorecard() {}

    public static String toJson(Scorecard scorecard) {
        return MAPPER.writeValueAsString(scorecard);
    }

    /**
     * The scorecard that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the text is no scorecard
     */
    public static Scorecard fromJson(String json) {
        try {
            return MAPPER.readValue(json, Scorecard.class);
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(
                    "A kept scorecard cannot be read. Restore it from your backup: without it a new Part 1 cannot be held"
                            + " against what was issued before.",
                    problem);
        }
    }
}
