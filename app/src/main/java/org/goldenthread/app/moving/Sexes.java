package org.goldenthread.app.moving;

import java.util.Locale;

/** A sex as the record writes it, from what the returns write. */
final class Sexes {

    private Sexes() {}

    static String read(String written) {
        return switch (written.strip().toUpperCase(Locale.ROOT)) {
            case "1", "M", "MALE" -> "M";
            case "2", "F", "FEMALE" -> "F";
            case "U" -> "U";
            default -> "";
        };
    }
}
