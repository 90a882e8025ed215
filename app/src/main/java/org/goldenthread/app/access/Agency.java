package org.goldenthread.app.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A partner agency whose workers sign in: a relevant agency or a safeguarding partner (Working Together to Safeguard Children, chapter 2).
 *
 * @param id its name in small letters, with dashes for spaces
 */
public record Agency(String id, String name, Sector sector) {

    private static final int LONGEST = 60;

    /** What kind of agency it is. */
    public enum Sector {
        POLICE("police"),
        HEALTH("health"),
        EDUCATION("school, college or nursery"),
        HOUSING("housing"),
        PROBATION("probation"),
        VOLUNTARY("voluntary or community"),
        OTHER("other");

        private final String label;

        Sector(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** An agency of what was typed; empty where the name is too short, too long or without letters, or the sector is none. */
    public static Optional<Agency> of(String name, String sector) {
        String stripped = name.strip();
        String id =
                stripped.toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.length() < 2 || stripped.length() > LONGEST
                ? Optional.empty()
                : Arrays.stream(Sector.values())
                        .filter(each -> each.name().equals(sector))
                        .findFirst()
                        .map(found -> new Agency(id, stripped, found));
    }
}
