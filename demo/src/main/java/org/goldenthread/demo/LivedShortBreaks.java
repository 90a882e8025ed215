package org.goldenthread.demo;

import static org.goldenthread.demo.LivedCourse.OFFICER;
import static org.goldenthread.demo.LivedCourse.SERVICE_MANAGER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/** A disabled child who stays with the same carers from Friday to Sunday, one weekend of two, from the day on which it is agreed up to today. */
final class LivedShortBreaks {

    /** What recurs; a stay comes before a review of the same day. */
    private enum Due {
        STAY,
        REVIEW
    }

    private final LivedCourse course;
    private final UUID child;
    private final UUID period;
    private final LivedDiary<Due> diary = new LivedDiary<>(Due.class);
    private LocalDate visit;

    /** It is agreed on the day that the course has come to. */
    LivedShortBreaks(LivedCourse course, UUID child) {
        this.course = course;
        this.child = child;
        this.period = course.add(course.worker(), "period-of-care", child, null, "began", course.day());
        UUID status =
                course.add(course.worker(), "legal-status", child, period, "started", course.day(), "status", "V4");
        course.move(SERVICE_MANAGER, "legal-status", status, "agree", "Both parents ask for it.");
        UUID placement = course.add(
                course.worker(),
                "placement",
                child,
                period,
                "started",
                course.day(),
                "kind",
                "U6",
                "provider",
                "PR1",
                "whyHere",
                "Carers who know the child from school, with a garden that is fenced.");
        course.move(course.manager(), "placement", placement, "approve", "");
        course.add(
                course.worker(),
                "care-plan",
                child,
                period,
                "made",
                course.day(),
                "needs",
                "Medicine at eight and at eight. The same bag, the same bed, the same order of things.");
        this.visit = course.date();
    }

    void live() {
        diary.enter(Due.STAY, friday(course.date().plusDays(3)));
        diary.enter(Due.REVIEW, course.date().plusDays(80));
        while (course.comesTo(diary.nextDay())) {
            if (diary.take() == Due.REVIEW) {
                course.add(
                        OFFICER,
                        "looked-after-review",
                        child,
                        period,
                        "held",
                        course.day(),
                        "participation",
                        "PN4",
                        "decisions",
                        "The weekends go on.");
                diary.enter(Due.REVIEW, course.date().plusDays(170));
            } else if (!stay()) {
                return;
            }
        }
    }

    /** @return whether the day on which the child goes home has come */
    private boolean stay() {
        LocalDate first = course.date();
        UUID stay = course.add(
                course.worker(),
                "short-break",
                child,
                period,
                "started",
                course.day(),
                "ownWords",
                "Laughed when the dog came.");
        if (!first.isBefore(visit)) {
            course.add(
                    course.worker(),
                    "visit",
                    child,
                    stay,
                    "visited",
                    course.day(),
                    "seen",
                    "ALONE",
                    "ownWords",
                    "Held up the picture card for swimming.");
            visit = first.plusMonths(5);
        }
        if (!course.comesTo(first.plusDays(2))) {
            return false;
        }
        course.change(
                course.worker(), "short-break", stay, "ended", course.day(), "note", "Slept through both nights.");
        diary.enter(Due.STAY, first.plusWeeks(2));
        return true;
    }

    private static LocalDate friday(LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }
}
