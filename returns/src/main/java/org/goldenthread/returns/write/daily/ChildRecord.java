package org.goldenthread.returns.write.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that the collection takes of one child while it is put together. */
final class ChildRecord {
    private static final int MOST_DISABILITIES = 12;

    private final Map<String, Object> details = new TreeMap<>();
    private final TreeSet<String> disabilities = new TreeSet<>();
    private final List<Map<String, Object>> scores = new ArrayList<>();
    private final Map<String, CareEpisode> episodes = new LinkedHashMap<>();

    Map<String, Object> details() {
        return details;
    }

    /** @return whether there was room for it */
    boolean addDisability(String code) {
        return disabilities.contains(code) || (disabilities.size() < MOST_DISABILITIES && disabilities.add(code));
    }

    Map<String, Object> addScore() {
        Map<String, Object> score = new TreeMap<>();
        scores.add(score);
        return score;
    }

    CareEpisode episode(String id) {
        return episodes.computeIfAbsent(id, CareEpisode::new);
    }

    /**
     * The episode that something belongs to: that of its referral where it names one; else the latest that was open on its day; else one of its
     * own, since the schema knows nothing outside an episode.
     */
    CareEpisode episodeOf(@Nullable String referral, @Nullable LocalDate day, String own) {
        if (SchemaValues.isKey(referral)) {
            return episode(String.valueOf(referral));
        }
        return day == null ? episode(own) : openOn(day).orElseGet(() -> episode(own));
    }

    /** The latest episode; empty where none has a date. */
    Optional<CareEpisode> latest() {
        return episodes.values().stream()
                .filter(episode -> episode.referred() != null)
                .max(Comparator.comparing(episode -> String.valueOf(episode.referred())));
    }

    private Optional<CareEpisode> openOn(LocalDate day) {
        return episodes.values().stream()
                .filter(episode -> episode.contains(day))
                .max(Comparator.comparing(episode -> String.valueOf(episode.referred())));
    }

    Map<String, Object> toObject(String id) {
        Map<String, Object> object = new TreeMap<>();
        object.put("la_child_id", id);
        object.put("purge", false);
        if (!disabilities.isEmpty()) {
            details.put("disabilities", List.copyOf(disabilities));
        }
        if (!details.isEmpty()) {
            object.put("child_details", details);
        }
        if (!scores.isEmpty()) {
            scores.sort(Comparator.comparing(Json::canonical));
            object.put("health_and_wellbeing", Map.of("sdq_assessments", scores));
        }
        List<Map<String, Object>> told = new ArrayList<>(
                episodes.values().stream().map(CareEpisode::toObject).toList());
        told.sort(Comparator.comparing((Map<String, Object> episode) -> String.valueOf(episode.get("referral_date")))
                .thenComparing(Json::canonical));
        if (!told.isEmpty()) {
            object.put("social_care_episodes", told);
        }
        return object;
    }
}
