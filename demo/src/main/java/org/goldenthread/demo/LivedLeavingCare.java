package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One young person of a lived family from the assessment of what they need for leaving care to the end of support at 21. */
final class LivedLeavingCare {

    private static final Calibration CALIBRATION = Calibration.standard();

    private static final List<String> VOICES = List.of(
            "I want my own front door.",
            "I like it here with Sue and want to stay.",
            "I need to know how much money I will have each week.",
            "College is fine. The bus is not.",
            "Do not change my adviser again.");

    private static final List<String> ACTIVE = List.of("F2", "F2", "F5", "P5", "F4");
    private static final List<String> ACTIVE_FROM_19 = List.of("F1", "F2", "F5", "F5", "P5", "F4");
    private static final List<String> NOT_ACTIVE = List.of("G5", "G5", "G4", "G6");
    private static final List<String> SUITABLE = List.of("D1", "D1", "E1", "B1");
    private static final List<String> SUITABLE_FROM_18 = List.of("U1", "U1", "D1", "E1", "Z1", "Z1", "K1", "B1");
    private static final List<String> NOT_SUITABLE = List.of("W2", "S2", "X2", "V2");
    private static final int SIXTEEN = 16;
    private static final int ADULT = 18;
    private static final int NINETEEN = 19;
    private static final int LAST = 21;
    private static final int WEEKS_IN_CARE = 13;
    /** Percent for whom the council provides somewhere to live. */
    private static final int HOUSED = 60;

    /** What recurs after care. */
    private enum Due {
        CONTACT,
        REVIEW
    }

    private final LivedCourse course;
    private final LivedPunctuality punctuality;
    private final UUID child;
    private final LocalDate born;
    private final LocalDate eligible;
    private @Nullable UUID plan;
    private @Nullable UUID adviser;
    private boolean housed;
    private int toldAge;
    private String activity = "";
    private String accommodation = "";

    /** From the day on which the child came into care, which the course has come to. */
    LivedLeavingCare(LivedCourse course, LivedPunctuality punctuality, UUID child, LocalDate born) {
        this.course = course;
        this.punctuality = punctuality;
        this.child = child;
        this.born = born;
        LocalDate sixteen = born.plusYears(SIXTEEN);
        LocalDate longEnough = course.date().plusWeeks(WEEKS_IN_CARE);
        this.eligible = sixteen.isAfter(longEnough) ? sixteen : longEnough;
    }

    /** The day on which needs are assessed and the plan is made, once the child is an eligible child. */
    LocalDate assessed() {
        return punctuality.other(eligible.plusMonths(3), 40);
    }

    /** Assesses, and makes the plan; the manager completes the assessment on the day. */
    void assess() {
        UUID assessment = course.add(
                course.worker(),
                "leaving-care-assessment",
                child,
                null,
                "began",
                course.day(),
                "ownWords",
                course.one(VOICES),
                "education",
                "Has a place at college for September.",
                "accommodation",
                "Wants to stay put with the carers.",
                "analysis",
                "Ready for much of it; money is what worries most.");
        course.move(course.worker(), "leaving-care-assessment", assessment, "submit", "");
        course.move(course.manager(), "leaving-care-assessment", assessment, "complete", "");
        plan = course.add(
                course.worker(),
                "pathway-plan",
                child,
                assessment,
                "made",
                course.day(),
                "ownWords",
                course.one(VOICES),
                "plan",
                "Stay put to 18, then a supported flat near college.");
        adviser = course.add(
                course.manager(),
                "allocation",
                child,
                null,
                "team",
                course.team(),
                "account",
                course.worker(),
                "duty",
                "PERSONAL_ADVISER",
                "started",
                course.day());
    }

    /** Whether the young person moves to a flat of the council's on leaving care, and does not stay with the carers or go home. */
    boolean movesToFlat() {
        housed = plan != null && course.chance(HOUSED);
        return housed;
    }

    /**
     * From the day of leaving care until support ends.
     *
     * @return whether it has ended
     */
    boolean live() {
        UUID followed = plan;
        if (followed == null) {
            return true;
        }
        LocalDate over = born.plusYears(LAST).plusDays(20);
        LivedDiary<Due> diary = new LivedDiary<>(Due.class);
        if (housed) {
            house(followed);
        }
        diary.enter(Due.CONTACT, punctuality.other(course.date().plusWeeks(housed ? 1 : 8), housed ? 3 : 20));
        diary.enter(
                Due.REVIEW,
                housed
                        ? punctuality.other(course.date().plusDays(33), 6)
                        : punctuality.other(course.date().plusMonths(4), 30));
        LocalDate reviewed = course.date().plusWeeks(4);
        while (diary.nextDay().isBefore(over)) {
            if (!course.comesTo(diary.nextDay())) {
                return false;
            }
            switch (diary.take()) {
                case CONTACT -> {
                    contact(followed, housed);
                    // Once more before the first review of a plan for somewhere that nobody is registered for.
                    LocalDate next = housed && course.date().isBefore(reviewed)
                            ? reviewed
                            : course.date().plusWeeks(8);
                    diary.enter(Due.CONTACT, punctuality.other(next, housed ? 6 : 20));
                }
                case REVIEW -> {
                    course.add(
                            course.worker(),
                            "pathway-plan-review",
                            child,
                            followed,
                            "held",
                            course.day(),
                            "ownWords",
                            course.one(VOICES),
                            "progress",
                            "Most of what was agreed is done.");
                    diary.enter(Due.REVIEW, punctuality.other(course.date().plusMonths(housed ? 3 : 6), 30));
                }
            }
        }
        if (!course.comesTo(over)) {
            return false;
        }
        course.change(course.worker(), "pathway-plan", followed, "reasonEnded", "TWENTY_ONE");
        course.move(course.manager(), "pathway-plan", followed, "end", "Settled, and asks for nothing more.");
        if (adviser != null) {
            course.change(course.manager(), "allocation", adviser, "ended", course.day());
        }
        return true;
    }

    /** In somewhere that nobody is registered for, which the council found and pays for. */
    private void house(UUID followed) {
        course.add(
                course.worker(),
                "care-leaver-accommodation",
                child,
                followed,
                "started",
                course.day(),
                "kind",
                "U1",
                "registered",
                "UNREGULATED",
                "provider",
                "Fairmead Homes, scattered flats",
                "whySuitable",
                "Ten minutes from college; the landlord was checked and the flat was seen.",
                "ownWords",
                course.one(VOICES));
    }

    /** @param housed whether it is a visit to where the council provides somewhere to live */
    private void contact(UUID followed, boolean housed) {
        findOutHowTheyAre();
        boolean reached = course.chance(96);
        course.add(
                course.worker(),
                "care-leaver-contact",
                child,
                followed,
                "contacted",
                course.day(),
                "inTouch",
                reached ? "YES" : "NO",
                "activity",
                reached ? activity : "",
                "accommodation",
                reached ? accommodation : "",
                "stayingPut",
                reached && accommodation.startsWith("Z") ? "yes" : "",
                "seenAtAccommodation",
                reached && housed ? "yes" : "",
                "ownWords",
                reached ? course.one(VOICES) : "");
    }

    /** What they do and where they live changes about once a year, as often suitable and in work or learning as calibration.csv has it. */
    private void findOutHowTheyAre() {
        int age = course.date().minusMonths(3).getYear() - born.getYear();
        if (age == toldAge) {
            return;
        }
        toldAge = age;
        boolean active = course.chance(percent("leavers-active"));
        boolean suitable = course.chance(percent("leavers-suitable"));
        boolean adult = !born.plusYears(ADULT).isAfter(course.date());
        boolean grown = !born.plusYears(NINETEEN).isAfter(course.date());
        activity = course.one(!active ? NOT_ACTIVE : grown ? ACTIVE_FROM_19 : ACTIVE);
        accommodation = course.one(!suitable ? NOT_SUITABLE : adult ? SUITABLE_FROM_18 : SUITABLE);
    }

    private int percent(String level) {
        return (int) Math.round(CALIBRATION.probability(level, course.date()) * 100);
    }
}
