package org.goldenthread.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Families who are lived through the services, day by day up to today, as those who work with them would record it: so that the lists of
 * work, the clocks and the chronologies of the demo have come about and were not put there.
 */
final class LivedFamilies {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales();
    private static final String FRONT_DOOR = "front-door-worker";
    private static final String FRONT_DOOR_MANAGER = "front-door-manager";
    private static final String SOCIAL_WORKER = "social-worker";
    private static final String TEAM_MANAGER = "team-manager";
    private static final String REVIEWING_OFFICER = "reviewing-officer";
    private static final String SERVICE_MANAGER = "service-manager";

    private static final List<String> WORRIES = List.of(
            "Shouting most nights, and things heard to break. The children look tired in the morning.",
            "Came to school without a coat again and asked for food at breakfast club.",
            "Seen alone at the bus stop at eleven at night, and would not say where home was.",
            "A bruise on the arm; the account of it changed twice.",
            "The mother said that she is not safe at home and does not know where to go.",
            "Missed three health appointments; nobody answered the door.");
    private static final List<String> VOICES = List.of(
            "I like it best at Nan’s. It is loud at home.",
            "I want Mum to be happy and not cry.",
            "I don’t want to move school. My friends are there.",
            "Drew the house with everybody in a different room.",
            "I make my own tea on Tuesdays.");

    private final TypedRecords records;
    private final MadeUpAccounts accounts;
    private final LocalDate today;

    LivedFamilies(TypedRecords records, MadeUpAccounts accounts, LocalDate today) {
        this.records = records;
        this.accounts = accounts;
        this.today = today;
    }

    /** One family's course: everything after today is still to come. */
    private final class Course {
        private final Random random;
        private LocalDate day;
        private LocalTime time = LocalTime.of(9, 0);

        private Course(Random random, LocalDate day) {
            this.random = random;
            this.day = day;
        }

        private void workingDays(int days) {
            day = CALENDAR.addWorkingDays(day, days);
            time = LocalTime.of(9 + random.nextInt(7), random.nextInt(60));
        }

        private boolean isToCome() {
            return day.isAfter(today);
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void as(String account, Runnable work) {
            time = time.plusMinutes(3);
            LivedClock.at(day.atTime(time).atZone(LONDON).toInstant(), () -> accounts.act(account, work));
        }

        private UUID add(String account, String kind, UUID person, @Nullable UUID follows, String... answers) {
            List<UUID> made = new ArrayList<>();
            as(account, () -> made.add(records.add(kind, List.of(person), follows, typed(answers))));
            return made.getFirst();
        }

        private void move(String account, String kind, UUID record, String move, String reason) {
            as(account, () -> records.move(kind, record, move, day, reason));
        }

        private void change(String account, String kind, UUID record, String... answers) {
            as(account, () -> records.change(kind, record, typed(answers), ""));
        }

        private UUID person(String given, String family, String born, String sex) {
            List<UUID> made = new ArrayList<>();
            as(
                    FRONT_DOOR,
                    () -> made.add(records.addPerson(typed(
                            "givenName",
                            given,
                            "familyName",
                            family,
                            "born",
                            born,
                            "sex",
                            sex,
                            "ethnicity",
                            one(List.of("WBRI", "MWBC", "BAFR", "APKN", "WOTH", "AIND")),
                            "disabilities",
                            "NONE"))));
            return made.getFirst();
        }
    }

    /**
     * Lives {@code families} of them.
     *
     * @param told is told how many are lived, after each
     */
    void live(int families, long seed, Consumer<Integer> told) {
        for (int number = 0; number < families; number++) {
            Random random = new Random(seed * 31 + number);
            // Some began months ago, some this week, so that each list has something that is new and something that is
            // late.
            int began = number % 4 == 0 ? random.nextInt(8) : 10 + random.nextInt(320);
            live(new Course(random, workingDay(today.minusDays(began))), number);
            told.accept(number + 1);
        }
    }

    private void live(Course course, int number) {
        String family = LivedNames.family(number);
        boolean girl = course.random.nextBoolean();
        LocalDate born = course.day.minusDays(200 + course.random.nextInt(5600));
        UUID child = course.person(
                course.one(girl ? LivedNames.GIRLS : LivedNames.BOYS), family, text(born), girl ? "F" : "M");
        UUID mother = course.person(
                LivedNames.woman(course.random), family, text(born.minusDays(7000 + course.random.nextInt(5000))), "F");
        course.add(
                FRONT_DOOR,
                "relationship",
                child,
                null,
                "other",
                mother.toString(),
                "kind",
                "MOTHER",
                "parentalResponsibility",
                "yes");
        if (course.chance(50)) {
            UUID sister = course.person(course.one(LivedNames.GIRLS), family, text(born.minusDays(700)), "F");
            course.add(FRONT_DOOR, "relationship", child, null, "other", sister.toString(), "kind", "SIBLING");
        }
        course.add(
                FRONT_DOOR,
                "address",
                child,
                null,
                "lines",
                (1 + course.random.nextInt(90)) + " Made-up Road\nFairmead",
                "postcode",
                "AB1 0AB",
                "kind",
                "HOME",
                "mustNotBeDisclosed",
                course.chance(8) ? "yes" : "no");
        String worry = course.one(WORRIES);
        String source = course.one(List.of("1A", "2A", "3A", "5A", "6"));
        UUID contact = course.add(
                FRONT_DOOR,
                "contact",
                child,
                null,
                "received",
                text(course.day),
                "receivedAt",
                "09:10",
                "source",
                source,
                "concern",
                worry,
                "threshold",
                "Read against the threshold document: see the worry.");
        if (course.chance(40)) {
            course.change(
                    FRONT_DOOR,
                    "contact",
                    contact,
                    "priority",
                    course.one(List.of("RED", "AMBER", "GREEN")),
                    "rated",
                    text(course.day),
                    "ratedAt",
                    "09:30");
            course.move(FRONT_DOOR, "contact", contact, "enquire", "");
            course.add(
                    FRONT_DOOR,
                    "agency-share",
                    child,
                    contact,
                    "agency",
                    course.one(List.of("Police", "Health visitor", "School")),
                    "asked",
                    text(course.day),
                    "answered",
                    text(course.day),
                    "information",
                    "Known to them; they share the worry.");
        }
        course.workingDays(course.chance(85) ? course.random.nextInt(2) : 3);
        if (course.isToCome()) {
            return;
        }
        int decision = course.random.nextInt(100);
        if (decision < 45) {
            course.move(
                    FRONT_DOOR_MANAGER,
                    "contact",
                    contact,
                    decision < 18 ? "no-further-action" : decision < 32 ? "advise" : "early-help",
                    "Below the threshold of social care.");
            return;
        }
        course.move(FRONT_DOOR_MANAGER, "contact", contact, "refer", "Threshold met.");
        assess(course, child, contact, source, worry);
    }

    private void assess(Course course, UUID child, UUID contact, String source, String worry) {
        UUID referral = course.add(
                FRONT_DOOR_MANAGER,
                "referral",
                child,
                contact,
                "received",
                text(course.day),
                "source",
                source,
                "concern",
                worry,
                "primaryNeed",
                course.one(List.of("N1", "N4", "N5")));
        course.move(FRONT_DOOR_MANAGER, "referral", referral, "assess", "Assessment under section 17.");
        course.add(
                FRONT_DOOR_MANAGER,
                "allocation",
                child,
                null,
                "team",
                "assessment-team",
                "account",
                SOCIAL_WORKER,
                "duty",
                "ALLOCATED_WORKER",
                "started",
                text(course.day));
        UUID assessment = course.add(SOCIAL_WORKER, "assessment", child, referral, "began", text(course.day));
        course.workingDays(2 + course.random.nextInt(6));
        if (course.isToCome()) {
            return;
        }
        course.add(
                SOCIAL_WORKER,
                "case-note",
                child,
                null,
                "happened",
                text(course.day),
                "kind",
                "HOME_VISIT",
                "withWhom",
                "mother",
                "childSeen",
                "yes",
                "note",
                "Home warm, food in the cupboards. The child was quiet at first and then showed me the bedroom.");
        course.change(
                SOCIAL_WORKER,
                "assessment",
                assessment,
                "seen",
                text(course.day),
                "seenAlone",
                "YES",
                "ownWords",
                course.one(VOICES));
        course.workingDays(12 + course.random.nextInt(40));
        if (course.isToCome()) {
            return;
        }
        int outcome = course.random.nextInt(100);
        course.change(
                SOCIAL_WORKER,
                "assessment",
                assessment,
                "strengths",
                "A grandmother near by who steps in.",
                "worries",
                worry,
                "analysis",
                "If nothing changes the child goes on being left to cope alone.",
                "factors",
                course.one(List.of("3B", "4B", "16A")),
                "outcome",
                outcome < 40 ? "NO_FURTHER_ACTION" : outcome < 75 ? "CHILD_IN_NEED_PLAN" : "STRATEGY_DISCUSSION");
        course.move(SOCIAL_WORKER, "assessment", assessment, "submit", "");
        course.workingDays(1 + course.random.nextInt(4));
        if (course.isToCome()) {
            return;
        }
        course.move(TEAM_MANAGER, "assessment", assessment, "authorise", "");
        if (outcome < 40) {
            course.add(TEAM_MANAGER, "closure", child, referral, "closed", text(course.day), "reason", "RC8");
        } else if (outcome < 75) {
            help(course, child, assessment, referral);
        } else {
            protect(course, child);
        }
    }

    private void help(Course course, UUID child, UUID assessment, UUID referral) {
        UUID plan = course.add(
                SOCIAL_WORKER,
                "child-in-need-plan",
                child,
                assessment,
                "began",
                text(course.day),
                "outcomes",
                "The child is at school every day and not left alone.",
                "ownWords",
                course.one(VOICES));
        for (int visits = 1; visits <= 8; visits++) {
            course.workingDays(course.chance(80) ? 15 : 24);
            if (course.isToCome()) {
                return;
            }
            course.add(
                    SOCIAL_WORKER,
                    "visit",
                    child,
                    plan,
                    "visited",
                    text(course.day),
                    "seen",
                    course.chance(80) ? "ALONE" : "WITH_OTHERS",
                    "ownWords",
                    course.one(VOICES));
            if (visits % 3 == 0) {
                course.add(
                        SOCIAL_WORKER,
                        "child-in-need-review",
                        child,
                        plan,
                        "held",
                        text(course.day),
                        "progress",
                        "School every day but two.");
            }
        }
        course.move(TEAM_MANAGER, "child-in-need-plan", plan, "step-down", "Early help goes on with the family.");
        course.add(TEAM_MANAGER, "closure", child, referral, "closed", text(course.day), "reason", "RC9");
    }

    private void protect(Course course, UUID child) {
        UUID discussion = course.add(SOCIAL_WORKER, "strategy-discussion", child, null, "requested", text(course.day));
        course.workingDays(1 + course.random.nextInt(4));
        if (course.isToCome()) {
            return;
        }
        course.change(
                SOCIAL_WORKER,
                "strategy-discussion",
                discussion,
                "held",
                text(course.day),
                "socialCare",
                "Team manager",
                "police",
                "Detective sergeant",
                "health",
                "Named nurse",
                "rationale",
                "The accounts do not fit what was seen.");
        course.add(
                SOCIAL_WORKER,
                "agreed-action",
                child,
                discussion,
                "what",
                "Medical",
                "owner",
                "Named nurse",
                "due",
                text(CALENDAR.addWorkingDays(course.day, 3)));
        course.move(TEAM_MANAGER, "strategy-discussion", discussion, "section-47", "Likely significant harm.");
        UUID enquiry = course.add(
                SOCIAL_WORKER,
                "section-47",
                child,
                discussion,
                "began",
                text(course.day),
                "strategyDiscussion",
                text(course.day));
        course.add(
                TEAM_MANAGER,
                "allocation",
                child,
                null,
                "team",
                "reviewing-service",
                "account",
                REVIEWING_OFFICER,
                "duty",
                "REVIEWING_OFFICER",
                "started",
                text(course.day));
        course.workingDays(6 + course.random.nextInt(5));
        if (course.isToCome()) {
            return;
        }
        course.change(
                SOCIAL_WORKER,
                "section-47",
                enquiry,
                "seen",
                text(course.day),
                "seenAlone",
                "YES",
                "ownWords",
                course.one(VOICES),
                "analysis",
                "Harm is likely.",
                "finding",
                "LIKELY_HARM");
        course.move(SOCIAL_WORKER, "section-47", enquiry, "submit", "");
        course.move(TEAM_MANAGER, "section-47", enquiry, "conference", "");
        course.workingDays(3 + course.random.nextInt(9));
        if (course.isToCome()) {
            return;
        }
        UUID conference = course.add(
                REVIEWING_OFFICER,
                "conference",
                child,
                enquiry,
                "held",
                text(course.day),
                "agencies",
                "4",
                "ownWords",
                course.one(VOICES));
        course.move(REVIEWING_OFFICER, "conference", conference, "plan", "Likely to suffer significant harm.");
        UUID plan = course.add(
                REVIEWING_OFFICER,
                "child-protection-plan",
                child,
                conference,
                "began",
                text(course.day),
                "firstCategory",
                course.one(List.of("NEG", "EMO", "PHY")));
        for (int visits = 1; visits <= 12; visits++) {
            course.workingDays(course.chance(75) ? 9 : 13);
            if (course.isToCome()) {
                return;
            }
            course.add(
                    SOCIAL_WORKER,
                    "visit",
                    child,
                    plan,
                    "visited",
                    text(course.day),
                    "seen",
                    course.chance(85) ? "ALONE" : "NO",
                    "ownWords",
                    course.one(VOICES));
            if (visits % 3 == 1) {
                course.add(
                        SOCIAL_WORKER,
                        "core-group",
                        child,
                        plan,
                        "held",
                        text(course.day),
                        "progress",
                        "Some steps kept, some not.");
            }
            if (visits == 6) {
                course.add(
                        REVIEWING_OFFICER,
                        "review-conference",
                        child,
                        plan,
                        "held",
                        text(course.day),
                        "decision",
                        "CONTINUE");
            }
            if (visits == 8 && course.chance(40)) {
                course.move(
                        REVIEWING_OFFICER,
                        "child-protection-plan",
                        plan,
                        "end",
                        "The child is looked after from now on.");
                lookAfter(course, child);
                return;
            }
        }
        course.move(REVIEWING_OFFICER, "child-protection-plan", plan, "end", "The child is safe.");
    }

    private void lookAfter(Course course, UUID child) {
        UUID period = course.add(SOCIAL_WORKER, "period-of-care", child, null, "began", text(course.day));
        UUID status =
                course.add(SOCIAL_WORKER, "legal-status", child, period, "started", text(course.day), "status", "V2");
        course.move(SERVICE_MANAGER, "legal-status", status, "agree", "The mother agrees.");
        UUID placement = course.add(
                SOCIAL_WORKER,
                "placement",
                child,
                period,
                "started",
                text(course.day),
                "kind",
                "U6",
                "provider",
                "PR1",
                "postcode",
                "AB1 0CD",
                "ofstedNumber",
                "SC123456",
                "whyHere",
                "Near school and the grandmother.");
        course.move(TEAM_MANAGER, "placement", placement, "approve", "");
        for (int visits = 1; visits <= 6; visits++) {
            course.workingDays(visits == 1 ? 4 : 25);
            if (course.isToCome()) {
                return;
            }
            course.add(
                    SOCIAL_WORKER,
                    "visit",
                    child,
                    placement,
                    "visited",
                    text(course.day),
                    "seen",
                    "ALONE",
                    "ownWords",
                    course.one(VOICES));
            if (visits == 2) {
                course.add(
                        SOCIAL_WORKER,
                        "looked-after-review",
                        child,
                        period,
                        "held",
                        text(course.day),
                        "participation",
                        "PN1");
            }
        }
    }

    private static LocalDate workingDay(LocalDate day) {
        LocalDate found = day;
        while (!CALENDAR.isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static String text(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    private static Map<String, String> typed(String... pairs) {
        Map<String, String> typed = new HashMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            typed.put(pairs[place], pairs[place + 1]);
        }
        return typed;
    }
}
