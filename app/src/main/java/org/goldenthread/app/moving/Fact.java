package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the present system says was so, which would be one record.
 *
 * @param id of the fact among those of the import
 * @param kind of record that it would be
 * @param follows the fact that it comes of; null for none
 * @param answers what would be typed into the form of that kind
 * @param state where it stands on its pathway, where no move says so; empty for where its moves lead
 * @param moves what was decided on it, the first first
 * @param lasts whether it goes on from one day to another, rather than being of one day
 * @param ended null while it lasts
 */
record Fact(
        int id,
        String number,
        String kind,
        @Nullable Integer follows,
        Map<String, String> answers,
        String state,
        List<Decided> moves,
        boolean lasts,
        LocalDate began,
        @Nullable LocalDate ended,
        String file,
        int line) {

    Fact {
        answers = Map.copyOf(answers);
        moves = List.copyOf(moves);
    }

    /**
     * A move along the pathway that was made in the present system.
     *
     * @param on the day of it
     * @param dayIsKnown whether the source says the day; otherwise it is one that cannot be far from it
     */
    record Decided(String move, LocalDate on, boolean dayIsKnown) {}

    /** Whether it was so on that day; one of a single day is so on that day alone. */
    boolean isUnderWay(LocalDate day) {
        return lasts ? !day.isBefore(began) && (ended == null || !day.isAfter(ended)) : day.equals(began);
    }
}
