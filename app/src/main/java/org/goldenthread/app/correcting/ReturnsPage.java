package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.returns.check.Refusal;

/** The returns being corrected, and the form to begin another. */
public record ReturnsPage(
        List<Line> works,
        List<Integer> years,
        boolean postcodes,
        String problem,
        List<Refusal> refusals,
        String returnName,
        int year,
        String authority) {

    /** A return in the list. */
    public record Line(String title, String address, String authority, int children, String opened, int changes) {}

    public String yearLabel(int one) {
        return (one - 1) + "-" + String.valueOf(one).substring(2);
    }
}
