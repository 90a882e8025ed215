package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.returns.check.Refusal;

/**
 * The returns being corrected, and the form to begin another.
 *
 * @param postcodes name of the directory's file that is kept; empty where none is
 * @param providers names of the files of Ofsted's list that is kept; empty where none is
 */
public record ReturnsPage(
        List<Line> works,
        List<Integer> years,
        String postcodes,
        String providers,
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
