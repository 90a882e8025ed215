package org.goldenthread.app.lookedafter;

import java.util.List;

/** The codes of the SSDA903 for kinds of placement, PLACE, by what law asks of them; divided by spaces, as {@code Ask.onlyWith} takes them. */
final class PlacementKinds {

    static final String WITH_PARENTS = "P1";

    /** A relative or friend who fosters: long-term, as an approved adopter too, or otherwise. */
    static final String WITH_CONNECTED_PERSON = "U1 U2 U3";

    static final String LONG_TERM_FOSTERING = "U1 U4";

    /** With foster carers who are approved adopters too: the child is fostered there, and not placed for adoption. */
    static final String FOSTERING_FOR_ADOPTION = "U2 U5";

    static final String FOSTERING = "U1 U2 U3 U4 U5 U6";

    /** With consent (section 19 of the Adoption and Children Act 2002): where the child is fostered already, and elsewhere. */
    static final String ADOPTION_BY_CONSENT = "A3 A4";

    /** The same under a placement order (section 21). */
    static final String ADOPTION_BY_ORDER = "A5 A6";

    static final String FOR_ADOPTION = ADOPTION_BY_CONSENT + " " + ADOPTION_BY_ORDER;

    /** Hospitals, custody, schools and whatever else the list of placements leaves to others. */
    static final String ARRANGED_BY_OTHERS = "P2 P3 R1 R2 R3 R5 S1 T1 Z1 Z11 Z12 Z13 Z14";

    private PlacementKinds() {}

    static boolean isOneOf(String kind, String kinds) {
        return List.of(kinds.split(" ")).contains(kind);
    }
}
