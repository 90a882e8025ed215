package org.goldenthread.app.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a service area is moved in.
 *
 * @param address of the area
 * @param hint what files it is told by
 * @param back what the way back would do; null while there is none
 * @param running the address of the step that is under way; empty for none
 */
public record MovingPage(
        String address,
        String hint,
        CheckList list,
        @Nullable BackList back,
        String problem,
        String running) {

    /** The areas, and how far each has come. */
    public record Areas(List<OfArea> areas) {}

    /** @param standing such as "Mirrored as at 31 March 2024: not the record" */
    public record OfArea(String title, String address, String standing) {}

    /**
     * A step under way or over.
     *
     * @param state WAITING, RUNNING, DONE or REFUSED
     * @param area address of the area
     */
    public record Followed(String area, String state, String message, long done, long total, String result) {}
}
