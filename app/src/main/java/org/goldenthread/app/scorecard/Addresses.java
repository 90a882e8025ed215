package org.goldenthread.app.scorecard;

import java.time.YearMonth;
import org.goldenthread.core.figures.Part;

/** Addresses of the pages about one part of one month's index. */
public final class Addresses {

    private Addresses() {}

    /** Ends with a slash. */
    public static String of(Part part, YearMonth month) {
        return "/part-" + part.number() + "/" + month + "/";
    }

    /** The part named in an address. */
    public static Part part(String name) {
        return name.equals("part-2") ? Part.PART_2 : Part.PART_1;
    }
}
