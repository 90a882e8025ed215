package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The day a council drops its own returns into the demo. */
class DemoEndTest {

    private static RunningApplication application;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        application = RunningApplication.demo();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            browsers.close();
        }
    }

    @Test
    void aReturnThatTheDemoDidNotMakeAsksFirstAndThenEndsTheDemoForGood() throws IOException {
        Page page = browsers.browser().newContext().newPage();
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='analyst']) button").click();

        drop(page, application.home().resolve("made-up-" + RunningApplication.MARCH));
        assertThat(page.locator("#agreed").count())
                .as("the demo's own files ask nothing")
                .isZero();

        Path others = SmallReturns.write(application.home().resolve("others"), RunningApplication.MARCH);
        Path header = others.resolve("ssda903/header.csv");
        Files.writeString(header, Files.readString(header).replace("WBRI", "MOTH"));
        drop(page, others);
        page.locator("main form button").click();
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Tick the box");
        page.locator("#agreed").check();
        page.locator("main form button").click();

        for (int waits = 0; waits < 120 && !page.url().contains("demo-ended"); waits++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator("main").textContent())
                .contains("the demo has ended")
                .doesNotContain("Choose whom to be");
        assertThat(new Visitor(application)
                        .post("/sign-in/demo", java.util.Map.of("account", "analyst"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/sign-in?wrong");
        Path secret = application.home().resolve("first-administrator.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(application.home().resolve("dropped")).isEmptyDirectory();
    }

    private static void drop(Page page, Path folder) throws IOException {
        page.navigate(application.address("/loading"));
        try (Stream<Path> files = Files.walk(folder)) {
            page.locator("#files")
                    .setInputFiles(files.filter(Files::isRegularFile).toArray(Path[]::new));
        }
        page.locator("#extracted").fill(RunningApplication.MARCH.toString());
        page.locator("form:has(#files) button").click();
    }
}
