package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.nightlist.NightRuns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list for a night on which systems fail: who is in it, what it must not say, and that nobody reads it without the passphrase. */
class NightListTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T10:00");
    private static final String PASSPHRASE = "four grey herons wade";

    private static RunningApplication application;
    private static JdbcClient jdbc;
    private static String flagged;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String care = manager.newPerson("Kerra", "Nance", "9/9/2015");
        manager.allocate(care, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = new Practitioner(application, "social-worker");
        String period = worker.add(care, "period-of-care", "", Map.of("began", "1/3/2024"));
        worker.add(care, "legal-status", Practitioner.idOf(period), Map.of("started", "1/3/2024", "status", "C1"));
        worker.add(care, "address", "", Map.of("lines", "4 Quay Street", "postcode", "FM1 2AB", "kind", "HOME"));

        flagged = manager.newPerson("Jory", "Bolitho", "3/2/2012");
        manager.add(
                flagged,
                "safety-flag",
                "",
                Map.of("kind", "ANIMAL", "whatToDo", "Two dogs; ring first & wait <outside>", "started", "1/3/2024"));
        manager.add(
                flagged,
                "address",
                "",
                Map.of("lines", "7 Hidden Lane", "postcode", "FM9 9ZZ", "kind", "HOME", "mustNotBeDisclosed", "yes"));

        String secret = manager.newPerson("Tamsyn", "Vellan", "3/3/2020");
        manager.add(secret, "period-of-care", "", Map.of("began", "2/3/2024"));
        manager.add(
                secret, "safety-flag", "", Map.of("kind", "WEAPONS", "whatToDo", "Do not go", "started", "1/3/2024"));
        Practitioner.location(manager.visitor()
                .post(
                        "/people/" + secret + "/access/restrict",
                        Map.of(
                                "kind",
                                "STAFF_FAMILY",
                                "reason",
                                "Child of an employee",
                                "ask",
                                "The duty head of service",
                                "token",
                                UUID.randomUUID().toString())));

        String ended = manager.newPerson("Wenna", "Tregear", "12/9/2014");
        manager.add(
                ended,
                "safety-flag",
                "",
                Map.of("kind", "ACCESS", "whatToDo", "Side door", "started", "1/2/2024", "ended", "3/3/2024"));
        manager.newPerson("Osric", "Penrose", "1/1/2015");
        planFor(manager.newPerson("Lamorna", "Teague", "7/7/2019"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void itSaysWhoIsKnownAndNotWhatMustNotBeSaidAndOpensWithThePassphraseAlone() throws Exception {
        Practitioner duty = new Practitioner(application, "emergency-duty-worker");
        assertThat(duty.visitor()
                        .post("/night-list", Map.of("passphrase", "short", "again", "short"))
                        .body())
                .contains("Enter a passphrase of 15 to 100");
        assertThat(duty.visitor()
                        .post("/night-list", Map.of("passphrase", PASSPHRASE, "again", PASSPHRASE + "s"))
                        .body())
                .contains("Enter the same passphrase twice");
        assertThat(count("select count(*) from audit_log where subject = 'night list'"))
                .isZero();
        byte[] pdf = download(duty);
        assertThatThrownBy(() -> Loader.loadPDF(pdf).close()).isInstanceOf(InvalidPasswordException.class);
        assertThatThrownBy(() -> Loader.loadPDF(pdf, "four grey herons wad").close())
                .isInstanceOf(InvalidPasswordException.class);
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Nance");
        String text;
        try (PDDocument document = Loader.loadPDF(pdf, PASSPHRASE)) {
            assertThat(document.getEncryption().getRevision()).isEqualTo(6);
            assertThat(document.getEncryption().getLength()).isEqualTo(256);
            text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
        if (!System.getProperty("golden-thread.screenshots", "").isEmpty()) {
            Files.write(Path.of(System.getProperty("golden-thread.screenshots"), "night-list.pdf"), pdf);
        }
        assertThat(text)
                .contains("As it stood on 4 March 2024, 10:00. 4 children")
                .contains("Nance, Kerra")
                .contains("Looked after since 1 March 2024")
                .contains("4 Quay Street")
                .contains("Assessment team")
                .contains("Bolitho, Jory")
                .contains("Dangerous animal: Two dogs; ring first & wait <outside>")
                .contains("Must not be disclosed")
                .contains("Teague, Lamorna")
                .contains("Child protection plan, Neglect, since 1 March 2024")
                .contains("Restricted record")
                .contains("Ask: The duty head of service");
        assertThat(text)
                .doesNotContain("Hidden Lane")
                .doesNotContain("Vellan")
                .doesNotContain("Do not go")
                .doesNotContain("Weapons")
                .doesNotContain("Tregear")
                .doesNotContain("Penrose");

        // Each child's own log says that they were in it.
        assertThat(count("select count(*) from audit_log where subject = '" + flagged
                        + "' and action = 'Listed in a list for when systems fail' and detail = 'downloaded'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from audit_log where action = 'Listed in a list for when systems fail'"))
                .isEqualTo(5);
        for (String role : List.of("social-worker", "front-door-manager", "service-manager", "administrator")) {
            assertThat(Visitor.signedInTo(application, role).get("/night-list").statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        // The flag stands at the top of the child's page, for early help too.
        assertThat(duty.read("/people/" + flagged)).contains("Dangerous animal: Two dogs");
    }

    @Test
    void theServerMakesItOnTimeOnceADayAndRemovesOldOnes() throws Exception {
        Path folder = Files.createTempDirectory(application.home(), "lists");
        Path secret = folder.resolve("passphrase");
        Files.writeString(secret, PASSPHRASE + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        CLOCK.set("2024-04-02T16:31");
        assertThatThrownBy(() -> onTime(folder, secret)).hasMessageContaining("Others may read the passphrase");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        // 16:30 is by the clock on the wall: in summer time 15:29 in universal time is 16:29.
        CLOCK.set("2024-04-02T16:29");
        onTime(folder, secret);
        assertThat(folder.resolve("night-list-2024-04-02.pdf")).doesNotExist();
        for (int day = 2; day <= 5; day++) {
            CLOCK.set("2024-04-0" + day + "T16:30");
            onTime(folder, secret);
            long made = Files.getLastModifiedTime(folder.resolve("night-list-2024-04-0" + day + ".pdf"))
                    .toMillis();
            onTime(folder, secret);
            assertThat(Files.getLastModifiedTime(folder.resolve("night-list-2024-04-0" + day + ".pdf"))
                            .toMillis())
                    .isEqualTo(made);
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "night-list-2024-04-03.pdf",
                            "night-list-2024-04-04.pdf",
                            "night-list-2024-04-05.pdf",
                            "passphrase");
        }
        Path last = folder.resolve("night-list-2024-04-05.pdf");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(last)))
                .isEqualTo("rw-------");
        Loader.loadPDF(last.toFile(), PASSPHRASE).close();
        CLOCK.set("2024-03-04T10:00");
    }

    @Test
    void theCommandSaysWhatItWants() throws Exception {
        assertThat(NightRuns.command("--to", "x.pdf")).isEqualTo(2);
        assertThat(NightRuns.command("--to", "x.pdf", "--passphrase-file", "y", "--data", "no-such-folder"))
                .isEqualTo(2);
        // In a data folder of its own, which a server has used.
        Path home = RunningApplication.newFolder();
        GoldenThreadApplication.start(ServeOptions.in(home).withPort(0).asDemo())
                .close();
        Path secret = home.resolve("passphrase");
        Files.writeString(secret, PASSPHRASE + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path list = home.resolve("list.pdf");
        assertThat(NightRuns.command(
                        "--to", list.toString(), "--passphrase-file", secret.toString(), "--data", home.toString()))
                .isZero();
        try (PDDocument document = Loader.loadPDF(list.toFile(), PASSPHRASE)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Nobody.");
        }
    }

    @Test
    void itsPageIsFaultless() throws Exception {
        CLOCK.set("2024-03-04T10:00");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='emergency-duty-worker']) button")
                    .click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/night-list"));
            page.locator("button:has-text('Make the list')").click();
            page.locator(".govuk-error-summary").waitFor();
            PageCheck.assertFaultless(page, "night-list-refused");
            page.locator("#passphrase").fill(PASSPHRASE);
            page.locator("#again").fill(PASSPHRASE);
            Download download = page.waitForDownload(
                    () -> page.locator("button:has-text('Make the list')").click());
            assertThat(download.suggestedFilename()).isEqualTo("night-list-2024-03-04.pdf");
            page.navigate(application.address("/people/" + flagged));
            PageCheck.assertFaultless(page, "flagged-person");
        }
    }

    private static void onTime(Path folder, Path secret) throws IOException {
        NightRuns.onTime(application, CLOCK, folder, secret, LocalTime.of(16, 30), 3);
    }

    private static byte[] download(Practitioner duty) {
        HttpResponse<byte[]> answer =
                duty.visitor().postForBytes("/night-list", Map.of("passphrase", PASSPHRASE, "again", PASSPHRASE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer.body();
    }

    /** A plan that stands, which a conference would lead to; how it is made is the affair of other tests. */
    private static void planFor(String child) {
        AsSystem.callFor("reviewing-officer", () -> jdbc.sql("""
                        insert into child_protection_plan (id, person, state, version, known_from, known_by, known_by_post, began, first_category)
                        values (gen_random_uuid(), ?::uuid, 'in-force', 1, acting_at(), '', 'Reviewing officer', '2024-03-01', 'NEG')
                        """).param(child).update());
    }

    private static long count(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
