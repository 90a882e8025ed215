package org.goldenthread.demo;

/**
 * Postcodes of a valid shape in the area ZZ, which no place has: districts 1 to 20 stand for the borough, 21 to 60 for
 * its neighbours and 61 to 89 for places far off.
 */
final class Postcodes {
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private Postcodes() {}

    static String home(Dice dice) {
        return within(dice, 1, 20);
    }

    static String neighbouring(Dice dice) {
        return within(dice, 21, 60);
    }

    static String far(Dice dice) {
        return within(dice, 61, 89);
    }

    private static String within(Dice dice, int low, int high) {
        return "ZZ" + dice.between(low, high) + " " + dice.between(1, 9) + letter(dice) + letter(dice);
    }

    private static char letter(Dice dice) {
        return LETTERS.charAt(dice.between(0, LETTERS.length() - 1));
    }
}
