package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.goldenthread.core.identity.UniquePupilNumber;
import org.junit.jupiter.api.Test;

/** What must be true of every life, whatever chance brings. */
class BoroughTest {
    private final Borough borough =
            Borough.generate(DemoOptions.standard().withScale(0.3).withSeed(7));

    @Test
    void episodesOfCareFollowTheRulesOfTheReturn() {
        List<String> problems = new ArrayList<>();
        LocalDate far = LocalDate.of(2060, 1, 1);
        for (Person person : borough.people()) {
            for (CarePeriod period : person.carePeriods) {
                List<CareEpisode> episodes = CareEpisode.listOf(period, far);
                for (int index = 0; index < episodes.size(); index++) {
                    CareEpisode episode = episodes.get(index);
                    CareEpisode next = index + 1 < episodes.size() ? episodes.get(index + 1) : null;
                    String where = person.id() + " " + episode.from() + ": ";
                    if (index == 0 != episode.reasonForNew().equals("S")) {
                        problems.add(where + "RNE S begins a period of care and only that (431, 432)");
                    }
                    if (episode.to() == null || !episode.to().isAfter(episode.from())) {
                        problems.add(where + "an episode ends after it began (356)");
                    }
                    if (next != null
                            && (!next.from().equals(episode.to())
                                    || !episode.reasonCeased().equals("X1"))) {
                        problems.add(where + "X1 is followed on the same day (388, 433)");
                    }
                    if (episode.legalStatus().equals("L1") && Days.count(episode.from(), episode.to()) > 3) {
                        problems.add(where + "police protection lasts 72 hours at most (361)");
                    }
                    String place = episode.placement().type();
                    if (place.equals("H5") && person.ageOn(episode.from()) < 16) {
                        problems.add(where + "semi-independent living from 16 (371)");
                    }
                    if (place.equals("P1") && episode.legalStatus().equals("V2")) {
                        problems.add(where + "not accommodated while with parents (378)");
                    }
                    if (place.startsWith("A") && !episode.legalStatus().equals("E1")) {
                        problems.add(where + "placed for adoption without an order");
                    }
                }
                if (period.ended.isAfter(person.eighteenth())) {
                    problems.add(person.id() + ": looked after past 18 (437)");
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void noTwoCasesPlansOrTimesInCareOfOneChildOverlap() {
        List<String> problems = new ArrayList<>();
        for (Person person : borough.people()) {
            List<Case> cases = person.cases.stream()
                    .sorted(Comparator.comparing(held -> held.referred))
                    .toList();
            for (int index = 1; index < cases.size(); index++) {
                LocalDate closed = cases.get(index - 1).closed;
                if (closed == null || closed.isAfter(cases.get(index).referred)) {
                    problems.add(person.id() + ": referred again while open (8820)");
                }
            }
            for (int index = 1; index < person.carePeriods.size(); index++) {
                if (!person.carePeriods.get(index - 1).ended.isBefore(person.carePeriods.get(index).started)) {
                    problems.add(person.id() + ": two times in care at once");
                }
            }
            for (Case held : cases) {
                if (held.referred.isBefore(person.birth)) {
                    problems.add(person.id() + ": referred before birth");
                }
                for (Case.ProtectionPlan plan : held.plans) {
                    if (!plan.ended().isAfter(plan.started()) || plan.ended().isAfter(person.eighteenth())) {
                        problems.add(person.id() + ": plan of no length or past 18");
                    }
                    boolean afterConference = held.enquiries.stream()
                            .anyMatch(enquiry -> plan.started().equals(enquiry.conference()));
                    if (!afterConference) {
                        problems.add(person.id() + ": plan without a conference on its first day (2885)");
                    }
                }
                if (held.closed != null
                        && held.assessments.stream()
                                .anyMatch(assessment -> assessment.authorised().isAfter(held.closed))) {
                    problems.add(person.id() + ": closed with an open assessment (8867)");
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyChildLookedAfterHasACaseOpenMeanwhile() {
        LocalDate day = borough.options().asAt();
        assertThat(borough.people())
                .filteredOn(person -> person.isLookedAfterOn(day))
                .isNotEmpty()
                .allMatch(person -> person.cases.stream().anyMatch(held -> held.isOpenOn(day)));
    }

    @Test
    void pupilNumbersAreValidAndNobodySharesOne() {
        Set<String> seen = new HashSet<>();
        for (Person person : borough.people()) {
            if (person.uniquePupilNumber != null) {
                assertThat(UniquePupilNumber.parse(person.uniquePupilNumber)).isPresent();
                assertThat(seen.add(person.uniquePupilNumber)).isTrue();
            }
        }
    }

    @Test
    void agesAreThoseOfTheHouseCalendar() {
        assertThat(borough.people())
                .allMatch(person -> person.ageOn(borough.options().asAt())
                                == Age.on(person.birth, borough.options().asAt())
                        || person.birth.isAfter(borough.options().asAt()));
    }
}
