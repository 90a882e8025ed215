package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.access.ActingAs;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that belong to records: attached, given out, replaced, withdrawn, and seen by nobody who may not see the record. */
class AttachmentsTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T10:00");
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SCRIPTED =
            "%PDF-1.4\n1 0 obj << /S /JavaScript >> endobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    private static final Pattern HELD = Pattern.compile("name=\"held\" value=\"([0-9a-f-]{36})\"");

    private static RunningApplication application;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aFileGoesWithItsRecordAndIsGivenOutSafelyToWhoMaySeeIt() {
        Practitioner door = new Practitioner(application, "front-door-worker");
        String child = door.newPerson("Kerra", "Nance", "9/9/2015");
        String contact = door.add(
                child, "contact", "", Map.of("received", "4/3/2024", "source", "1B", "concern", "Often hungry."));
        String form = "/people/" + child + "/records/attachment/new";
        assertThat(door.read(form + "?follows=" + Practitioner.idOf(contact))).contains("To Contact: ");
        Map<String, String> fields = Map.of(
                "follows", Practitioner.idOf(contact),
                "kind", "EDUCATION",
                "title", "Attendance since Christmas",
                "dated", "1/3/2024",
                "note", "",
                "token", UUID.randomUUID().toString());
        HttpResponse<String> first = door.visitor().postFile(form, fields, "attendance.pdf.exe", PDF);
        String attachment = Practitioner.location(first);
        // Sent twice, it counts once.
        assertThat(Practitioner.location(door.visitor().postFile(form, fields, "attendance.pdf.exe", PDF)))
                .isEqualTo(attachment);
        assertThat(count("select count(*) from attachment_file")).isEqualTo(1);

        // It stands in the chronology, on the contact's own page, on its own, and in the list of the child's files.
        String file = attachment + "/files/1";
        assertThat(door.read("/people/" + child + "/chronology"))
                .contains("School or education: Attendance since Christmas")
                .contains(">File<");
        assertThat(door.read(contact)).contains(file).contains("Attendance since Christmas");
        assertThat(door.read(attachment)).contains("attendance.pdf.exe.pdf").contains("What it belongs to");
        assertThat(door.read("/people/" + child + "/attachments"))
                .contains(file)
                .contains("PDF, " + PDF.length + " bytes");

        HttpResponse<byte[]> given = door.visitor().getBytes(file);
        assertThat(given.body()).isEqualTo(PDF);
        assertThat(given.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(given.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("attendance.pdf.exe.pdf");
        assertThat(given.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(given.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(given.headers().firstValue("Cache-Control")).contains("no-store");
        String id = Practitioner.idOf(attachment);
        assertThat(count("select count(*) from audit_log where action = 'Downloaded an attachment' and subject = '"
                        + child + "' and detail = 'attachment " + id + ", file 1'"))
                .isEqualTo(1);

        // A newer file stands before the older, which stays; the same once more is none.
        byte[] newer = "%PDF-1.4\n% signed\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        door.visitor().postFile(attachment + "/files", Map.of(), "signed.pdf", newer);
        door.visitor().postFile(attachment + "/files", Map.of(), "signed.pdf", newer);
        assertThat(door.read(attachment))
                .contains("Version 2: signed.pdf")
                .contains(file)
                .doesNotContain("Version 3");
        assertThat(door.visitor().getBytes(attachment + "/files/2").body()).isEqualTo(newer);
        assertThat(door.visitor().get(attachment + "/files/3").statusCode()).isEqualTo(404);
        assertThat(door.visitor()
                        .postFile(attachment + "/files", Map.of(), "signed.pdf", SCRIPTED)
                        .body())
                .contains("“signed.pdf” is not taken. It holds a script");

        // What is said of it is changed as any record is; and withdrawn, the file is given to nobody until it is
        // restored.
        assertThat(door.change(
                                attachment,
                                1,
                                Map.of("kind", "EDUCATION", "title", "Attendance", "dated", "1/3/2024", "note", ""))
                        .statusCode())
                .isEqualTo(302);
        withdraw(door, attachment, 2, true);
        assertThat(door.visitor().get(file).statusCode()).isEqualTo(404);
        assertThat(door.read(attachment)).contains("given to nobody while this is withdrawn");
        assertThat(door.read("/people/" + child + "/chronology")).doesNotContain("Attendance");
        withdraw(door, attachment, 3, false);
        assertThat(door.visitor().getBytes(file).body()).isEqualTo(PDF);

        // Whoever may not see the child sees no file: not by its address, and not in the database.
        Practitioner other = new Practitioner(application, "social-worker");
        assertThat(other.visitor().get(file).statusCode()).isEqualTo(404);
        assertThat(other.visitor().get("/people/" + child + "/attachments").statusCode())
                .isEqualTo(404);
        assertThat(other.visitor().postFile(form, fields, "x.pdf", PDF).statusCode())
                .isEqualTo(404);
        for (String role : java.util.List.of("social-worker", "early-help-worker", "administrator", "analyst")) {
            assertThat(ActingAs.call(
                            application,
                            role,
                            () -> jdbc.sql("select count(*) from attachment_file")
                                    .query(Long.class)
                                    .single()))
                    .as(role)
                    .isZero();
        }
        assertThat(ActingAs.call(
                        application,
                        "front-door-worker",
                        () -> jdbc.sql("select count(*) from attachment_file")
                                .query(Long.class)
                                .single()))
                .isEqualTo(2);
    }

    @Test
    void aRefusedFileCostsNothingThatWasTypedAndARefusedAnswerCostsNoFile() {
        Practitioner door = new Practitioner(application, "front-door-worker");
        String child = door.newPerson("Jory", "Bolitho", "3/2/2012");
        String form = "/people/" + child + "/records/attachment/new";
        HttpResponse<String> refused = door.visitor()
                .postFile(
                        form,
                        Map.of(
                                "kind",
                                "HEALTH",
                                "title",
                                "Growth chart",
                                "dated",
                                "4/3/2024",
                                "note",
                                "From the health visitor"),
                        "chart.pdf",
                        SCRIPTED);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“chart.pdf” is not taken. It holds a script")
                .contains("value=\"Growth chart\"")
                .contains("From the health visitor");
        assertThat(door.visitor()
                        .postFile(form, Map.of("kind", "HEALTH", "dated", "4/3/2024"), "", new byte[0])
                        .body())
                .contains("Choose the file");
        assertThat(door.visitor()
                        .postFile(
                                form,
                                Map.of("kind", "HEALTH", "title", "Scan", "dated", "4/3/2024"),
                                "scan.pdf",
                                new byte[21 * 1024 * 1024])
                        .body())
                .contains("“scan.pdf” is 21.0 MB. The most is 20 MB")
                .contains("value=\"Scan\"");

        HttpResponse<String> answer = door.visitor()
                .postFile(form, Map.of("kind", "HEALTH", "dated", "31 Februember"), "growth chart.pdf", PDF);
        assertThat(answer.body()).contains("“growth chart.pdf” is here already").contains("Date of the document: ");
        Matcher held = HELD.matcher(answer.body());
        assertThat(held.find()).isTrue();
        // Held for its sender alone: nobody else can make it theirs.
        assertThat(new Practitioner(application, "front-door-manager")
                        .visitor()
                        .postFile(
                                form,
                                Map.of("kind", "HEALTH", "dated", "4/3/2024", "held", held.group(1)),
                                "",
                                new byte[0])
                        .body())
                .contains("Choose the file");
        String attachment = Practitioner.location(door.visitor()
                .postFile(form, Map.of("kind", "HEALTH", "dated", "4/3/2024", "held", held.group(1)), "", new byte[0]));
        assertThat(door.visitor().getBytes(attachment + "/files/1").body()).isEqualTo(PDF);
        assertThat(door.read(attachment)).contains("growth chart");
        assertThat(count("select count(*) from held_file")).isZero();
    }

    @Test
    void theFormWorksWithAndWithoutScriptsAndIsFaultless() throws Exception {
        Practitioner door = new Practitioner(application, "front-door-worker");
        String child = door.newPerson("Tamsyn", "Vellan", "3/3/2020");
        try (Browsers browsers = Browsers.open()) {
            for (boolean scripts : java.util.List.of(true, false)) {
                try (BrowserContext context =
                        browsers.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
                    Page page = context.newPage();
                    page.navigate(application.address("/sign-in"));
                    page.locator("form:has(input[value='front-door-worker']) button")
                            .click();
                    page.waitForURL(url -> !url.contains("/sign-in"));
                    page.navigate(application.address("/people/" + child + "/attachments"));
                    page.locator("a:has-text('Attach a file')").click();
                    page.locator("#title").fill("A drawing");
                    page.locator("button:has-text('Attach')").click();
                    page.locator("a[href='#file']:has-text('Choose the file')").waitFor();
                    if (scripts) {
                        PageCheck.assertFaultless(page, "attach-refused");
                    }
                    assertThat(page.locator("#title").inputValue()).isEqualTo("A drawing");
                    page.locator("#file").setInputFiles(new FilePayload("drawing.pdf", "application/pdf", PDF));
                    page.locator("#kind").first().selectOption("CHILD");
                    page.locator("button:has-text('Attach')").click();
                    page.locator(".govuk-notification-banner--success").waitFor();
                    Download download = page.waitForDownload(
                            () -> page.locator("a:has-text('drawing.pdf')").click());
                    assertThat(Files.readAllBytes(download.path())).isEqualTo(PDF);
                    assertThat(download.suggestedFilename()).isEqualTo("drawing.pdf");
                    if (scripts) {
                        PageCheck.assertFaultless(page, "attachment");
                        String attachment = page.url();
                        page.navigate(application.address("/people/" + child + "/attachments"));
                        PageCheck.assertFaultless(page, "attachments");
                        page.navigate(application.address("/people/" + child + "/chronology"));
                        PageCheck.assertFaultless(page, "chronology-with-file");
                        page.navigate(attachment + "/files");
                        PageCheck.assertFaultless(page, "attachment-newer");
                    }
                }
            }
        }
    }

    private static void withdraw(Practitioner by, String address, int version, boolean withdrawn) {
        assertThat(by.visitor()
                        .post(
                                address + "/withdraw",
                                Map.of(
                                        "version", String.valueOf(version),
                                        "withdrawn", String.valueOf(withdrawn),
                                        "why", "Of another child"))
                        .statusCode())
                .isEqualTo(302);
    }

    private static long count(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
