package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Draws children in care: periods of care that are open, or that ended in the last six months, without those that are wholly short breaks. A period that
 * has ended is described as it stood at its end.
 */
final class Care {
    private static final int LIST = 8;
    private static final List<Plan> PLANS = List.of(
            new Plan("ADOPTION", "adoption"),
            new Plan("LTFOST18|LTRELFR", "long-term-fostering"),
            new Plan("RESPLMT", "long-term-residential"),
            new Plan("SUPPLIV", "supported-living"),
            new Plan("RETURN1M|RETURN6M|RETURNEV|REMAINSUP", "return-to-family"),
            new Plan("OTHERPLN", "other"));

    private final Drawing drawing;
    private final Window window;
    private final Visits visits;
    private final Missing missing;
    private final Map<String, List<Fact>> episodes;
    private final Map<String, List<Fact>> statuses;
    private final Map<String, List<Fact>> placements;
    private final Map<String, List<Fact>> placementsOf;
    private final Map<String, List<Fact>> reviews;
    private final Map<String, List<Fact>> health;
    private final Map<String, List<Fact>> plans;

    Care(Drawing drawing, Visits visits) {
        this.drawing = drawing;
        this.window = drawing.window();
        this.visits = visits;
        Facts facts = drawing.facts();
        missing = new Missing(facts, window);
        episodes = Fact.by("clae_cla_id", facts.list("ssd_cla_episodes"));
        statuses = Fact.by("lega_person_id", facts.list("ssd_legal_status"));
        List<Fact> all = facts.list("ssd_cla_placement");
        placements = Fact.by("clap_cla_id", all);
        placementsOf = Fact.by("clap_person_id", all);
        reviews = Fact.by("clar_cla_id", facts.list("ssd_cla_reviews"));
        health = Fact.by("clah_person_id", facts.list("ssd_cla_health"));
        plans = Fact.by("lacp_person_id", facts.list("ssd_cla_care_plan"));
    }

    /**
     * A choice of a care plan.
     *
     * @param keys by which the Standard Safeguarding Dataset flags it
     */
    private record Plan(Pattern flag, String code) {
        Plan(String keys, String code) {
            this(Pattern.compile("\"(" + keys + ")\"\\s*:\\s*\"?(Y|YES|1|TRUE)\\b"), code);
        }
    }

    void draw() {
        List<Fact> periods = drawing.source(LIST, "gt_cla_periods_of_care", "children in care");
        Map<String, List<Fact>> periodsOf = Fact.by("person_id", periods);
        for (Fact period : periods) {
            String person = period.text("person_id");
            LocalDate start = period.date("start_date");
            boolean counts = window.wentOnInSixMonths(start, period.date("end_date")) && !period.isTrue("short_break");
            Draft draft = counts ? drawing.begin(LIST, person) : null;
            if (draft != null && start != null) {
                describe(draft, period, person, start, periodsOf.getOrDefault(person, List.of()));
                drawing.add(LIST, draft);
            }
        }
    }

    private void describe(Draft draft, Fact period, String person, LocalDate start, List<Fact> all) {
        LocalDate end = window.known(period.date("end_date"));
        // What begins on the day on which the child leaves care belongs to no time in it.
        LocalDate last = end == null ? window.day() : end.minusDays(1);
        String id = period.text("cla_id");
        drawing.children().describeUnaccompanied(draft, person, true);
        drawing.children().describeDisability(draft, person);
        draft.date("care_start_date", start)
                .date("care_end_date", end)
                .yesOrNo("second_period", isSecond(period, start, all))
                .date("last_visit_date", visits.lastInCare(person, start));
        if (end != null) {
            draft.code("care_end_reason", period.text("end_reason"));
        }
        describeEpisode(draft, id, last);
        describeStatus(draft, person, last);
        describePlacement(draft, id, person, last);
        @Nullable LocalDate reviewed = null;
        for (Fact review : reviews.getOrDefault(id, List.of())) {
            reviewed = window.latest(reviewed, review.date("clar_cla_review_date"));
        }
        draft.date("latest_review_date", reviewed);
        draft.date("last_health_assessment_date", lastCheck(person, "health assessment"));
        draft.date("last_dental_check_date", lastCheck(person, "dental"));
        draft.code("permanence_plan", plan(person));
        missing.describe(draft, person);
        drawing.teams().describe(draft, person, "");
    }

    /** Whether the child had left care and come back within the last twelve months. */
    private boolean isSecond(Fact period, LocalDate start, List<Fact> all) {
        return all.stream().anyMatch(other -> {
            LocalDate ended = other.date("end_date");
            return !other.equals(period)
                    && !other.isTrue("short_break")
                    && ended != null
                    && !ended.isAfter(start)
                    && window.isInTwelveMonths(ended);
        });
    }

    private void describeEpisode(Draft draft, String period, LocalDate last) {
        List<Fact> all = episodes.getOrDefault(period, List.of());
        Fact episode = latest(all, "clae_cla_episode_start_date", last);
        if (episode != null) {
            draft.code("category_of_need", episode.text("clae_cla_primary_need_code"));
        }
        @Nullable LocalDate seen = null;
        for (Fact one : all) {
            seen = window.latest(seen, one.date("clae_cla_last_iro_contact_date"));
        }
        draft.date("last_iro_visit_date", seen);
    }

    private void describeStatus(Draft draft, String person, LocalDate last) {
        Fact status = latest(statuses.getOrDefault(person, List.of()), "lega_legal_status_start_date", last);
        if (status != null) {
            draft.date("legal_status_start_date", status.date("lega_legal_status_start_date"))
                    .code("legal_status", status.text("lega_legal_status"));
        }
    }

    /** A snapshot holds the first half of a postcode alone, which is not enough to be written as one. */
    private void describePlacement(Draft draft, String period, String person, LocalDate last) {
        int placed = (int) placementsOf.getOrDefault(person, List.of()).stream()
                .filter(one -> !one.isTrue("gt_temporary") && !one.isTrue("gt_short_break"))
                .filter(one -> window.wentOnInTwelveMonths(
                        one.date("clap_cla_placement_start_date"), one.date("clap_cla_placement_end_date")))
                .count();
        draft.number("placements_last_12_months", placed);
        Fact placement = latest(placements.getOrDefault(period, List.of()), "clap_cla_placement_start_date", last);
        if (placement != null) {
            draft.date("placement_start_date", placement.date("clap_cla_placement_start_date"))
                    .code("placement_type", placement.text("clap_cla_placement_type"))
                    .code("placement_provider", placement.text("clap_cla_placement_provider"))
                    .text("placement_urn", placement.text("clap_cla_placement_urn"))
                    .code("placement_location", placement.text("gt_location"));
        }
    }

    private @Nullable LocalDate lastCheck(String person, String kind) {
        @Nullable LocalDate last = null;
        for (Fact check : health.getOrDefault(person, List.of())) {
            if (check.text("clah_health_check_type").toLowerCase(Locale.ROOT).contains(kind)) {
                last = window.latest(last, check.date("clah_health_check_date"));
            }
        }
        return last;
    }

    /** What the newest care plan chooses; empty where none that is open says. */
    private String plan(String person) {
        Fact plan = latest(
                plans.getOrDefault(person, List.of()).stream()
                        .filter(one -> window.isOpen(
                                one.date("lacp_cla_care_plan_start_date"), one.date("lacp_cla_care_plan_end_date")))
                        .toList(),
                "lacp_cla_care_plan_start_date",
                window.day());
        String told = plan == null ? "" : plan.text("lacp_cla_care_plan_json").toUpperCase(Locale.ROOT);
        return PLANS.stream()
                .filter(one -> one.flag().matcher(told).find())
                .map(Plan::code)
                .findFirst()
                .orElse("");
    }

    /** The one that began last, by the day given; null where none had begun. */
    private static @Nullable Fact latest(List<Fact> facts, String column, LocalDate by) {
        return facts.stream()
                .filter(fact -> {
                    LocalDate start = fact.date(column);
                    return start != null && !start.isAfter(by);
                })
                .max(Comparator.comparing(fact -> String.valueOf(fact.date(column))))
                .orElse(null);
    }
}
