package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long somebody stays signed in. */
class SessionTest {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2024-04-08T07:30:00Z"));

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        InstantSource clock = NOW::get;
        application = RunningApplication.demoWithClock(clock);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aSessionEndsAfterTwelveHoursEvenIfItIsUsedAllTheTime() {
        Visitor analyst = Visitor.signedInTo(application, "analyst");
        for (int hour = 0; hour < 12; hour++) {
            assertThat(analyst.get("/scorecard").statusCode())
                    .as("after " + hour + " hours")
                    .isEqualTo(200);
            NOW.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        }
        assertThat(analyst.get("/scorecard").statusCode())
                .as("after twelve hours")
                .isEqualTo(200);
        NOW.updateAndGet(now -> now.plusSeconds(1));
        assertThat(location(analyst.get("/scorecard"))).endsWith("/sign-in?ended");
        assertThat(location(analyst.get("/scorecard"))).as("and stays ended").contains("/sign-in");

        assertThat(Visitor.signedInTo(application, "analyst").get("/scorecard").statusCode())
                .as("a new session has twelve hours of its own")
                .isEqualTo(200);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
