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
 * @param undone that the last step was not done, and why; empty where it was
 */
public record MovingPage(
        String address,
        String hint,
        CheckList list,
        @Nullable BackList back,
        String problem,
        String running,
        String undone,
        Typed typed) {

    /** What somebody typed that was not taken, so that it need not be typed again. */
    public record Typed(String asAt, String on, String reason, String findings, boolean agreed) {
        static final Typed NOTHING = new Typed("", "", "", "", false);

        static Typed asAt(String asAt) {
            return new Typed(asAt, "", "", "", false);
        }

        static Typed on(String on) {
            return new Typed("", on, "", "", false);
        }

        static Typed reason(String reason) {
            return new Typed("", "", reason, "", false);
        }

        static Typed findings(boolean agreed, String why) {
            return new Typed("", "", "", why, agreed);
        }
    }

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
