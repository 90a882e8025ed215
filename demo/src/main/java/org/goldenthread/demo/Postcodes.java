package org.goldenthread.demo;

/**
 * Postcodes of a valid shape in the area ZZ, which no place has: districts 1 to 20 stand for the borough, 21 to 60 for
 * its neighbours and 61 to 89 for places far off.
 */
final class Postcodes {
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int LAST_OF_BOROUGH = 20;
    private static final int LAST_OF_NEIGHBOURS = 60;
    private static final int LAST = 89;
    /** Middle of the borough on the national grid, in metres. */
    private static final int EASTING = 540_000;

    private static final int NORTHING = 190_000;

    private Postcodes() {}

    /** A point on the national grid, in metres. */
    record Spot(int easting, int northing) {}

    static String home(Dice dice) {
        return within(dice, 1, LAST_OF_BOROUGH);
    }

    static String neighbouring(Dice dice) {
        return within(dice, LAST_OF_BOROUGH + 1, LAST_OF_NEIGHBOURS);
    }

    static String within(Nearness where, Dice dice) {
        return switch (where) {
            case HOME -> home(dice);
            case NEIGHBOURING -> neighbouring(dice);
            case FAR -> within(dice, LAST_OF_NEIGHBOURS + 1, LAST);
        };
    }

    /**
     * Where a postcode is: the borough's within 5 km of its middle, the neighbours' within 18 km, the others to the north and
     * west, 40 to 230 km away.
     */
    static Spot spot(String postcode) {
        int district = district(postcode);
        double near = Math.floorMod(Dice.mix(postcode.hashCode()), 1000L) / 1000.0;
        double turn = Math.floorMod(Dice.mix(district), 360L) + near * 8;
        double metres;
        if (district <= LAST_OF_BOROUGH) {
            metres = 250 * district * near;
        } else if (district <= LAST_OF_NEIGHBOURS) {
            metres = 6_000 + 280 * (district - LAST_OF_BOROUGH) + 800 * near;
        } else {
            metres = 40_000 + 6_500 * (district - LAST_OF_NEIGHBOURS) + 2_000 * near;
            turn = 90 + turn / 4;
        }
        double angle = Math.toRadians(turn);
        return new Spot(
                (int) (EASTING + metres * StrictMath.cos(angle)), (int) (NORTHING + metres * StrictMath.sin(angle)));
    }

    /** The authority's ONS code, made up where it is not the borough's own. */
    static String authority(String postcode, String own) {
        int district = district(postcode);
        if (district <= LAST_OF_BOROUGH) {
            return own;
        }
        return district <= LAST_OF_NEIGHBOURS
                ? "E0900098" + (district - LAST_OF_BOROUGH) / 8
                : "E1000098" + (district - LAST_OF_NEIGHBOURS) / 4;
    }

    private static int district(String postcode) {
        return Integer.parseInt(postcode.substring(2, postcode.indexOf(' ')));
    }

    private static String within(Dice dice, int low, int high) {
        return "ZZ" + dice.between(low, high) + " " + dice.between(1, 9) + letter(dice) + letter(dice);
    }

    private static char letter(Dice dice) {
        return LETTERS.charAt(dice.between(0, LETTERS.length() - 1));
    }
}
