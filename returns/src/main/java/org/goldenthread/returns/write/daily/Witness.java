package org.goldenthread.returns.write.daily;

import java.util.List;

/** Told what goes, before it goes, so that nothing leaves unlogged; and what was refused. */
public interface Witness {
    /** For whoever has written down the whole sending before it began. */
    Witness NONE = new Witness() {};

    /**
     * A batch is about to be sent.
     *
     * @param sent ids whose content goes
     * @param removed ids that the receiver is to forget
     */
    default void beforeBatch(List<String> sent, List<String> removed) {}

    /** The batch that was announced last was accepted, and that it was is on the disk. */
    default void accepted() {}

    /** The receiver refused one, which had been sent alone. */
    default void refused(String id, String problem) {}
}
