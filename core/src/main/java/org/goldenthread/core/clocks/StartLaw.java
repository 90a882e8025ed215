package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A law by which a clock starts on a day that no event tells alone, since it depends on age and on what else happened to the person. */
interface StartLaw {

    /**
     * @param told what happened that the clock may start from
     * @param person all that happened to the person, in order
     * @param born date of birth; null where it is not known
     * @return what starts it, on the day on which it starts; empty where it does not
     */
    Optional<Occurrence> start(Occurrence told, List<Occurrence> person, @Nullable LocalDate born);

    /** Whether the day may be years away when it is known already. */
    default boolean mayLieFarAhead() {
        return true;
    }

    /** The events on which this depends besides those that start the clock. */
    Set<String> events();
}
