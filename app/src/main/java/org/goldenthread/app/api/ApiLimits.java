package org.goldenthread.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** How much one request may hold, and how many one worker may make in a minute of the clock. */
final class ApiLimits extends OncePerRequestFilter {

    static final int LARGEST = 1_000_000;
    private static final int MINUTE = 60;

    private final Viewers viewers;
    private final InstantSource clock;
    private final int perMinute;
    private final Map<String, Integer> made = new HashMap<>();
    private long minute;

    ApiLimits(Viewers viewers, InstantSource clock, int perMinute) {
        this.viewers = viewers;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Viewer viewer = viewers.findViewer().orElse(null);
        long second = clock.instant().getEpochSecond();
        if (viewer != null && count(viewer.account(), second / MINUTE) > perMinute) {
            response.setHeader("Retry-After", String.valueOf(MINUTE - second % MINUTE));
            Problem.of(HttpStatus.TOO_MANY_REQUESTS).write(response);
        } else if (request.getContentLengthLong() > LARGEST) {
            Problem.of(HttpStatus.CONTENT_TOO_LARGE).write(response);
        } else if (request.getHeader("Transfer-Encoding") != null) {
            Problem.of(HttpStatus.LENGTH_REQUIRED).write(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private synchronized int count(String account, long now) {
        if (now != minute) {
            made.clear();
            minute = now;
        }
        return made.merge(account, 1, Integer::sum);
    }
}
