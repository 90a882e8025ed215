package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/** Who the children are: what most lists say of them in their first columns. */
final class Children {
    private static final Set<String> NO_DISABILITY = Set.of("NONE", "NO", "N");

    private final Window window;
    private final Map<String, Fact> persons = new HashMap<>();
    private final Map<String, String> councilIds;
    private final Map<String, List<Fact>> disabilities;
    private final Map<String, List<Fact>> statuses;
    private final boolean tellsUnaccompanied;

    Children(Facts facts, Window window) {
        this.window = window;
        facts.list("ssd_person").forEach(fact -> persons.putIfAbsent(fact.text("pers_person_id"), fact));
        councilIds = facts.snapshot().identities().findCouncilIds(new HashSet<>(persons.keySet()));
        disabilities = Fact.by("disa_person_id", facts.list("ssd_disability"));
        statuses = Fact.by("immi_person_id", facts.list("ssd_immigration_status"));
        tellsUnaccompanied = !statuses.isEmpty() || facts.covers("ssda903.uasc");
    }

    /** The council's own identifier; null where the snapshot does not hold it. */
    @Nullable String findCouncilId(String person) {
        return councilIds.get(person);
    }

    @Nullable LocalDate findBirth(String person) {
        Fact fact = persons.get(person);
        return fact == null ? null : fact.date("pers_dob");
    }

    /** Age in whole years on the day; -1 for one who is not born. Null where the birth is not known. */
    @Nullable Integer findAge(String person) {
        LocalDate birth = findBirth(person);
        return birth == null ? null : Age.on(birth, window.day());
    }

    void describe(Draft draft, String person) {
        Fact fact = persons.get(person);
        if (fact == null) {
            return;
        }
        draft.code("gender", fact.text("pers_sex"));
        draft.code("ethnicity", fact.text("pers_ethnicity"));
        LocalDate birth = fact.date("pers_dob");
        if (birth != null) {
            draft.day("-birth", birth);
            int age = Age.on(birth, window.day());
            draft.number("age", age < 0 ? null : age);
        }
    }

    /** Nothing is written of a child of whom nothing is known, for nobody may have asked. */
    void describeDisability(Draft draft, String person) {
        List<Fact> known = disabilities.getOrDefault(person, List.of());
        if (!known.isEmpty()) {
            draft.yesOrNo(
                    "disability",
                    known.stream()
                            .map(fact -> fact.text("disa_disability_code").toUpperCase(Locale.ROOT))
                            .anyMatch(code -> !code.isEmpty() && !NO_DISABILITY.contains(code)));
        }
    }

    /** @param lately within the last twelve months; else at any time */
    void describeUnaccompanied(Draft draft, String person, boolean lately) {
        if (tellsUnaccompanied) {
            draft.yesOrNo(
                    "uasc",
                    statuses.getOrDefault(person, List.of()).stream()
                            .anyMatch(status -> isUnaccompanied(status, lately)));
        }
    }

    private boolean isUnaccompanied(Fact status, boolean lately) {
        String text = status.text("immi_immigration_status").toLowerCase(Locale.ROOT);
        LocalDate start = status.date("immi_immigration_status_start_date");
        LocalDate end = status.date("immi_immigration_status_end_date");
        return (text.contains("uasc") || text.contains("unaccompanied"))
                && (start == null || window.hasCome(start))
                && (!lately || window.known(end) == null || window.isInTwelveMonths(end));
    }
}
