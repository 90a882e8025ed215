package org.goldenthread.app.tasks;

import java.util.List;
import org.goldenthread.app.web.Paging;
import org.goldenthread.core.clocks.ClockStanding;

/**
 * What waits for somebody.
 *
 * @param team whether it is the team's wall; otherwise it is one's own work
 * @param waiting what may be decided or written on now
 * @param children the children allocated, the most pressing first
 * @param waitingPaging which page of what waits, over all of it
 * @param childrenPaging which page of the children, over all of them
 * @param supervision whether they may record supervision
 * @param cut whether so much waits that not even the pages after this one show all of it
 */
public record WorkPage(
        boolean team,
        List<Waiting> waiting,
        Paging waitingPaging,
        List<Child> children,
        Paging childrenPaging,
        Counts counts,
        boolean cut,
        boolean mayBegin,
        boolean supervision,
        boolean reviewsOpenings,
        long openings) {

    /** A record that waits, and its most pressing clock. */
    public record Waiting(String what, String person, String address, String since, Due due) {}

    /** A child who is allocated, and the most pressing clock. */
    public record Child(String name, String born, String address, String worker, String team, Due due, int running) {}

    public record Counts(int overdue, int dueSoon, int due, int paused) {}

    /** A clock in a list. Its tag says in words what its colour says. */
    public record Due(String name, String day, String label, String tag) {
        public static final Due NONE = new Due("", "", "", "");

        static Due of(String name, String day, ClockStanding standing) {
            return new Due(
                    name,
                    day,
                    standing.label(),
                    switch (standing) {
                        case OVERDUE -> "govuk-tag govuk-tag--red";
                        case DUE_SOON -> "govuk-tag govuk-tag--yellow";
                        case PAUSED -> "govuk-tag govuk-tag--grey";
                        default -> "govuk-tag govuk-tag--blue";
                    });
        }
    }
}
