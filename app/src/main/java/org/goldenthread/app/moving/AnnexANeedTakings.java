package org.goldenthread.app.moving;

import java.util.List;

/** What the lists of Annex A on children in need and child protection are in a mirror. Their days are those on which something was last so. */
final class AnnexANeedTakings {

    static final String REFERRALS = "List 3";
    static final String CASES = "List 6";
    private static final String ASSESSMENTS = "List 4";
    private static final String ENQUIRIES = "List 5";
    private static final String PLANS = "List 7";
    private static final String NOT_SAID = "Not in Annex A";
    private static final String RECEIVED = "Date of referral";
    private static final String OPENED = "CIN Start Date";
    private static final String CLOSED = "CIN Closure Date";
    private static final String ASSESSED = "Continuous Assessment Start Date";
    private static final String STRATEGY = "Strategy discussion initiating Section 47 Enquiry Start Date";
    private static final String CONFERENCE = "Date of Initial Child Protection Conference";
    private static final String PLANNED = "Child Protection Plan Start Date";
    private static final String REVIEWED = "Date of latest review conference";
    private static final String VISITED = "Date of the Last Statutory Visit";
    private static final String SEEN = "Date Child Was Last Seen";

    private AnnexANeedTakings() {}

    static final List<Taking> ALL = List.of(
            Taking.of(CASES, "referral", OPENED)
                    .until(CLOSED)
                    .day("received", OPENED)
                    .text("source", "Referral Source")
                    .text("primaryNeed", "Primary Need Code")
                    .says("concern", NOT_SAID),
            Taking.of(CASES, "closure", CLOSED)
                    .when(row -> row.has(CLOSED))
                    .follows(Follows.sameRow("referral"))
                    .day("closed", CLOSED)
                    .text("reason", "Reason for Closure"),
            // One of which there is no case: whether it is still open the list does not say.
            Taking.of(REFERRALS, "referral", RECEIVED)
                    .day("received", RECEIVED)
                    .text("source", "Referral Source")
                    .says("concern", NOT_SAID),
            Taking.of(ASSESSMENTS, "assessment", ASSESSED)
                    .until("Continuous Assessment Date of Authorisation")
                    .day("began", ASSESSED),
            // The list gives an enquiry no end.
            Taking.of(ENQUIRIES, "section-47", STRATEGY).day("began", STRATEGY).day("strategyDiscussion", STRATEGY),
            Taking.of(ENQUIRIES, "conference", CONFERENCE)
                    .when(row -> row.has(CONFERENCE))
                    .onceADay()
                    .follows(Follows.sameRow("section-47"))
                    .day("held", CONFERENCE),
            Taking.of(PLANS, "child-protection-plan", PLANNED)
                    .until("Child Protection Plan End Date")
                    .follows(Follows.begunThatDay("conference"))
                    .day("began", PLANNED)
                    .text("firstCategory", "Initial Category of Abuse")
                    .text("latestCategory", "Latest Category of Abuse"),
            Taking.of(PLANS, "review-conference", REVIEWED)
                    .when(row -> row.has(REVIEWED))
                    .alone()
                    .follows(Follows.sameRow("child-protection-plan"))
                    .day("held", REVIEWED),
            Taking.of(PLANS, "visit", VISITED)
                    .when(row -> row.has(VISITED))
                    .alone()
                    .follows(Follows.sameRow("child-protection-plan"))
                    .day("visited", VISITED)
                    .makes("seen", (row, child) -> row.isYes("Was the Child Seen Alone?") ? "ALONE" : ""),
            // The child was seen; whether alone only the plan's list says, whose visit that day it may be.
            Taking.of(CASES, "visit", SEEN)
                    .when(row -> row.has(SEEN))
                    .alone()
                    .onceADay()
                    .day("visited", SEEN)
                    .says("seen", "WITH_OTHERS"));
}
