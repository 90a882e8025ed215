package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goldenthread.app.scorecard.IssuedPartOnes;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an empty database to the issued papers, in a browser, without JavaScript. */
class FirstThreadTest {

    private static final String PASSWORD = "three plain unrelated words";
    private static final Pattern SECRET = Pattern.compile("choose a password: (\\S+)");

    private static RunningApplication application;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        application = RunningApplication.empty(false);
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            browsers.close();
        }
    }

    @Test
    void lastMonthsExtractsDroppedOnOnePageGiveThePapersOfBothPartsAndWhatChanged() throws IOException {
        try (BrowserContext context =
                browsers.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            String secret = makeAnalyst(page);
            signIn(page, "analyst@fairmead.example", secret);
            choosePassword(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("No returns have been loaded yet");

            load(page, "february", RunningApplication.FEBRUARY);
            issue(page, "2024-02", "February 2024");
            load(page, "march", RunningApplication.MARCH);

            page.navigate(application.address("/changes"));
            String lookedAfter =
                    page.locator("tr:has-text('15. Children looked after')").textContent();
            // Sixteen at the end of February; two left and three came.
            assertThat(lookedAfter).contains("16").contains("17").contains("3 joined, 2 left");

            issue(page, "2024-03", "March 2024");
            assertNothingHiddenInFebruaryIsShownInMarch();

            for (int part : List.of(1, 2)) {
                assertThat(word(download(page, part, "docx"))).contains("Children looked after");
                assertThat(allText(download(page, part, "xlsx"))).contains("Children looked after");
                assertThat(pdf(download(page, part, "pdf"))).contains("looked after");
            }
            assertThat(word(download(page, 2, "docx"))).contains("not for publication");
            assertThat(word(download(page, 1, "docx"))).doesNotContain("not for publication");
        }
    }

    /** The administrator signs in with the one-time secret, chooses a password and makes an analyst. */
    private static String makeAnalyst(Page page) throws IOException {
        Matcher secret = SECRET.matcher(Files.readString(application.home().resolve("first-administrator.txt")));
        assertThat(secret.find()).isTrue();
        signIn(page, "administrator", secret.group(1));
        assertThat(page.locator("h1").textContent()).isEqualTo("Choose a password");
        choosePassword(page);
        page.locator("#name").fill("analyst@fairmead.example");
        page.locator("#post").fill("Performance analyst");
        page.locator("#role-ANALYST").check();
        page.locator("main form:has(#name) button").click();
        String given = page.locator(".gt-secret").textContent().strip();
        page.locator(".gt-header__button").click();
        return given;
    }

    private static void signIn(Page page, String account, String password) {
        page.navigate(application.address("/sign-in"));
        page.locator("#account").fill(account);
        page.locator("#password").fill(password);
        page.locator("form:has(#password) button").click();
    }

    private static void choosePassword(Page page) {
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("main button").click();
    }

    private static void load(Page page, String name, LocalDate day) throws IOException {
        Path folder = SmallReturns.write(application.home().resolve(name), day);
        Files.writeString(folder.resolve("local/local-counts.csv"), filledTemplate(page, day));
        page.navigate(application.address("/loading"));
        try (Stream<Path> files = Files.walk(folder)) {
            page.locator("#files")
                    .setInputFiles(files.filter(Files::isRegularFile).toArray(Path[]::new));
        }
        page.locator("#authority").fill("London Borough of Fairmead");
        page.locator("#authorityCode").fill("399");
        page.locator("#extracted").fill(day.toString());
        page.locator("form:has(#files) button").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Check the files, then load them");
        page.locator("main button[type=submit]").click();
        for (int waits = 0; waits < 60 && page.locator("h1").textContent().equals("Loading"); waits++) {
            page.waitForTimeout(500);
            page.reload();
            page.waitForLoadState(LoadState.LOAD);
        }
        assertThat(page.locator("h1").textContent())
                .as(page.locator("main").textContent())
                .isEqualTo("Loaded");
    }

    /**
     * The template as the page gives it, filled in up to {@code day}: a footfall of 1,000 in every month, and twelve first-time
     * entrants but three in January 2024, which Part 1 may not tell.
     */
    private static String filledTemplate(Page page, LocalDate day) throws IOException {
        page.navigate(application.address("/loading"));
        page.locator("#year").selectOption("2023");
        Download download =
                page.waitForDownload(() -> page.locator("button[value=csv]").click());
        List<String> lines = Files.readAllLines(download.path(), StandardCharsets.UTF_8);
        List<String> months = List.of(lines.getFirst().split(","));
        StringBuilder filled = new StringBuilder(lines.getFirst()).append('\n');
        for (String line : lines) {
            if (line.startsWith("footfall,") || line.startsWith("first-time-entrants,")) {
                filled.append(line.replaceFirst(",+$", ""));
                for (String month : months.subList(3, months.size())) {
                    String count = line.startsWith("footfall,") ? "1000" : month.equals("2024-01") ? "3" : "12";
                    filled.append(YearMonth.parse(month).atEndOfMonth().isAfter(day) ? "," : "," + count);
                }
                filled.append('\n');
            }
        }
        assertThat(filled.toString()).contains(",1000");
        return filled.toString();
    }

    private static void issue(Page page, String month, String name) {
        writeCommentaries(page, month);
        page.navigate(application.address("/reports/issue?month=" + month));
        page.locator("main button[type=submit]").click();
        for (int waits = 0; waits < 240 && page.locator("h1").textContent().startsWith("Issuing"); waits++) {
            page.waitForTimeout(500);
            page.reload();
            page.waitForLoadState(LoadState.LOAD);
        }
        assertThat(page.locator("h1").textContent())
                .as(page.locator("main").textContent())
                .isEqualTo("The report for " + name + " is issued");
        page.locator("main a[role=button]").click();
        assertThat(page.locator("section.gt-change").first().textContent()).contains(name);
    }

    /** The public has February's papers when it reads March's. */
    private static void assertNothingHiddenInFebruaryIsShownInMarch() {
        List<Scorecard> issued = application.bean(IssuedPartOnes.class).listScorecards();
        assertThat(issued).hasSize(2).allMatch(one -> one.part() == Part.PART_1);
        int hidden = 0;
        for (Indicator before : issued.getFirst().indicators()) {
            Indicator after = issued.getLast().findIndicator(before.number()).orElseThrow();
            for (int month = 0; month < before.months().size(); month++) {
                if (before.months().get(month).isSuppressed()) {
                    hidden++;
                    assertThat(after.months().get(month).isSuppressed())
                            .as(before.number() + " "
                                    + before.months().get(month).period())
                            .isTrue();
                }
            }
        }
        assertThat(hidden).isPositive();
    }

    private static void writeCommentaries(Page page, String month) {
        page.navigate(application.address("/part-2/" + month + "/below-expectation"));
        int wanted = page.locator("textarea").count();
        assertThat(wanted).isPositive();
        for (int place = 0; place < wanted; place++) {
            page.locator("textarea").nth(place).fill("Moves were planned; each is reviewed monthly.");
            page.locator("form:has(textarea) button").nth(place).click();
        }
        assertThat(page.locator("main").textContent()).contains("the report can be issued");
    }

    private static byte[] download(Page page, int part, String format) throws IOException {
        page.navigate(application.address("/reports"));
        Download download = page.waitForDownload(() -> page.locator("a[href$='/part-" + part + "/" + format + "']")
                .first()
                .click());
        return Files.readAllBytes(download.path());
    }

    private static String word(byte[] document) throws IOException {
        return allText(document);
    }

    /** The text of every XML file in a Word document or spreadsheet, tags taken out. */
    private static String allText(byte[] document) throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream in = new java.io.ByteArrayInputStream(document);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", ""));
                }
            }
        }
        return text.toString();
    }

    private static String pdf(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
