package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.demo.CarePeriod.Absence;
import org.goldenthread.demo.CarePeriod.AdoptionCourse;
import org.goldenthread.demo.CarePeriod.WorkerSpell;
import org.jspecify.annotations.Nullable;

/** The tables of SSDA903 beside header, episodes and reviews. */
final class CareOutcomes {
    private final List<Person> people;
    private final Knowledge knowledge;
    private final LocalDate from;
    private final LocalDate to;
    private final int yearEnd;

    CareOutcomes(List<Person> people, Knowledge knowledge, LocalDate from, int yearEnd) {
        this.people = people;
        this.knowledge = knowledge;
        this.from = from;
        this.to = knowledge.day();
        this.yearEnd = yearEnd;
    }

    void write(Path directory) throws IOException {
        writeHealth(directory.resolve("oc2.csv"));
        writeCareLeavers(directory.resolve("oc3.csv"));
        writeAdopted(directory.resolve("ad1.csv"));
        writePlacedForAdoption(directory.resolve("placed_adoption.csv"));
        writePreviousPermanence(directory.resolve("prev_perm.csv"));
        writeMissing(directory.resolve("missing.csv"));
        if (yearEnd >= 2024) {
            writeWorkers(directory.resolve("sw_episodes.csv"));
        }
    }

    private boolean isIn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static boolean counts(CarePeriod period) {
        return !period.shortBreaks;
    }

    /** Of those looked after for the twelve months up to the day of the return. */
    private void writeHealth(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(
                file,
                "CHILD",
                "DOB",
                "SDQ_SCORE",
                "SDQ_REASON",
                "CONVICTED",
                "HEALTH_CHECK",
                "IMMUNISATIONS",
                "TEETH_CHECK",
                "HEALTH_ASSESSMENT",
                "SUBSTANCE_MISUSE",
                "INTERVENTION_RECEIVED",
                "INTERVENTION_OFFERED")) {
            for (Person person : people) {
                boolean allYear = person.carePeriods.stream()
                        .anyMatch(period -> counts(period)
                                && !period.started.isAfter(to.minusYears(1).plusDays(1))
                                && !period.ended.isBefore(to));
                if (allYear) {
                    writeHealth(table, person);
                }
            }
        }
    }

    private void writeHealth(ReturnTable table, Person person) {
        Dice dice = new Dice(Dice.mix(person.number * 53L + yearEnd));
        LocalDate end = LocalDate.of(yearEnd, 3, 31);
        LocalDate start = LocalDate.of(yearEnd - 1, 4, 1);
        int age = person.ageOn(end);
        boolean asked = age >= 4 && (age < 17 || person.ageOn(start) < 17);
        boolean scored = dice.chance(0.83);
        int score = (int) Math.clamp(Math.round(13 + dice.normal() * 6.5), 0, 40);
        String reason = dice.chance(0.6) ? "SDQ2" : dice.chance(0.5) ? "SDQ5" : "SDQ4";
        boolean convicted = dice.chance(0.03);
        boolean misuse = age >= 10 && dice.chance(0.04);
        boolean received = misuse && dice.chance(0.6);
        table.row(
                person.id(),
                person.birth,
                asked && scored ? score : null,
                asked && !scored ? reason : null,
                age >= 10 ? flag(convicted) : null,
                age < 5 ? flag(dice.chance(0.92)) : null,
                flag(dice.chance(0.88)),
                flag(dice.chance(0.79)),
                flag(dice.chance(0.92)),
                flag(misuse),
                misuse ? flag(received) : null,
                misuse && !received ? flag(dice.chance(0.8)) : null);
    }

    private static String flag(boolean yes) {
        return yes ? "1" : "0";
    }

    private void writeCareLeavers(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(file, "CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM")) {
            for (Person person : people) {
                if (person.aftercare != null) {
                    person.aftercare.birthdays().stream()
                            .filter(birthday -> isIn(birthday.day()))
                            .forEach(birthday -> table.row(
                                    person.id(),
                                    person.birth,
                                    birthday.inTouch(),
                                    birthday.activity(),
                                    birthday.accommodation()));
                }
            }
        }
    }

    private void writeAdopted(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(
                file,
                "CHILD",
                "DOB",
                "DATE_INT",
                "DATE_MATCH",
                "FOSTER_CARE",
                "NB_ADOPTR",
                "SEX_ADOPTR",
                "LS_ADOPTR")) {
            for (Person person : people) {
                for (CarePeriod period : person.carePeriods) {
                    AdoptionCourse course = period.adoption;
                    if (course != null && course.adopted() != null && isIn(course.adopted())) {
                        table.row(
                                person.id(),
                                person.birth,
                                course.decided(),
                                course.matched(),
                                flag(period.isAdoptedByFosterCarer()),
                                course.adopters().endsWith("1") ? "1" : "2",
                                course.adopters(),
                                course.adoptersStatus());
                    }
                }
            }
        }
    }

    private void writePlacedForAdoption(Path file) throws IOException {
        try (ReturnTable table =
                ReturnTable.open(file, "CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")) {
            for (Person person : people) {
                for (CarePeriod period : person.carePeriods) {
                    AdoptionCourse course = period.adoption;
                    if (course == null || course.decided().isAfter(to) || period.ended.isBefore(from)) {
                        continue;
                    }
                    LocalDate reversed = course.reversed();
                    boolean undone = reversed != null && !reversed.isAfter(to);
                    if (reversed == null || !reversed.isBefore(from)) {
                        table.row(
                                person.id(),
                                person.birth,
                                course.decided(),
                                undone ? reversed : null,
                                undone ? "RD1" : "");
                    }
                }
            }
        }
    }

    private void writePreviousPermanence(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(file, "CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM")) {
            for (Person person : people) {
                boolean started = person.carePeriods.stream().anyMatch(period -> isIn(period.started));
                if (started) {
                    writePreviousPermanence(table, person);
                }
            }
        }
    }

    private static void writePreviousPermanence(ReturnTable table, Person person) {
        long draw = Math.floorMod(Dice.mix(person.number + 11), 100L);
        LocalDate start = person.carePeriods.getFirst().started;
        LocalDate permanent = person.birth.plusDays(Days.count(person.birth, start) / 2);
        if (draw < 2 && person.ageOn(start) > 4) {
            table.row(
                    person.id(),
                    person.birth,
                    "P1",
                    "999",
                    "ZZ" + ReturnTable.text(permanent).substring(2));
        } else if (draw < 6 && person.ageOn(start) > 3) {
            table.row(person.id(), person.birth, "P2", "999", permanent);
        } else {
            table.row(person.id(), person.birth, "Z1", "", "");
        }
    }

    private void writeMissing(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(file, "CHILD", "DOB", "MISSING", "MIS_START", "MIS_END")) {
            for (Person person : people) {
                for (CarePeriod period : person.carePeriods) {
                    for (Absence absence : period.absences) {
                        if (!absence.from().isAfter(to) && !absence.to().isBefore(from)) {
                            table.row(person.id(), person.birth, absence.kind(), absence.from(), known(absence.to()));
                        }
                    }
                }
            }
        }
    }

    private void writeWorkers(Path file) throws IOException {
        try (ReturnTable table = ReturnTable.open(file, "CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON")) {
            for (Person person : people) {
                for (CarePeriod period : person.carePeriods) {
                    for (WorkerSpell spell : workers(period)) {
                        table.row(
                                person.id(),
                                person.birth,
                                spell.worker(),
                                spell.from(),
                                known(spell.to()),
                                spell.reason());
                    }
                }
            }
        }
    }

    private List<WorkerSpell> workers(CarePeriod period) {
        List<WorkerSpell> spells = new ArrayList<>();
        if (counts(period)) {
            for (WorkerSpell spell : period.workers) {
                if (!spell.from().isAfter(to) && !spell.to().isBefore(from)) {
                    spells.add(spell);
                }
            }
        }
        return spells;
    }

    private @Nullable LocalDate known(LocalDate day) {
        return knowledge.has(day) ? day : null;
    }
}
