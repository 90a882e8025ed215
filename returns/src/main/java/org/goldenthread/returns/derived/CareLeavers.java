package org.goldenthread.returns.derived;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.LoadedRow;
import org.goldenthread.returns.LoadedTables;
import org.jspecify.annotations.Nullable;

/**
 * Care leavers at the birthday on which the council reports (SSDA903 OC3): who belongs to the cohort, who is in education,
 * employment or training, who lives in suitable accommodation.
 */
public final class CareLeavers {
    private static final int YOUNGEST = 17;
    private static final int OLDEST = 21;
    private static final Set<String> OUT_OF_COHORT = Set.of("DIED", "RHOM");
    private static final Set<String> IN_EDUCATION_EMPLOYMENT_OR_TRAINING =
            Set.of("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5");
    /** Gone abroad, deported, residence not known: nobody can say whether it is suitable. */
    private static final String NOT_TO_BE_JUDGED = "GHR";

    private CareLeavers() {}

    /** A birthday, and the age reached on it. */
    public record Birthday(LocalDate date, int age) {}

    /** The birthday in {@code year} on which the council reports, if the person turns 17 to 21 in it. */
    public static Optional<Birthday> findBirthday(LocalDate dateOfBirth, CollectionYear year) {
        for (int age = YOUNGEST; age <= OLDEST; age++) {
            LocalDate date = Age.birthday(dateOfBirth, age);
            if (year.contains(date)) {
                return Optional.of(new Birthday(date, age));
            }
        }
        return Optional.empty();
    }

    static void derive(LoadedTables tables) {
        for (LoadedRow row : tables.get("gt_care_leaver_birthdays").rows()) {
            String inTouch = row.getText("in_touch");
            String activity = row.getText("activity");
            row.set("in_cohort", inTouch == null || !OUT_OF_COHORT.contains(inTouch))
                    .set(
                            "in_education_employment_training",
                            activity == null ? null : IN_EDUCATION_EMPLOYMENT_OR_TRAINING.contains(activity))
                    .set("suitable_accommodation", suitable(row.getText("accommodation")));
        }
    }

    private static @Nullable Boolean suitable(@Nullable String accommodation) {
        if (accommodation == null || NOT_TO_BE_JUDGED.indexOf(accommodation.charAt(0)) >= 0) {
            return null;
        }
        return accommodation.endsWith("1");
    }
}
