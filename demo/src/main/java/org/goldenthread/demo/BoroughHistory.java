package org.goldenthread.demo;

import java.util.List;

/** Lives the borough's years, from the few children whose lives are long to the many whose are short. */
final class BoroughHistory {
    private static final int YEARS_BEFORE = 12;

    private final Records records;

    BoroughHistory(DemoOptions options) {
        Dice dice =
                new Dice(Dice.mix(options.seed()) ^ options.authority().code().hashCode());
        records = new Records(options, dice, YEARS_BEFORE);
    }

    ProviderRegister register() {
        return records.register;
    }

    List<Person> live() {
        CareLives care = new CareLives(records);
        care.live();
        care.liveShortBreaks();
        new ProtectionLives(records).live();
        new NeedLives(records).live();
        new FrontDoorLives(records).live();
        new AftercareLives(records).live();
        new ContactLives(records).live();
        return List.copyOf(records.newcomers.listPeople());
    }
}
