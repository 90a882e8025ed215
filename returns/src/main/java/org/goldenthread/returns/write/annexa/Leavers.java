package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Draws care leavers: of each young person from 16 to 24 the latest that is known by the day. Where nothing says what a young person is entitled to it is
 * told from age and care, since the SSDA903 counts as care leavers only those who were in care long enough: still in care under 18 is eligible, under
 * 18 and no longer in care relevant, 18 and over former relevant (Children Act 1989, sections 23A and 23C and schedule 2, paragraph 19B).
 */
final class Leavers {
    private static final int LIST = 9;
    private static final int YOUNGEST = 16;
    private static final int OLDEST = 24;
    private static final int ADULT = 18;

    private final Drawing drawing;
    private final Window window;
    private final Map<String, List<Fact>> careOf;

    Leavers(Drawing drawing) {
        this.drawing = drawing;
        this.window = drawing.window();
        careOf = Fact.by("person_id", drawing.facts().list("gt_cla_periods_of_care"));
    }

    private record Latest(Fact fact, String when) {}

    void draw() {
        Map<String, LocalDate> birthdays = new HashMap<>();
        for (Fact birthday : drawing.facts().list("gt_care_leaver_birthdays")) {
            LocalDate day = birthday.date("birthday_date");
            if (day != null) {
                birthdays.put(birthday.text("row_id"), day);
            }
        }
        Map<String, Latest> latest = new TreeMap<>();
        for (Fact leaver : drawing.source(LIST, "ssd_care_leavers", "care leavers")) {
            LocalDate birthday = birthdays.get(leaver.text("clea_table_id"));
            LocalDate contact = leaver.date("clea_care_leaver_latest_contact");
            LocalDate when = birthday == null ? contact : birthday;
            if (birthday == null || window.hasCome(birthday)) {
                String order = (when == null ? "" : when.toString()) + leaver.text("clea_table_id");
                latest.merge(
                        leaver.text("clea_person_id"),
                        new Latest(leaver, order),
                        (one, two) -> one.when().compareTo(two.when()) >= 0 ? one : two);
            }
        }
        latest.forEach((person, one) -> draw(person, one.fact()));
    }

    private void draw(String person, Fact leaver) {
        Integer age = drawing.children().findAge(person);
        boolean counts = age == null || (age >= YOUNGEST && age <= OLDEST);
        Draft draft = counts ? drawing.begin(LIST, person) : null;
        if (draft == null) {
            return;
        }
        drawing.children().describeUnaccompanied(draft, person, false);
        drawing.children().describeDisability(draft, person);
        String told = leaver.text("clea_care_leaver_eligibility");
        draft.code("eligibility", told.isEmpty() ? entitlement(person, age) : told)
                .date("pathway_plan_review_date", leaver.date("clea_pathway_plan_review_date"))
                .code("in_touch", leaver.text("clea_care_leaver_in_touch"))
                .date("latest_contact_date", leaver.date("clea_care_leaver_latest_contact"))
                .code("accommodation", known(leaver.text("clea_care_leaver_accommodation")))
                .code("suitability", leaver.text("clea_care_leaver_accom_suitable"))
                .code("activity", known(leaver.text("clea_care_leaver_activity")));
        drawing.teams().describe(draft, person, leaver.text("clea_care_leaver_allocated_team"));
        drawing.add(LIST, draft);
    }

    /** The return's code for one who is not in touch says that nothing is known. */
    private static String known(String code) {
        return code.equals("0") ? "" : code;
    }

    private String entitlement(String person, @Nullable Integer age) {
        if (age == null) {
            return "";
        }
        if (age >= ADULT) {
            return "former relevant";
        }
        boolean inCare = careOf.getOrDefault(person, List.of()).stream()
                .anyMatch(period -> window.isOpen(period.date("start_date"), period.date("end_date")));
        return inCare ? "eligible" : "relevant";
    }
}
