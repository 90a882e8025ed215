package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How social care, education and health share what a placement costs, as their panel decides. No law sets the shares; who chairs, and so
 * decides, is set locally.
 */
@Kind(
        id = "cost-split",
        title = "Cost-splitting decision",
        plural = "Cost-splitting decisions",
        follows = "placement",
        events = {"cost-split-proposed", "cost-split-review-due"})
record CostSplit(
        @Ask(value = "Put to the panel", needed = true, today = true)
        LocalDate proposed,

        @Ask(value = "Social care, per cent", hint = "A whole number. The three add up to 100") @Nullable Integer socialCare,

        @Ask("Education, per cent") @Nullable Integer education,

        @Ask("Health, per cent") @Nullable Integer health,

        @Ask(value = "Why these shares", prose = true) String rationale,

        @Ask(value = "To be reviewed on", hint = "The day by which the panel looks at it again") @Nullable LocalDate reviewBy)
        implements Content {

    private static final int WHOLE = 100;

    @Override
    public String summary() {
        return socialCare == null || education == null || health == null
                ? "Cost split"
                : "Cost split: social care " + socialCare + "%, education " + education + "%, health " + health + "%";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        // Counts towards the placement, and so ties the review to it: with the placement the clock ends.
        happened.add(new Happening("cost-split-proposed", proposed, null, true, "Cost split put to the panel"));
        if (reviewBy != null) {
            happened.add(Happening.of("cost-split-review-due", reviewBy, "Cost split to be reviewed"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        share("socialCare", socialCare).ifPresent(faults::add);
        share("education", education).ifPresent(faults::add);
        share("health", health).ifPresent(faults::add);
        if (faults.isEmpty() && socialCare != null && education != null && health != null) {
            int sum = socialCare + education + health;
            if (sum != WHOLE) {
                faults.add(new Fault("socialCare", "The shares must add up to 100 per cent; they add up to " + sum));
            }
        }
        if (reviewBy != null && reviewBy.isBefore(proposed)) {
            faults.add(new Fault("reviewBy", "It cannot be reviewed before it was put to the panel"));
        }
        return faults;
    }

    private static Optional<Fault> share(String field, @Nullable Integer share) {
        return share == null || (share >= 0 && share <= WHOLE)
                ? Optional.empty()
                : Optional.of(new Fault(field, "Enter a share from 0 to 100 per cent"));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "shares" ->
                Stream.of(socialCare, education, health).anyMatch(share -> share == null)
                        ? Optional.of(new Fault("socialCare", "Enter the three shares, 0 where one pays nothing"))
                        : Optional.empty();
            case "review-date" ->
                reviewBy == null
                        ? Optional.of(new Fault("reviewBy", "Enter the day by which it is reviewed"))
                        : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
