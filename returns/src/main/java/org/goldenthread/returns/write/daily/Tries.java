package org.goldenthread.returns.write.daily;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and after what wait something is tried again: twice as long each time, at random between half of that and all of it, so that many
 * councils whom the collection turned away together do not come back together.
 *
 * @param most tries of one batch
 * @param first wait before the second try
 * @param longest wait; a collection that asks for a longer one is left alone until somebody sends again
 */
record Tries(int most, Duration first, Duration longest, InstantSource clock, RandomGenerator random) {
    static final int USUAL_MOST = 8;
    static final Duration USUAL_FIRST = Duration.ofSeconds(1);
    static final Duration USUAL_LONGEST = Duration.ofMinutes(10);

    /** @param tried how many tries have failed, from 1 */
    Duration waitAfter(int tried, Optional<String> retryAfter) {
        Duration whole = first.multipliedBy(1L << Math.min(tried - 1, 20));
        Duration most = whole.compareTo(longest) > 0 ? longest : whole;
        Duration wait = Duration.ofMillis(most.toMillis() / 2 + random.nextLong(most.toMillis() / 2 + 1));
        Duration asked = retryAfter.flatMap(this::read).orElse(Duration.ZERO);
        if (asked.compareTo(longest) > 0) {
            throw new SendStopped("The collection asks to be left alone for " + asked.toMinutes()
                    + " minutes. What it accepted is recorded: send again then, and the rest goes.");
        }
        return asked.compareTo(wait) > 0 ? asked : wait;
    }

    /** Seconds, or a day and time as HTTP writes them; anything else says nothing. */
    private Optional<Duration> read(String header) {
        String text = header.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration until = Duration.between(clock.instant(), then.toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
