package org.goldenthread.app.retention;

import java.util.List;
import org.goldenthread.app.web.Paging;

/**
 * Whose record has been kept its time.
 *
 * @param all how many those are
 * @param plans whether whoever looks may propose to destroy
 * @param reason what was typed as the reason
 */
public record DuePage(List<Line> lines, int all, Paging paging, boolean plans, String reason, String problem) {

    /**
     * @param held why it is kept all the same; empty where it is not
     * @param ticked whether it was chosen in a form in which something had to be put right
     */
    public record Line(
            String person,
            String number,
            String name,
            String until,
            String rule,
            String law,
            String held,
            boolean ticked) {}
}
