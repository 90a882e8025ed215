package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.demo.CarePeriod.Absence;
import org.goldenthread.demo.CarePeriod.Placement;
import org.jspecify.annotations.Nullable;

/** List 8: children looked after now or until less than six months ago. */
record AnnexACareList(AnnexAContext context) implements AnnexAList {
    private static final String OWN = "Date Started to be Looked After|Child's Category of Need|"
            + "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)|"
            + "Start date of current legal status|Child's Legal Status|Date of Latest Statutory Review|"
            + "Date of Last Social Work Visit|What is the permanence plan for this child?|"
            + "Date of Last IRO Visit / Contact to the Child|Date of Last Health Assessment|Date of Last Dental Check|"
            + "Number of Placements in the Last 12 months|Date Ceased to be Looked After|"
            + "Reason Ceased to be Looked After|Start Date of Most Recent Placement|Placement Type|Placement Provider|"
            + "Placement postcode|URN of Placement|Placement Location|LA of Placement|"
            + "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months|"
            + "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months|"
            + "Was the child offered a Return Interview after their last missing episode (Y/N)?|"
            + "Did the child accept a Return Interview after their last missing episode (Y/N)?";

    @Override
    public List<String> columns() {
        return Stream.of(
                        CHILD,
                        List.of(
                                "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
                                DISABILITY),
                        List.of(OWN.split("\\|")),
                        WORKER)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void fill(AnnexASheet sheet) {
        for (Person person : context.people) {
            for (CarePeriod period : person.carePeriods) {
                if (!period.shortBreaks
                        && context.knowledge.has(period.started)
                        && !period.ended.isBefore(context.sixMonthsBefore)) {
                    fill(sheet, person, period);
                }
            }
        }
    }

    private void fill(AnnexASheet sheet, Person person, CarePeriod period) {
        LocalDate ended = context.known(period.ended);
        LocalDate latest = ended == null ? context.day : ended;
        List<CareEpisode> episodes = CareEpisode.listOf(period, context.day);
        CareEpisode last = episodes.getLast();
        Placement placement = last.placement();
        List<LocalDate> reviews = context.knowledge.reviews(person, period.reviews);
        boolean again = person.carePeriods.stream()
                .anyMatch(other -> other.ended.isBefore(period.started) && context.isInYear(other.ended));
        long missing = absences(period, "M");
        boolean offered = missing > 0 && AnnexAContext.chance(person, 3, 90);
        sheet.row(
                context.child(person),
                AnnexAContext.yesOrNo(person.unaccompanied),
                AnnexAContext.disability(person),
                period.started,
                AnnexASpellings.need(period.need),
                AnnexAContext.yesOrNo(again),
                legalSince(period, latest),
                AnnexASpellings.legalStatus(last.legalStatus()),
                reviews.isEmpty() ? null : reviews.getLast(),
                AnnexAContext.lately(person, latest, period.started, 38),
                permanencePlan(person, period),
                AnnexAContext.lately(person, latest, period.started, 120),
                Days.count(period.started, latest) < 25
                        ? null
                        : AnnexAContext.lately(person, latest, period.started, person.ageOn(latest) < 5 ? 175 : 350),
                Days.count(period.started, latest) < 60
                        ? null
                        : AnnexAContext.lately(person, latest, period.started, 365),
                placementsInYear(episodes),
                ended,
                ended == null ? null : AnnexASpellings.ceased(period.endReason),
                placement.from(),
                AnnexASpellings.placement(placement.type()),
                AnnexASpellings.provider(placement.provider()),
                placement.type().equals("P1") ? person.postcode : placement.postcode(),
                placement.urn(),
                placement.inBorough() ? "a) In" : "b) Out",
                null,
                missing,
                absences(period, "A"),
                missing == 0 ? null : AnnexAContext.yesOrNo(offered),
                missing == 0 ? null : AnnexAContext.yesOrNo(offered && AnnexAContext.chance(person, 4, 70)),
                worker(period));
    }

    private static LocalDate legalSince(CarePeriod period, LocalDate day) {
        return period.legal.stream()
                .map(CarePeriod.Legal::from)
                .filter(from -> !from.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(period.started);
    }

    private String permanencePlan(Person person, CarePeriod period) {
        if (period.adoption != null && context.knowledge.has(period.adoption.decided())) {
            return "b) Adoption";
        }
        if (Days.count(period.started, context.day) < 120) {
            return "a) Return to family";
        }
        if (person.ageOn(context.day) >= 16) {
            return "d) Supported living in the community";
        }
        return period.endReason.matches("E4[5-8]") ? "c) SGO/CAO" : "f) Long-term fostering";
    }

    private long placementsInYear(List<CareEpisode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.isIn(context.yearBefore, context.day))
                .map(CareEpisode::placement)
                .filter(placement -> !placement.isTemporary())
                .distinct()
                .count();
    }

    private long absences(CarePeriod period, String kind) {
        return period.absences.stream()
                .filter(absence -> absence.kind().equals(kind))
                .map(Absence::from)
                .filter(context::isInYear)
                .count();
    }

    private List<@Nullable Object> worker(CarePeriod period) {
        String worker = period.workers.stream()
                .filter(spell -> context.knowledge.has(spell.from()))
                .toList()
                .getLast()
                .worker();
        return Arrays.asList("Children Looked After Team", Workforce.nameOf(worker));
    }
}
