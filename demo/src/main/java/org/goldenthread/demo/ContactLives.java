package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;

/** Contacts with the front door and early help assessments of the last months, which only Annex A holds. */
final class ContactLives {
    private static final int DAYS_BEFORE = 225;
    private static final double OTHER_CONTACTS_A_DAY = 25;
    private static final double EARLY_HELP_A_DAY = 5.2;
    private static final List<String> ORGANISATIONS = List.of(
            "Fairmead Family Hub North",
            "Fairmead Family Hub South",
            "Larkbrook Primary School",
            "Thistledown Academy",
            "Fairmead Health Visiting Service",
            "Oddwick Children's Project",
            "Inkpenny Nursery School");

    private final Records records;
    private final Dice dice;

    ContactLives(Records records) {
        this.records = records;
        this.dice = records.dice.stream("contacts");
    }

    void live() {
        LocalDate from = records.last.minusDays(DAYS_BEFORE);
        List<Person> known = List.copyOf(records.newcomers.listPeople());
        for (Person person : known) {
            person.cases.stream()
                    .filter(held -> !held.referred.isBefore(from) && !held.referred.isAfter(records.last))
                    .forEach(
                            held -> person.contacts.add(new Contact(held.referred, false, held.referred, held.source)));
        }
        double scale = records.options.scale();
        for (LocalDate day = from; !day.isAfter(records.last); day = day.plusDays(1)) {
            if (Days.isWorking(day)) {
                contacts(day, (int) (OTHER_CONTACTS_A_DAY * 1.45 * scale + dice.fraction()));
                earlyHelp(day, (int) (EARLY_HELP_A_DAY * 1.45 * scale + dice.fraction()));
            }
        }
    }

    private void contacts(LocalDate day, int count) {
        for (int index = 0; index < count; index++) {
            newcomer(day).contacts.add(new Contact(day, false, day, dice.weighted(Assessing.SOURCES)));
        }
    }

    private void earlyHelp(LocalDate day, int count) {
        for (int index = 0; index < count; index++) {
            LocalDate completed = Days.workingOnOrAfter(day.plusDays(dice.between(10, 45)));
            newcomer(day).contacts.add(new Contact(day, true, completed, dice.oneOf(ORGANISATIONS)));
        }
    }

    private Person newcomer(LocalDate day) {
        return records.newcomers.siblings(1, records.newcomers.ageOfNeed(), day).getFirst();
    }
}
