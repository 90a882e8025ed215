package org.goldenthread.demo;

import java.util.List;

/** The council's social workers, personal advisers and teams. All names are made up. */
final class Workforce {
    private static final List<String> GIVEN = List.of(
            "Abrilla",
            "Bexlee",
            "Cordwin",
            "Dashiva",
            "Elorin",
            "Fennimar",
            "Garlowe",
            "Hestra",
            "Ivanelle",
            "Jorrick",
            "Kessamy",
            "Lorvane",
            "Mirrow",
            "Nolwith",
            "Ottaline",
            "Perrigo",
            "Quillam",
            "Rosharn",
            "Sefton-Lyle",
            "Tamsyra");
    private static final List<String> FAMILY = List.of(
            "Appleshaw",
            "Brindleford",
            "Copperthwick",
            "Dunnowell",
            "Emberleigh",
            "Fallowden",
            "Gorsemoor",
            "Hazelrigg-Oake",
            "Inkpenny",
            "Juniperson",
            "Kettlewick",
            "Larkspurn",
            "Mossington",
            "Nettlefold-Ray",
            "Oddwicken",
            "Plumtreest",
            "Quarrender",
            "Rushbrooke-Tay",
            "Silverthornley",
            "Thistlemarsh");

    private final int careWorkers;
    private final int otherWorkers;

    Workforce(double scale) {
        careWorkers = Math.max(3, (int) Math.round(34 * scale));
        otherWorkers = Math.max(3, (int) Math.round(90 * scale));
    }

    String careWorker(Dice dice) {
        return number(dice.between(1, careWorkers));
    }

    String anotherCareWorker(String worker, Dice dice) {
        String other = careWorker(dice);
        while (other.equals(worker)) {
            other = careWorker(dice);
        }
        return other;
    }

    /** The worker of a child, fixed by the child's number. */
    String workerFor(Person person) {
        return number(careWorkers + 1 + (int) Math.floorMod(Dice.mix(person.number), (long) otherWorkers));
    }

    /** In the form of Social Work England's numbers; none of them is in use. */
    private static String number(int index) {
        return "SW" + (990_000 + index);
    }

    static String nameOf(String worker) {
        int index = Integer.parseInt(worker.substring(2)) - 990_000;
        return GIVEN.get(index % GIVEN.size()) + " " + FAMILY.get((index / GIVEN.size() + index * 7) % FAMILY.size());
    }

    static String adviserFor(Person person) {
        int index = (int) Math.floorMod(Dice.mix(person.number + 7), 18L);
        return GIVEN.get(19 - index) + " " + FAMILY.get((index * 3 + 1) % FAMILY.size());
    }
}
