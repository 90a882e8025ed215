package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** List 9: young people entitled to help as care leavers, among them those still looked after at 16 and 17. */
record AnnexALeaverList(AnnexAContext context) implements AnnexAList {
    @Override
    public List<String> columns() {
        return Stream.of(
                        CHILD,
                        List.of(
                                "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
                                DISABILITY),
                        WORKER,
                        List.of(
                                "Allocated Personal Advisor",
                                "Eligibility Category",
                                "Latest Pathway Plan Review Date",
                                "LA in Touch",
                                "Latest Date of Contact",
                                "Type of Accommodation",
                                "Suitability of Accommodation",
                                "Activity Status"))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void fill(AnnexASheet sheet) {
        for (Person person : context.people) {
            int age = person.ageOn(context.day);
            if (age < 16 || age > 21 || person.carePeriods.isEmpty()) {
                continue;
            }
            CarePeriod last = person.carePeriods.getLast();
            boolean inCare = person.isLookedAfterOn(context.day);
            boolean qualifies = AftercareLives.qualifies(person, context.day);
            boolean left = person.aftercare != null && context.knowledge.has(last.ended);
            if (inCare && qualifies) {
                fill(sheet, person, "d) Eligible child", null);
            } else if (left && person.aftercare != null && qualifies) {
                String category = age >= 18 ? "b) Former relevant child" : "a) Relevant child";
                fill(sheet, person, category, person.aftercare.latest(context.day));
            }
        }
    }

    private void fill(AnnexASheet sheet, Person person, String category, Aftercare.@Nullable Birthday latest) {
        boolean touch = latest == null || latest.inTouch().equals("YES");
        String home = latest == null ? "0" : latest.accommodation();
        boolean housed = home.length() == 2;
        LocalDate since = person.birth.plusYears(16);
        sheet.row(
                context.child(person),
                AnnexAContext.yesOrNo(person.unaccompanied),
                AnnexAContext.disability(person),
                "Leaving Care Team",
                Workforce.adviserFor(person),
                Workforce.adviserFor(person),
                category,
                AnnexAContext.lately(person, context.day, since, 180),
                touch ? "a) Yes" : "b) No",
                AnnexAContext.lately(person, context.day, since, touch ? 55 : 300),
                housed ? AnnexASpellings.accommodation(home.charAt(0)) : null,
                housed ? (home.endsWith("1") ? "a) Suitable" : "b) Unsuitable") : null,
                latest == null ? null : AnnexASpellings.activity(latest.activity()));
    }
}
