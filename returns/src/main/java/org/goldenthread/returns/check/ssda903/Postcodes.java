package org.goldenthread.returns.check.ssda903;

import java.util.List;
import org.goldenthread.returns.check.Refusal;
import org.jspecify.annotations.Nullable;

/** Where postcodes are. */
public interface Postcodes {
    /**
     * Where a postcode is.
     *
     * @param authority upper-tier authority, nine characters; SCO, NIR or WAL outside England; empty where it is in none
     * @param easting metres of the national grid; nought with {@code northing} where the directory has none
     */
    record Place(String authority, int easting, int northing) {
        boolean hasGrid() {
            return easting != 0 || northing != 0;
        }
    }

    /** The place of a postcode, whatever its case and spaces; null where it is blank or not in the directory. */
    @Nullable Place find(@Nullable String postcode);

    /** What of the directory could not be used; empty where all of it was. */
    default List<Refusal> refusals() {
        return List.of();
    }

    /** Whether two texts are one postcode, whatever their case and spaces. Asked of every episode, so that it makes no new texts. */
    static boolean isSame(String one, String other) {
        int place = afterSpaces(one, 0);
        int otherPlace = afterSpaces(other, 0);
        while (place < one.length() && otherPlace < other.length()) {
            if (Character.toUpperCase(one.charAt(place)) != Character.toUpperCase(other.charAt(otherPlace))) {
                return false;
            }
            place = afterSpaces(one, place + 1);
            otherPlace = afterSpaces(other, otherPlace + 1);
        }
        return place == one.length() && otherPlace == other.length();
    }

    private static int afterSpaces(String text, int from) {
        int place = from;
        while (place < text.length() && text.charAt(place) == ' ') {
            place++;
        }
        return place;
    }
}
