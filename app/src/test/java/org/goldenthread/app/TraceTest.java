package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.loading.Loads;
import org.goldenthread.returns.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A figure leads to the very rows that it was counted from, whatever is loaded meanwhile. */
class TraceTest {

    private static final String LOOKED_AFTER = "/part-2/2024-03/indicators/15";
    private static final String FOOTFALL = "/part-2/2024-03/indicators/1";
    private static final Pattern ROW = Pattern.compile("href=\"([^\"]*/children/row[^\"]*)\"");
    private static final Pattern SUBJECT = Pattern.compile("<th scope=\"row\"[^>]*>([^<]+)</th>");
    private static final String LOADED_SINCE = "Returns have been loaded since";

    private static RunningApplication application;
    private static Visitor analyst;

    @BeforeAll
    static void start() {
        application = RunningApplication.demo();
        analyst = Visitor.signedInTo(application, "analyst");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aLocalCountLeadsToItsLineInTheCouncilsOwnFile() {
        String page = analyst.get(FOOTFALL).body();
        String april =
                analyst.get(link(page, "Local counts", "counted for Apr-23")).body();
        // A line of headings, then one for each month from April.
        assertThat(april).contains("1 given by the council", "April 2023", "local-counts.csv");
        assertThat(find(ROW, april)).endsWith("&amp;line=2");
        assertThat(analyst.get(plain(find(ROW, april))).body())
                .contains("local-counts.csv, line 2", "Local count", "30 April 2023", "1000");

        // March's figure is the sum since April, and the year to date is March's: both lead to lines 2 to 13.
        for (String period : List.of("Mar-24", "Year to date")) {
            String sum = analyst.get(link(page, "Local counts", "counted for " + period))
                    .body();
            assertThat(sum).contains("12 given by the council", "April 2023", "March 2024");
            for (int line = 2; line <= 13; line++) {
                assertThat(sum).contains("&amp;line=" + line + "\"");
            }
        }
    }

    @Test
    void aRowOpenedFromAnOlderLoadIsTheOneThatWasCountedThenAndSaysSo() throws IOException {
        String list = link(analyst.get(LOOKED_AFTER).body(), "Children or events", "counted for Mar-24");
        String counted = analyst.get(list).body();
        String child = find(SUBJECT, counted);
        String row = plain(find(ROW, counted));
        assertThat(counted).contains("17 counted").doesNotContain(LOADED_SINCE);
        assertThat(analyst.get(row).body()).contains(child).doesNotContain(LOADED_SINCE);

        loadWithTheEpisodesMovedOn();

        assertThat(analyst.get(row).body())
                .contains(child, LOADED_SINCE, "href=\"" + LOOKED_AFTER + "\"")
                .contains("name=\"snapshot\"");
        assertThat(analyst.get(list).body()).contains("17 counted", LOADED_SINCE);
        // The same line of the newer file is another child's: without its snapshot the address would lead there.
        assertThat(analyst.get(row.replaceFirst("snapshot=[^&]*", "snapshot=")).body())
                .doesNotContain(child)
                .doesNotContain(LOADED_SINCE);
        assertThat(analyst.get(list.replaceFirst("snapshot=[^&]*", "snapshot=no-such"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(analyst.get(LOOKED_AFTER).body()).doesNotContain(list.replaceFirst(".*snapshot=", "snapshot="));
    }

    private static void loadWithTheEpisodesMovedOn() throws IOException {
        Path folder = SmallReturns.write(application.home().resolve("moved-on"), RunningApplication.MARCH);
        Path episodes = folder.resolve("ssda903/episodes.csv");
        List<String> lines = Files.readAllLines(episodes);
        // Turned round, the file would have the middle line where it was; moved on by half, no line stays.
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.rotate(rows, rows.size() / 2);
        rows.addFirst(lines.getFirst());
        Files.write(episodes, rows);
        application
                .bean(Loads.class)
                .loadMadeUp(SmallReturns.request(folder, RunningApplication.MARCH), Progress.SILENT);
    }

    private static String link(String page, String text, String hidden) {
        return plain(find(
                Pattern.compile("href=\"([^\"]*)\">" + text + "<span class=\"govuk-visually-hidden\"> " + hidden + "<"),
                page));
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }

    private static String plain(String address) {
        return address.replace("&amp;", "&");
    }
}
