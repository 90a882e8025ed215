package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SSDA903 return of each collection year, in the shape that the year had. */
final class CareReturn {
    private static final LocalDate UNINSPECTED = LocalDate.of(2023, 10, 28);

    private final List<Person> people;
    private final Knowledge knowledge;
    private final LocalDate from;
    private final LocalDate to;
    private final int yearEnd;

    private CareReturn(List<Person> people, Knowledge knowledge, LocalDate from, LocalDate yearEnd) {
        this.people = people;
        this.knowledge = knowledge;
        this.from = from;
        this.to = knowledge.day();
        this.yearEnd = yearEnd.getYear();
    }

    static void write(Borough borough, LocalDate day, Path directory) throws IOException {
        List<Person> people = borough.people().stream()
                .filter(person -> !person.carePeriods.isEmpty())
                .toList();
        LocalDate last = DemoOptions.yearEnd(day);
        for (LocalDate end = borough.options().firstDay().plusYears(1).minusDays(1);
                !end.isAfter(last);
                end = end.plusYears(1)) {
            Knowledge knowledge = Knowledge.of(borough, day).within(end);
            Path folder = directory.resolve(String.valueOf(end.getYear()));
            new CareReturn(people, knowledge, end.minusYears(1).plusDays(1), end).write(folder);
            if (end.equals(last) && borough.options().slips()) {
                Slips.makeIn(folder, day);
            }
        }
    }

    private void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Person> cared = people.stream().filter(this::isInReturn).toList();
        writeHeader(cared, directory);
        writeEpisodes(cared, directory);
        writeReviews(cared, directory);
        writeUnaccompanied(cared, directory);
        new CareOutcomes(cared, knowledge, from, yearEnd).write(directory);
    }

    private boolean isInReturn(Person person) {
        return person.carePeriods.stream().anyMatch(this::isIn) || hasBirthday(person);
    }

    private boolean isIn(CarePeriod period) {
        return !period.started.isAfter(to) && !period.ended.isBefore(from);
    }

    private boolean hasBirthday(Person person) {
        return person.aftercare != null
                && person.aftercare.birthdays().stream()
                        .anyMatch(birthday -> !birthday.day().isBefore(from)
                                && !birthday.day().isAfter(to));
    }

    private void writeHeader(List<Person> cared, Path directory) throws IOException {
        try (ReturnTable table = ReturnTable.open(
                directory.resolve("header.csv"), "CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")) {
            for (Person person : cared) {
                boolean asked = person.sex == Sex.FEMALE && wasLookedAfter(person);
                LocalDate child = asked ? motherhood(person) : null;
                String mother = child != null ? "1" : asked ? "0" : "";
                table.row(
                        person.id(),
                        person.sex.code(yearEnd),
                        person.birth,
                        person.ethnicity,
                        pupilNumber(person),
                        mother,
                        child);
            }
        }
    }

    /** In the year, short breaks apart: of the others nobody asks whether they are mothers (393, 399, 628). */
    private boolean wasLookedAfter(Person person) {
        return person.carePeriods.stream().anyMatch(period -> !period.shortBreaks && isIn(period));
    }

    /** Birth of a first child, to one in thirty of the girls and young women of 16 and over. */
    private @Nullable LocalDate motherhood(Person person) {
        LocalDate day = person.birth.plusYears(16).plusDays(Math.floorMod(Dice.mix(person.number), 500L));
        boolean mother = person.sex == Sex.FEMALE && Math.floorMod(Dice.mix(person.number + 3), 30L) == 0;
        // Born after the mother left care, it is not told (625).
        LocalDate left = person.carePeriods.getLast().ended;
        return mother && !day.isAfter(Days.earlier(to, left)) ? day : null;
    }

    private String pupilNumber(Person person) {
        if (person.ageOn(to) < 4) {
            return "UN1";
        }
        if (person.uniquePupilNumber != null) {
            return person.uniquePupilNumber;
        }
        return person.unaccompanied ? "UN3" : "UN2";
    }

    private void writeEpisodes(List<Person> cared, Path directory) throws IOException {
        try (ReturnTable table = ReturnTable.open(
                directory.resolve("episodes.csv"),
                "CHILD",
                "DECOM",
                "RNE",
                "LS",
                "CIN",
                "PLACE",
                "PLACE_PROVIDER",
                "DEC",
                "REC",
                "REASON_PLACE_CHANGE",
                "HOME_POST",
                "PL_POST",
                "URN")) {
            for (Person person : cared) {
                for (CarePeriod period : person.carePeriods) {
                    for (CareEpisode episode : CareEpisode.listOf(period, to)) {
                        if (episode.isIn(from, to)) {
                            writeEpisode(table, person, period, episode);
                        }
                    }
                }
            }
        }
    }

    private void writeEpisode(ReturnTable table, Person person, CarePeriod period, CareEpisode episode) {
        CarePeriod.Placement placement = episode.placement();
        boolean home = placement.type().equals("P1");
        boolean homeless = person.unaccompanied || period.shortBreaks;
        table.row(
                person.id(),
                episode.from(),
                episode.reasonForNew(),
                episode.legalStatus(),
                period.need,
                placeCode(placement.type()),
                placement.provider(),
                episode.to(),
                episode.reasonCeased(),
                episode.reasonOfChange(),
                homeless ? "" : person.postcode,
                home ? person.postcode : placement.postcode(),
                hasNumber(period, placement) ? placement.urn() : "");
    }

    /** Semi-independent living is inspected from 28 October 2023; before, the return has no number of it (222, 230). */
    private boolean hasNumber(CarePeriod period, CarePeriod.Placement placement) {
        boolean inspected = yearEnd >= 2024 && period.endOf(placement).isAfter(UNINSPECTED);
        return !placement.type().equals("H5") || inspected;
    }

    /** Semi-independent living (H5) is registered supported accommodation (K3) in collections from 2024-25. */
    private String placeCode(String type) {
        return type.equals("H5") && yearEnd >= 2025 ? "K3" : type;
    }

    private void writeReviews(List<Person> cared, Path directory) throws IOException {
        try (ReturnTable table =
                ReturnTable.open(directory.resolve("reviews.csv"), "CHILD", "DOB", "REVIEW", "REVIEW_CODE")) {
            for (Person person : cared) {
                for (CarePeriod period : person.carePeriods) {
                    if (period.shortBreaks) {
                        continue;
                    }
                    for (LocalDate review : knowledge.reviews(person, period.reviews)) {
                        if (!review.isBefore(from)) {
                            table.row(person.id(), person.birth, review, participation(person, review));
                        }
                    }
                }
            }
        }
    }

    private static String participation(Person person, LocalDate review) {
        if (person.ageOn(review) < 4) {
            return "PN0";
        }
        long draw = Math.floorMod(Dice.mix(person.number * 41L + review.toEpochDay()), 100L);
        return draw < 52
                ? "PN1"
                : draw < 57
                        ? "PN2"
                        : draw < 60 ? "PN3" : draw < 63 ? "PN4" : draw < 79 ? "PN5" : draw < 95 ? "PN6" : "PN7";
    }

    private void writeUnaccompanied(List<Person> cared, Path directory) throws IOException {
        try (ReturnTable table = ReturnTable.open(directory.resolve("uasc.csv"), "CHILD", "SEX", "DOB", "DUC")) {
            for (Person person : cared) {
                if (person.unaccompanied && person.carePeriods.stream().anyMatch(this::isIn)) {
                    table.row(person.id(), person.sex.code(yearEnd), person.birth, endOfStatus(person));
                }
            }
        }
    }

    /**
     * When a child ceased to be unaccompanied: as care ended. Until then the day of coming of age is given ahead of it, alike from
     * year to year (205A, 205B).
     */
    private LocalDate endOfStatus(Person person) {
        LocalDate ended = person.carePeriods.getLast().ended;
        return knowledge.has(ended) ? ended : person.eighteenth();
    }
}
