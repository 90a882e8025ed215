package org.goldenthread.app.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses passwords: by account name, and by network address. */
@Component
class SignInThrottle {

    static final int FOR_ACCOUNT = 5;
    static final int FOR_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed(String account, String address) {
        return recent("account " + account) >= FOR_ACCOUNT || recent("address " + address) >= FOR_ADDRESS;
    }

    synchronized void failed(String account, String address) {
        for (String key : new String[] {"account " + account, "address " + address}) {
            failures.computeIfAbsent(key, unused -> new ArrayDeque<>()).addLast(clock.instant());
        }
    }

    synchronized void succeeded(String account) {
        failures.remove("account " + account);
    }

    private int recent(String key) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return 0;
        }
        Instant since = clock.instant().minus(WINDOW);
        while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times.size();
    }
}
