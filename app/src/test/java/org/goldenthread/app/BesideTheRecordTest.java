package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.app.backup.Commands;
import org.goldenthread.app.extract.ExportCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The council's lists, its code and last year's return stand beside the record while it is checked: at the form, on the child's page and over the
 * whole return.
 *
 * <p>The made-up places lie on a line: the child's home 16,093 metres, which is ten of the department's miles, north of the carer, and the
 * children's home twenty miles north of that, in another authority.
 */
class BesideTheRecordTest {

    private static final String OWN = "E09000399";
    private static final String HOME = "AB1 1BB";
    private static final String CARER = "AB1 1AA";
    private static final String FAR = "AB2 2CC";
    private static final String DIRECTORY = "postcode,easting,northing,laua\n"
            + CARER + ",400000,400000," + OWN + "\n"
            + HOME + ",400000,416093," + OWN + "\n"
            + FAR + ",400000,448279,E10000099\n";

    private static final MovableClock CLOCK = new MovableClock("2023-03-02T09:00");
    private static RunningApplication application;
    private static Child carried;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        carried = childInCare("Tamsyn", "Hocking", "1/3/2023");
        CLOCK.set("2024-02-02T09:00");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theyAreLoadedOnceAndFindWhatIsWrongAtTheFormOnTheChildsPageAndOverEverybody() throws Exception {
        Child child = childInCare("Perran", "Trevorrow", "4/1/2024");
        assertThat(words(child.returns()))
                .contains("no postcode directory is loaded.", "Ofsted’s list of providers is not loaded.")
                .contains("An analyst or a service manager can load it under Lists for the checks")
                .doesNotContain("there is nothing to compare with");
        loadInABrowser();
        assertThat(words(child.returns())).contains("the council’s own code is not known.");
        set(OWN);
        assertThat(words(child.returns()))
                .doesNotContain("no postcode directory", "list of providers is not", "own code is not known")
                .contains("Postcode directory (postcodes.csv) is of 1 January 2023, 13 months ago");

        // A number that the list lacks: of the providers at that postcode one takes children's home placements.
        Map<String, String> home = new HashMap<>(Map.of(
                "started", "4/1/2024",
                "kind", "K2",
                "provider", "PR4",
                "ofstedNumber", "SC999999",
                "postcode", FAR,
                "follows", child.period,
                "token", UUID.randomUUID().toString(),
                "whyHere", "A home that knows her needs."));
        assertThat(checked(child, home))
                .contains("error 1008")
                .contains("Ofsted's list has one provider at AB2 2CC for placement type K2: SC000002.");
        home.put("ofstedNumber", "SC000002");
        assertThat(checked(child, home)).doesNotContain("error 1008");

        // A postcode that the directory lacks: the list has the home at another.
        home.put("postcode", "AB9 9ZZ");
        assertThat(checked(child, home))
                .contains("error 392c")
                .contains("Ofsted's list has SC000002 at AB2 2CC.")
                .contains("Postcode directory is 13 months old.");
        home.put("postcode", FAR);
        assertThat(checked(child, home)).doesNotContain("error 392c");

        whatLastYearsReturnHadStays();

        // Saved all the same, it is found over everybody too, and in no other child.
        home.put("ofstedNumber", "SC999999");
        home.remove("follows");
        String saved = as("social-worker").add(child.id, "placement", child.period, home);
        assertThat(words(child.returns())).contains("1008 Error", "SC000002");
        Practitioner analyst = as("analyst");
        assertThat(words(drawn(analyst)))
                .contains("SSDA903 1008 Error")
                .contains("SSDA903 503B Error")
                .contains("Postcode directory (postcodes.csv) is of 1 January 2023")
                .doesNotContain("is not loaded", "own code is not known");
        home.put("ofstedNumber", "SC000002");
        CLOCK.set("2024-02-02T09:30");
        assertThat(as("social-worker").change(saved, 1, home).statusCode()).isEqualTo(302);
        assertThat(words(child.returns())).doesNotContain("1008 Error");
        assertThat(words(drawn(as("analyst")))).doesNotContain("1008 Error");

        application = application.restarted(CLOCK);
        theyAreThere(child);
        theyAreInABackup(child);
        takeBackTheDirectory(child);
    }

    /** The carer's home was ten miles from the family's on 31 March 2023, and the child accommodated with the parents' agreement. */
    private static void whatLastYearsReturnHadStays() {
        Practitioner worker = as("social-worker");
        Map<String, String> status = Map.of("started", "1/3/2023", "status", "C2", "version", "1");
        HttpResponse<String> order = worker.visitor().post(carried.status + "/change/checks", status);
        assertThat(order.body())
                .contains("error 503B")
                .contains("The episode that was open at the end of last year's return has V2.");
        Map<String, String> same = Map.of("started", "1/3/2023", "status", "V2", "version", "1");
        assertThat(worker.visitor()
                        .post(carried.status + "/change/checks", same)
                        .body())
                .doesNotContain("503B");

        Map<String, String> moved = new HashMap<>(carried.placed());
        moved.put("version", "1");
        moved.put("postcode", FAR);
        String distance = worker.visitor()
                .post(carried.placement + "/change/checks", moved)
                .body();
        assertThat(distance)
                .contains("error 503G", "error 453", "error 503H", "error 503J")
                .contains("return has AB1 1AA.");
        moved.put("postcode", CARER);
        assertThat(worker.visitor()
                        .post(carried.placement + "/change/checks", moved)
                        .body())
                .doesNotContain("503G", "453", "503H");

        // The order is saved: from now on the whole return has it, and last year's has not.
        assertThat(worker.change(carried.status, 1, Map.of("started", "1/3/2023", "status", "C2"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(words(carried.returns())).contains("503B Error");
    }

    private static void loadInABrowser() throws IOException {
        Path folder = Files.createTempDirectory(application.home(), "given-");
        Path directory = Files.writeString(folder.resolve("postcodes.csv"), DIRECTORY);
        Path providers = Files.write(folder.resolve("Providers 31 January 2024.xlsx"), providers());
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='analyst']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/check-lists"));
            PageCheck.assertFaultless(page, "check-lists-none");
            page.locator("#file-POSTCODES").setInputFiles(directory);
            page.locator("form:has(#file-POSTCODES) button").click();
            page.locator("#ownDate-POSTCODES-error").waitFor();
            PageCheck.assertFaultless(page, "check-lists-error");
            page.locator("#file-POSTCODES").setInputFiles(directory);
            page.locator("#ownDate-POSTCODES").fill("1/1/2023");
            page.locator("form:has(#file-POSTCODES) button").click();
            page.locator("h1:has-text('The list is loaded')").waitFor();
            assertThat(page.locator("main").innerText()).contains("3 postcodes of 1 January 2023 are kept");
            PageCheck.assertFaultless(page, "check-lists-loaded");
            page.navigate(application.address("/check-lists"));
            page.locator("#file-PROVIDERS").setInputFiles(providers);
            page.locator("form:has(#file-PROVIDERS) button").click();
            page.locator("h1:has-text('The list is loaded')").waitFor();
            page.navigate(application.address("/check-lists"));
            assertThat(page.locator("main").innerText())
                    .contains("postcodes.csv", "13 months old", "3 postcodes", "2 February 2024")
                    .contains("Providers 31 January 2024.xlsx", "31 January 2024", "2 providers");
            PageCheck.assertFaultless(page, "check-lists");
        }
    }

    private static void set(String code) {
        Practitioner analyst = as("analyst");
        HttpResponse<String> wrong =
                analyst.visitor().post("/check-lists/authority", Map.of("authority", "Fairmead 399"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("E and eight digits", "value=\"Fairmead 399\"");
        Practitioner.location(analyst.visitor().post("/check-lists/authority", Map.of("authority", " e09000399 ")));
        assertThat(analyst.read("/check-lists")).contains("value=\"" + code + "\"");
    }

    private static void theyAreThere(Child child) {
        assertThat(words(as("analyst").read("/check-lists")))
                .contains("3 postcodes", "2 providers", "1 January 2023")
                .doesNotContain("Missing");
        assertThat(words(child.returns())).doesNotContain("not loaded", "not known");
        assertThat(words(carried.returns())).contains("503B Error", "has V2");
    }

    private static void theyAreInABackup(Child child) {
        Path place = RunningApplication.newFolder();
        Path backup = place.resolve("night.backup");
        Path key = place.resolve("kept-apart.key");
        Commands.Answer made = Commands.backup(
                "--to", backup.toString(), "--data", application.home().toString(), "--key", key.toString());
        assertThat(made.code()).as(made.words()).isZero();
        Path restored = place.resolve("restored");
        Commands.Answer back =
                Commands.restore("--from", backup.toString(), "--data", restored.toString(), "--key", key.toString());
        assertThat(back.code()).as(back.words()).isZero();
        // The command draws the same out of the restored folder, with the lists in it.
        assertThat(ExportCommand.run(
                        "--return", "ssda903",
                        "--year", "2023-24",
                        "--as-at", "2/2/2024",
                        "--number", "399",
                        "--data", restored.toString(),
                        "--out", place.resolve("out").toString()))
                .contains("holds 2 children", "rules were run with the lists that are kept", "errors")
                .contains("Postcode directory (postcodes.csv) is of 1 January 2023, 13 months ago")
                .doesNotContain("is not loaded", "is loaded", "not known", "It ended with");
        RunningApplication running = application;
        try (RunningApplication other = RunningApplication.demoIn(restored, CLOCK)) {
            application = other;
            theyAreThere(child);
        } finally {
            application = running;
        }
    }

    private static void takeBackTheDirectory(Child child) {
        Practitioner manager = as("service-manager");
        String page = manager.read("/check-lists");
        String id = page.replaceAll("(?s).*?name=\"id\" value=\"([0-9a-f-]{36})\".*", "$1");
        Practitioner.location(manager.visitor().post("/check-lists/take-back", Map.of("id", id)));
        assertThat(words(manager.read("/check-lists")))
                .contains("None is loaded")
                .doesNotContain("postcodes.csv");
        assertThat(words(child.returns())).contains("no postcode directory is loaded");
        assertThat(as("auditor").read("/audit"))
                .contains("Took back a list for the checks", "Loaded a list for the checks", "postcodes.csv");
    }

    @Test
    void aFileThatIsNoSuchListIsRefusedWithTheRowAndWhatToDoAndWhatWasTypedStays() throws IOException {
        String unreadable = DIRECTORY.replace("400000,", "\"=HYPERLINK(1)\",");
        assertRefused("POSTCODES", "postcodes.csv", bytes("name,age\nWenna,9\n"), "has no column of a postcode");
        assertRefused("POSTCODES", "postcodes.csv", bytes(unreadable), "the first of them is row 2");
        assertRefused("POSTCODES", "postcodes.csv", bytes("postcode,easting,northing,laua\n"), "and no postcodes");
        assertRefused("POSTCODES", "postcodes.csv", bytes("postcode,easting,northing,laua\n\"AB1"), "row 2");
        assertRefused("POSTCODES", "postcodes.zip", zip("readme.txt", "Nothing"), "holds no CSV file");
        byte[] whole = zip("Data/ONSPD_FEB_2024_UK.csv", DIRECTORY);
        assertRefused(
                "POSTCODES", "postcodes.zip", java.util.Arrays.copyOf(whole, whole.length / 2), "damaged or cut short");
        assertRefused("PROVIDERS", "providers.xlsx", bytes("URN,Postcode\n"), "not a workbook");
        assertRefused("PROVIDERS", "../../providers.xlsx", whole, "not a workbook");
        HttpResponse<String> tomorrow = as("analyst")
                .visitor()
                .postFile(
                        "/check-lists",
                        Map.of("kind", "POSTCODES", "ownDate", "3/2/2024"),
                        "postcodes.csv",
                        bytes(DIRECTORY));
        assertThat(tomorrow.statusCode()).isEqualTo(422);
        assertThat(tomorrow.body()).contains("cannot be of 3 February 2024", "value=\"3/2/2024\"");
        HttpResponse<String> worker = as("social-worker")
                .visitor()
                .postFile("/check-lists", Map.of("kind", "POSTCODES"), "postcodes.csv", bytes(DIRECTORY));
        assertThat(worker.statusCode()).isEqualTo(403);
        try (var left = Files.list(application.home().resolve("reference"))) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private static void assertRefused(String kind, String name, byte[] content, String why) {
        Practitioner analyst = as("analyst");
        String followed = follow(
                analyst,
                Practitioner.location(analyst.visitor()
                        .postFile("/check-lists", Map.of("kind", kind, "ownDate", "1/2/2024"), name, content)));
        assertThat(words(followed)).contains("The list was not loaded", why);
        assertThat(followed).contains("value=\"1/2/2024\"");
    }

    private static String checked(Child child, Map<String, String> typed) {
        HttpResponse<String> answer =
                as("social-worker").visitor().post("/people/" + child.id + "/records/placement/new/checks", typed);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replace("&#39;", "'");
    }

    private static String drawn(Practitioner analyst) {
        return follow(
                analyst,
                Practitioner.location(analyst.visitor().post("/record-returns", Map.of("number", "399", "day", ""))));
    }

    /** The page once what it follows is over. */
    private static String follow(Practitioner who, String address) {
        Instant latest = Instant.now().plus(Duration.ofMinutes(2));
        String page = who.read(address);
        while (page.contains("gt-progress") && Instant.now().isBefore(latest)) {
            LockSupport.parkNanos(200_000_000);
            page = who.read(address);
        }
        return page;
    }

    private static String words(String page) {
        return Practitioner.words(page).replace("&#39;", "'");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes(content));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] providers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Providers");
            List<List<String>> rows = List.of(
                    List.of("URN", "Placement code", "Placement provider code", "Setting address postcode"),
                    List.of("SC000001", "U1,U4,U6", "PR1", CARER),
                    List.of("SC000002", "K2", "PR4", FAR));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    /**
     * @param status the address of the legal status
     * @param placement the address of the placement with the carer
     */
    private record Child(String id, String period, String status, String placement, String began) {

        String returns() {
            return as("social-worker").read("/people/" + id + "/returns");
        }

        Map<String, String> placed() {
            return Map.of(
                    "started", began,
                    "kind", "U6",
                    "provider", "PR1",
                    "ofstedNumber", "SC000001",
                    "postcode", CARER,
                    "whyHere", "Near school.");
        }
    }

    /** Looked after with the mother's agreement; placed from the day on with a carer of the council's own where it is before this year. */
    private static Child childInCare(String given, String family, String began) {
        Practitioner manager = as("front-door-manager");
        String child = manager.newPupil(given, family, "12/9/2014", "");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        manager.add(child, "address", "", Map.of("lines", "1 Made-up Road", "postcode", HOME, "kind", "HOME"));
        Practitioner worker = as("social-worker");
        String period = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", began)));
        String status = worker.add(child, "legal-status", period, Map.of("started", began, "status", "V2"));
        Child made = new Child(child, period, status, "", began);
        return began.endsWith("2024")
                ? made
                : new Child(child, period, status, worker.add(child, "placement", period, made.placed()), began);
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
