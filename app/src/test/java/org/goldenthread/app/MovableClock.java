package org.goldenthread.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands where a test has put it, in London's time. Whoever was signed in before it moves far is signed out. */
final class MovableClock implements InstantSource {

    private volatile Instant now;

    MovableClock(String local) {
        now = at(local);
    }

    void set(String local) {
        now = at(local);
    }

    /** Today as it is typed. */
    String typed() {
        LocalDateTime local = LocalDateTime.ofInstant(now, ZoneId.of("Europe/London"));
        return local.getDayOfMonth() + "/" + local.getMonthValue() + "/" + local.getYear();
    }

    void passHours(int hours) {
        now = now.plusSeconds(hours * 3600L + 1);
    }

    @Override
    public Instant instant() {
        return now;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London")).toInstant();
    }
}
