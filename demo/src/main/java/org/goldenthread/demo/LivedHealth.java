package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What recurs of health and education while a child is looked after. */
final class LivedHealth {

    private static final List<String> VOICES = List.of(
            "I like maths and nobody believes it.",
            "I want to stay at my school.",
            "The dentist was all right.",
            "I need somebody to help me read.");

    private static final int SCORED_FROM = 4;
    private static final int YOUNG = 5;

    private enum Due {
        EDUCATION_PLAN,
        HEALTH_ASSESSMENT,
        DENTAL_CHECK,
        QUESTIONNAIRE,
        YEAR
    }

    private final LivedCourse course;
    private final LivedPunctuality punctuality;
    private final UUID child;
    private final LocalDate born;
    private final UUID period;
    private final LivedDiary<Due> diary = new LivedDiary<>(Due.class);
    private boolean isAssessed;

    /** From the day on which the child came into care, which the course has come to. */
    LivedHealth(LivedCourse course, LivedPunctuality punctuality, UUID child, LocalDate born, UUID period) {
        this.course = course;
        this.punctuality = punctuality;
        this.child = child;
        this.born = born;
        this.period = period;
        LocalDate began = course.date();
        diary.enter(Due.EDUCATION_PLAN, punctuality.other(course.afterWorkingDays(10), 4));
        diary.enter(Due.HEALTH_ASSESSMENT, punctuality.other(course.afterWorkingDays(20), 6));
        diary.enter(Due.DENTAL_CHECK, punctuality.other(began.plusMonths(4), 40));
        diary.enter(Due.QUESTIONNAIRE, punctuality.other(began.plusMonths(5), 40));
        if (course.isForAdoption()) {
            diary.enter(Due.YEAR, punctuality.other(began.plusMonths(6), 20));
        }
    }

    LocalDate nextDay() {
        return diary.nextDay();
    }

    /** Does what the day has come of. */
    void goOn() {
        Due due = diary.take();
        diary.enter(due, punctuality.other(again(due), 20));
        switch (due) {
            case EDUCATION_PLAN -> add("education-plan", "made", "ownWords", course.one(VOICES));
            case HEALTH_ASSESSMENT -> {
                add("health-assessment", "made", "kind", isAssessed ? "REVIEW_ASSESSMENT" : "INITIAL_ASSESSMENT");
                isAssessed = true;
            }
            case DENTAL_CHECK -> add("health-assessment", "made", "kind", "DENTAL_CHECK");
            case QUESTIONNAIRE -> {
                if (isOlderThan(SCORED_FROM)) {
                    add("strengths-and-difficulties", "completed", "score", String.valueOf(5 + course.number(20)));
                }
            }
            case YEAR -> add("care-year", "told", "substanceMisuse", "no");
        }
    }

    /** The day by which it is due once more. */
    private LocalDate again(Due due) {
        return course.date()
                .plusMonths(
                        switch (due) {
                            case EDUCATION_PLAN -> 4;
                            case HEALTH_ASSESSMENT -> isOlderThan(YOUNG) ? 12 : 6;
                            case DENTAL_CHECK, QUESTIONNAIRE -> 12;
                            case YEAR -> 6;
                        });
    }

    private boolean isOlderThan(int years) {
        return born.plusYears(years).isBefore(course.date());
    }

    private void add(String kind, String day, String question, String answer) {
        course.add(course.worker(), kind, child, period, day, course.day(), question, answer);
    }
}
