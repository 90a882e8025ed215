package org.goldenthread.app;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Issues reports over HTTP as an analyst does, for tests of what comes after. */
final class Issuing {

    private static final Pattern WANTING = Pattern.compile("#text-([0-9a-z]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>([^<]*)</h1>");
    private static final int LONGEST_WAIT_SECONDS = 120;

    private Issuing() {}

    /** Writes whatever commentary is wanting, issues the month's report and waits until it is issued. */
    static void issue(Visitor analyst, String month) {
        String seen = openForm(analyst, month);
        HttpResponse<String> ended = waitForEnd(analyst, press(analyst, month, seen));
        if (!heading(ended).endsWith("is issued")) {
            throw new IllegalStateException(ended.body());
        }
    }

    /** Writes whatever commentary is wanting and opens the form; gives what the form says of the last report. */
    static String openForm(Visitor analyst, String month) {
        for (int tries = 0; tries < 20; tries++) {
            String page = analyst.get("/reports/issue?month=" + month).body();
            Matcher seen = SEEN.matcher(page);
            if (seen.find()) {
                return seen.group(1);
            }
            Matcher wanting = WANTING.matcher(page);
            if (wanting.find()) {
                analyst.post(
                        "/part-2/" + month + "/below-expectation",
                        Map.of("number", wanting.group(1), "text", "Moves were planned; each is reviewed monthly."));
            }
        }
        throw new IllegalStateException("The form of " + month + " does not come.");
    }

    /** Sends the form; gives the address of the run that it leads to. */
    static String press(Visitor analyst, String month, String seen) {
        HttpResponse<String> answer = analyst.post("/reports/issue", Map.of("month", month, "seen", seen));
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.body()))
                .replaceFirst("^https?://[^/]*", "");
    }

    /** The page of a run once it has ended. */
    static HttpResponse<String> waitForEnd(Visitor analyst, String run) {
        for (int waits = 0; waits < LONGEST_WAIT_SECONDS * 4; waits++) {
            HttpResponse<String> page = analyst.get(run);
            if (!heading(page).startsWith("Issuing")) {
                return page;
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        throw new IllegalStateException("The report is not issued after " + LONGEST_WAIT_SECONDS + " seconds.");
    }

    static String heading(HttpResponse<String> page) {
        Matcher heading = HEADING.matcher(page.body());
        return heading.find() ? heading.group(1) : "";
    }
}
