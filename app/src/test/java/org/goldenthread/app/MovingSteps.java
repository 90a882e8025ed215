package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who moves a service area in, and waits for each step to end. */
final class MovingSteps {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Practitioner manager;
    private final String address;

    MovingSteps(Practitioner manager, String area) {
        this.manager = manager;
        this.address = "/moving-in/" + area;
    }

    /** The page of the area. */
    String read() {
        return manager.read(address);
    }

    /** Imports, and reads what the run says at its end. */
    String importFiles(String asAt, String name, byte[] content) {
        return followed(manager.visitor().postFile(address, Map.of("asAt", asAt), name, content));
    }

    void accept(String reason) {
        Practitioner.location(post("findings", Map.of("agreed", "yes", "reason", reason)));
    }

    void match(String number, boolean same) {
        Practitioner.location(post("match", Map.of("number", number, "same", same ? "yes" : "no")));
    }

    /** Posts a form of the area's page as it stands now. */
    private HttpResponse<String> post(String step, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("seen", seen());
        return manager.visitor().post(address + "/" + step, all);
    }

    /** Of which import the page is; empty where it has no form that says so. */
    String seen() {
        Matcher seen = SEEN.matcher(read());
        return seen.find() ? seen.group(1) : "";
    }

    /** Takes a step that nothing stands against, and waits for its end. */
    void done(String step, Map<String, String> fields) {
        assertThat(followed(post(step, fields))).contains(": done");
    }

    /** Starts a step, and gives the address at which it is followed. */
    String start(String step, Map<String, String> fields) {
        return Practitioner.location(post(step, fields));
    }

    /** The page that says why a step cannot be taken. */
    String refused(String step, Map<String, String> fields) {
        HttpResponse<String> answer = post(step, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    String followed(HttpResponse<String> answer) {
        return waited(Practitioner.location(answer));
    }

    /** The page of a run that has ended. */
    String waited(String run) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            String page = manager.read(run);
            if (!page.contains("<progress")) {
                return page;
            }
            assertThat(System.nanoTime()).as("still under way: %s", page).isLessThan(until);
            pause();
        }
    }

    /** Looks at pages as a browser shows them, at the width of a desk and of a telephone. */
    static void lookAt(RunningApplication application, String role, String name, String... addresses) {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='" + role + "']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            for (int place = 0; place < addresses.length; place++) {
                page.navigate(application.address(addresses[place]));
                PageCheck.assertFaultless(page, name + "-" + place);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
