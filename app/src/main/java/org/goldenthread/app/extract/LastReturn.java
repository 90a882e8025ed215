package org.goldenthread.app.extract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.calendar.CollectionYear;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * As at which moment the record tells last year's return of children looked after: as it was known at the end of 30 June, when that return is sent and
 * put right, whatever was recorded since; until then as it is known now, for it can still be put right. Where children looked after were cut over
 * from another system later than that, as they were then, which is what that system held.
 */
@Component
class LastReturn {

    private static final int MONTH_OF_CLOSING = 6;
    private static final int DAY_OF_CLOSING = 30;
    /** What is asked of everybody's record is asked anew now and then alone. */
    private static final Duration ASKED_EACH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private volatile @Nullable Begun begun;

    LastReturn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Since when the record holds children looked after.
     *
     * @param first when the first of them became known
     * @param cutOver when they were cut over from another system; null where they were not
     * @param asked when this was asked
     */
    private record Begun(Instant first, @Nullable Instant cutOver, Instant asked) {}

    /** The last day of the year that last year's return is of. */
    static LocalDate lastDay(CollectionYear year) {
        return year.firstDay().minusDays(1);
    }

    /** The day by whose end it is closed. */
    static LocalDate closing(CollectionYear year) {
        return LocalDate.of(year.firstDay().getYear(), MONTH_OF_CLOSING, DAY_OF_CLOSING);
    }

    /**
     * What is to be asked of the record for last year's return.
     *
     * @param now what is asked for the return beside which it stands
     * @return empty where the record does not go back so far
     */
    Optional<KnownRecord.Asked> find(KnownRecord.Asked now) {
        Instant closed = Words.endOf(closing(now.year()));
        Instant at = now.at().isBefore(closed) ? now.at() : closed;
        Begun known = begun(now.at());
        if (known == null) {
            return Optional.empty();
        }
        Instant cutOver = known.cutOver();
        if (cutOver != null && cutOver.isAfter(at) && !cutOver.isAfter(now.at())) {
            Instant evening = Words.endOf(LocalDate.ofInstant(cutOver, Words.LONDON));
            at = evening.isBefore(now.at()) ? evening : now.at();
        }
        if (known.first().isAfter(at)) {
            return Optional.empty();
        }
        CollectionYear last = CollectionYear.containing(lastDay(now.year()));
        return Optional.of(new KnownRecord.Asked(at, last, last.lastDay()));
    }

    /** Whether it can still be put right, so that what is typed now stands in it too. */
    static boolean isOpen(KnownRecord.Asked last, KnownRecord.Asked now) {
        return last.at().equals(now.at());
    }

    private @Nullable Begun begun(Instant now) {
        Begun known = begun;
        if (known == null
                || known.asked().isAfter(now)
                || known.asked().plus(ASKED_EACH).isBefore(now)) {
            known = AsSystem.call(() ->
                            jdbc.sql("""
                            select (select min(known_from) from period_of_care_version) first,
                                (select cut_over_at from mirror where area = 'LOOKED_AFTER') cut_over
                            """).query((row, number) -> read(row, now)).single())
                    .orElse(null);
            begun = known;
        }
        return known;
    }

    private static Optional<Begun> read(ResultSet row, Instant now) throws SQLException {
        OffsetDateTime first = row.getObject("first", OffsetDateTime.class);
        OffsetDateTime cutOver = row.getObject("cut_over", OffsetDateTime.class);
        return first == null
                ? Optional.empty()
                : Optional.of(new Begun(first.toInstant(), cutOver == null ? null : cutOver.toInstant(), now));
    }
}
