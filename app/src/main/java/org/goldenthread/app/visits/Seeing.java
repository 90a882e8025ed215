package org.goldenthread.app.visits;

import java.time.LocalDate;
import org.goldenthread.app.records.Fault;
import org.jspecify.annotations.Nullable;

/** What an assessment or an enquiry must say of seeing the child before it is decided on. */
public final class Seeing {

    private Seeing() {}

    /** What is missing, by the names of the fields {@code seen}, {@code seenAlone} and {@code whyNotSeen}; null for nothing. */
    public static @Nullable Fault lacks(@Nullable LocalDate seen, @Nullable SeenAlone seenAlone, String whyNotSeen) {
        if (seen == null) {
            return whyNotSeen.isBlank()
                    ? new Fault("seen", "Enter the date on which the child was seen, or why the child was not seen")
                    : null;
        }
        if (seenAlone == null) {
            return new Fault("seenAlone", "Say whether the child was seen alone");
        }
        return seenAlone == SeenAlone.NO && whyNotSeen.isBlank()
                ? new Fault("whyNotSeen", "Say why the child was not seen alone")
                : null;
    }

    /** What is missing of the child's own voice; null for nothing. */
    public static @Nullable Fault lacksVoice(String ownWords) {
        return ownWords.isBlank()
                ? new Fault("ownWords", "Write the child’s own words, or what you saw of a child too young to say")
                : null;
    }
}
