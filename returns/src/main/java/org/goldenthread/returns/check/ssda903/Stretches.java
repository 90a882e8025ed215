package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.LS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** A child's time under one legal status, in stretches of episodes that follow each other without a gap. */
final class Stretches {
    private Stretches() {}

    /**
     * Stretches of episodes of a legal status, each begun on the very day on which the one before it ended. An episode without an end,
     * or with one that is no date, is taken to last to the end of the year, or to the day to which it is drawn.
     */
    static List<List<Row>> adjoining(ChildFile child, String status) {
        return split(
                episodesOf(child, status),
                (before, episode) -> Days.isSame(episode.date(DECOM), lastsUntil(before, child.facts())));
    }

    /**
     * Stretches of dated episodes of a legal status, none begun after the one before it ended. An open episode is taken to last to the
     * end of the year, or to the day to which it is drawn; one whose end is no date is followed by the same stretch.
     */
    static List<List<Row>> touching(ChildFile child, String status) {
        List<Row> dated = Among.filter(episodesOf(child, status), row -> row.isDate(DECOM));
        return split(
                dated, (before, episode) -> !Days.isAfter(episode.date(DECOM), endOrDrawnTo(before, child.facts())));
    }

    /** Days from the start of the first episode to the end of the last; 0 where either is no date. */
    static long span(List<Row> stretch, ReturnFacts facts) {
        return days(stretch.getFirst().date(DECOM), lastsUntil(stretch.getLast(), facts));
    }

    /** Days of the episodes, added up; an episode whose end is no date adds none. */
    static long sum(List<Row> stretch, ReturnFacts facts) {
        return stretch.stream()
                .mapToLong(row -> days(row.date(DECOM), endOrDrawnTo(row, facts)))
                .sum();
    }

    /** The day of {@code DEC}, the day to which the return is drawn where it is blank; null where it is filled with what is no date. */
    static @Nullable LocalDate endOrDrawnTo(Row episode, ReturnFacts facts) {
        return episode.isBlank(DEC) ? facts.drawnTo() : episode.date(DEC);
    }

    /** Days from one day to another, 0 for the same; 0 too where either is missing. */
    static long days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last);
    }

    private static LocalDate lastsUntil(Row episode, ReturnFacts facts) {
        LocalDate ended = episode.date(DEC);
        return ended == null ? facts.drawnTo() : ended;
    }

    private static List<Row> episodesOf(ChildFile child, String status) {
        return Among.filter(child.episodes(), row -> row.is(LS, status));
    }

    private static List<List<Row>> split(List<Row> episodes, BiPredicate<Row, Row> follows) {
        List<List<Row>> stretches = new ArrayList<>();
        Row before = null;
        for (Row episode : episodes) {
            if (before == null || !follows.test(before, episode)) {
                stretches.add(new ArrayList<>());
            }
            stretches.getLast().add(episode);
            before = episode;
        }
        return stretches;
    }
}
