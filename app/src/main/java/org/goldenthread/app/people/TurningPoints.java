package org.goldenthread.app.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.records.Event;

/**
 * What a story tells of where nobody picked: the beginning of what is known of a child, and the latest decisions and turning points. How it
 * began is left out of no story, however long the child has been known.
 */
final class TurningPoints {

    private static final int FIRST = 8;
    private static final int LATEST = 32;

    /** What is written from day to day, or done again and again while nothing changes. */
    static final Set<String> ROUTINE = Set.of(
            "address",
            "adoption-visits",
            "agency-share",
            "agency-sharing",
            "agreed-action",
            "allocation",
            "attachment",
            "care-leaver-contact",
            "care-year",
            "case-note",
            "child-in-need-review",
            "core-group",
            "cost-split",
            "dispute-resolution",
            "early-help-note",
            "education-plan",
            "family-plan-review",
            "health-assessment",
            "looked-after-review",
            "nhs-access",
            "nhs-number-check",
            "pathway-plan-review",
            "placement-notification",
            "placement-plan",
            "professional",
            "sharing-consent",
            "short-break",
            "strengths-and-difficulties",
            "supervision",
            "visit",
            "visit-request");

    /** Steps on the way, by the names of their events: told while nothing else is to be told of their record, such as a decision. */
    private static final Set<String> STEPS = Set.of(
            "adoption-papers-received",
            "adoption-parents-told",
            "adoption-parents-written",
            "assessment-began",
            "assessment-returned",
            "assessment-reviewed",
            "assessment-submitted",
            "early-help-assessment-began",
            "initial-conference-held",
            "leaving-care-assessment-began",
            "leaving-care-assessment-submitted",
            "mash-enquiry-begun",
            "mash-rated-amber",
            "mash-rated-green",
            "mash-rated-red",
            "placement-approved",
            "placement-planned",
            "private-fostering-proposed",
            "referral-received",
            "return-interview-held",
            "return-interview-offered",
            "section-47-conference",
            "section-47-returned",
            "section-47-strategy-discussion",
            "section-47-submitted",
            "strategy-discussion-held",
            "strategy-discussion-requested",
            "unregulated-accommodation-began");

    private TurningPoints() {}

    /** @param all the latest first, without routine */
    static StoryPage.Happened of(List<Event> all) {
        Set<UUID> reached = all.stream()
                .filter(event -> !STEPS.contains(event.name()))
                .map(Event::record)
                .collect(Collectors.toSet());
        List<Event> events = all.stream()
                .filter(event -> !STEPS.contains(event.name()) || !reached.contains(event.record()))
                .toList();
        if (events.size() <= FIRST + LATEST) {
            return StoryPage.Happened.all(events);
        }
        return new StoryPage.Happened(
                events.subList(events.size() - FIRST, events.size()).reversed(),
                events.size() - FIRST - LATEST,
                events.subList(0, LATEST).reversed());
    }
}
