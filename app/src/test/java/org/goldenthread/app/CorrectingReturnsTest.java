package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An analyst corrects a return in the browser and takes it away. */
class CorrectingReturnsTest {
    private static final int PHONE = 375;
    private static final String SCREENSHOTS = System.getProperty("golden-thread.screenshots", "");

    /** FT101's two placements overlap by a day; FT102 and FT103 are in a home whose provider is PR4; FT104 has nothing but a header. */
    private static final Map<String, String> RETURN = Map.of("children of the year.csv", """
            CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
            FT101,M,05/05/2012,WBRI,UN2,,
            FT102,M,06/06/2014,WBRI,UN2,,
            FT103,F,07/07/2010,MWBC,UN2,0,
            FT104,M,07/07/2013,MWBC,UN2,,
            """, "placements.csv", """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
            FT101,10/04/2025,S,C2,N1,U6,PR1,21/06/2025,X1,CARPL,AA1 1AA,AA1 1AB,2000009
            FT101,20/06/2025,P,C2,N1,U6,PR1,,,,AA1 1AA,AA1 1AC,2000009
            FT102,01/05/2025,S,C2,N1,K2,PR1,,,,AA1 1AA,BB1 1BB,2000001
            FT103,01/05/2025,S,C2,N1,K2,PR1,,,,AA1 1AA,BB1 1BB,2000001
            """);

    /** KID1's enquiry has a conference due on the wrong day; its plan has one review. KID2 has no characteristics. */
    private static final String CENSUS = """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
            <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
            <Source><SourceLevel>L</SourceLevel><LEA>399</LEA><SoftwareCode>x</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo>
            <DateTime>2026-05-01T10:00:00</DateTime></Source></Header>
            <Children>
            <Child><ChildIdentifiers><LAchildID>KID1</LAchildID><UPNunknown>UN3</UPNunknown>
            <PersonBirthDate>2012-02-29</PersonBirthDate><Sex>M</Sex></ChildIdentifiers>
            <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
            <CINdetails><CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
            <Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate><InitialCPCtarget>2025-06-22</InitialCPCtarget>
            <DateOfInitialCPC>2025-06-20</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
            <ReferralNFA>0</ReferralNFA>
            <ChildProtectionPlans><CPPstartDate>2025-06-20</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
            <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
            <Reviews><CPPreviewDate>2025-09-10</CPPreviewDate></Reviews></ChildProtectionPlans>
            </CINdetails></Child>
            <Child><ChildIdentifiers><LAchildID>KID2</LAchildID><UPNunknown>UN3</UPNunknown>
            <PersonBirthDate>2015-03-04</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
            <CINdetails><CINreferralDate>2026-02-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
            <ReferralNFA>1</ReferralNFA></CINdetails></Child>
            </Children></Message>
            """;

    private static RunningApplication application;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        application = RunningApplication.empty(true);
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            browsers.close();
        }
    }

    @Test
    void aReturnIsDroppedCorrectedExplainedAndTakenAwayCleanAndNextYearsKeepsTheExplanation() throws IOException {
        Path folder = RunningApplication.newFolder();
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(application.address("/returns"));
            faultless(page, "returns");
            List<Path> together = new ArrayList<>(write(folder, RETURN));
            together.add(providers(folder));
            drop(page, together, null, "2026");
            assertThat(page.locator("h1").textContent()).isEqualTo("Children looked after 2025-26");
            assertThat(count(page, "errors")).isEqualTo(5);
            assertThat(count(page, "queries")).isEqualTo(1);
            faultless(page, "return");

            // A child, through the rule that it fails.
            page.locator("a", new Page.LocatorOptions().setHasText("501"))
                    .first()
                    .click();
            faultless(page, "rule");
            page.locator("tbody a", new Page.LocatorOptions().setHasText("FT101"))
                    .first()
                    .click();
            assertThat(page.locator("#problems").textContent()).isEqualTo("3 problems");
            faultless(page, "child");

            // The wrong date first, by hand; then the suggestion, which is the right one.
            page.locator(".gt-fault a", new Page.LocatorOptions().setHasText("Change this row"))
                    .first()
                    .click();
            faultless(page, "child being changed");
            page.locator("[id=f-DEC]").fill("19/06/2025");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(page.locator(".govuk-notification-banner").textContent()).contains("This child");
            page.locator("form.gt-suggestion button").first().click();
            assertThat(page.locator("#problems").textContent()).isEqualTo("Nothing is wrong with this child");
            assertThat(count(page, "errors")).isEqualTo(2);
            faultless(page, "child without problems");

            // Both homes' provider, from Ofsted's list, in bulk.
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("Suggestions"))
                    .click();
            page.locator("main a", new Page.LocatorOptions().setHasText("Placement provider (2)"))
                    .click();
            faultless(page, "suggestions");
            page.locator("button", new Page.LocatorOptions().setHasText("Accept those that are ticked"))
                    .click();
            assertThat(page.locator(".govuk-notification-banner").textContent()).contains("2 suggestions are accepted");
            assertThat(count(page, "errors")).isZero();

            // The query is true.
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("By child"))
                    .click();
            faultless(page, "children");
            page.locator("tbody a", new Page.LocatorOptions().setHasText("FT104"))
                    .click();
            page.locator("summary", new Page.LocatorOptions().setHasText("Explain it"))
                    .click();
            page.locator("textarea").fill("Looked after under a series of short breaks only.");
            page.locator("button", new Page.LocatorOptions().setHasText("Keep these words"))
                    .click();
            assertThat(page.locator(".gt-standing__state").textContent()).isEqualTo("Clean as far as it was checked");

            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("Changes"))
                    .click();
            faultless(page, "changes");
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("Explanations"))
                    .click();
            faultless(page, "explanations");
            assertThat(page.locator("main").textContent()).contains("series of short breaks");
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("Replace"))
                    .click();
            faultless(page, "replace");
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("Download"))
                    .click();
            faultless(page, "download");

            Map<String, String> csv = download(page, "Corrected return as CSV");
            assertThat(csv.get("episodes.csv"))
                    .contains("FT101,10/04/2025,S,C2,N1,U6,PR1,20/06/2025,X1,CARPL")
                    .contains("FT102,01/05/2025,S,C2,N1,K2,PR4");
            assertThat(csv.get("about/changes.csv")).contains("19/06/2025", "20/06/2025", "PLACE_PROVIDER", "Analyst");
            assertThat(csv.get("about/explanations.csv")).contains("EPI", "series of short breaks");
            assertThat(problemsOf(csv)).allMatch(fault -> fault.rule().equals("EPI"));
            assertThat(download(page, "Corrected return as XML").get("ssda903.xml"))
                    .contains("<DEC>2025-06-20</DEC>".replace("2025-06-20", "20/06/2025"));

            // Next year's return has the same query of the same child, answered already.
            page.navigate(application.address("/returns"));
            assertThat(page.locator("#authority").inputValue()).isEqualTo("E09000099");
            drop(page, write(RunningApplication.newFolder(), RETURN), null, "2027");
            assertThat(count(page, "queries")).isZero();
            assertThat(count(page, "explained")).isEqualTo(1);
        }
        String log = Visitor.signedInTo(application, "auditor").get("/audit").body();
        assertThat(log)
                .contains("Took on a return to be corrected", "Corrected a return", "Looked at a child of a return")
                .contains("Explained a query of a return", "Downloaded a return");
    }

    @Test
    void aCensusIsCorrectedInItsNestedRecordsAndComesBackAsXml() throws IOException {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(application.address("/returns"));
            page.locator("#cin").check();
            drop(page, write(RunningApplication.newFolder(), Map.of("census.xml", CENSUS)), null, "2026");
            assertThat(page.locator("h1").textContent()).isEqualTo("Children in need census 2025-26");
            faultless(page, "census");
            String census = page.url();

            page.navigate(census + "/child?child=KID1");
            faultless(page, "census child");
            Locator due = page.locator("form.gt-suggestion")
                    .filter(new Locator.FilterOptions().setHasText("InitialCPCtarget"));
            // 15 working days from 2 June 2025.
            assertThat(due.first().textContent()).contains("2025-06-23");
            due.first().locator("button").click();

            page.locator("a", new Page.LocatorOptions().setHasText("to Reviews of child protection plans"))
                    .click();
            page.locator("[id=f-CPPreviewDate]").fill("2026-03-05");
            faultless(page, "census review being added");
            page.locator("button", new Page.LocatorOptions().setHasText("Add the row"))
                    .click();
            assertThat(page.locator("[id=Reviews-2]").textContent()).contains("2026-03-05");

            page.navigate(census + "/child?child=KID2");
            page.locator("[id=ChildCharacteristics-2] a", new Page.LocatorOptions().setHasText("Change"))
                    .click();
            save(page, "Ethnicity", "MWBC");
            assertThat(page.locator("[id=ChildCharacteristics-2]").textContent())
                    .contains("MWBC");
            page.locator("[id=CINdetails-2] button", new Page.LocatorOptions().setHasText("Remove"))
                    .click();
            assertThat(page.locator("[id=CINdetails-2]").count()).isZero();
            page.locator("button", new Page.LocatorOptions().setHasText("Take back"))
                    .first()
                    .click();
            assertThat(page.locator("[id=CINdetails-2]").textContent()).contains("2026-02-01");

            page.navigate(census + "/download");
            assertThat(download(page, "Corrected return as XML").get("cin-census.xml"))
                    .contains("<InitialCPCtarget>2025-06-23</InitialCPCtarget>")
                    .contains("<CPPreviewDate>2026-03-05</CPPreviewDate>")
                    .contains("<Ethnicity>MWBC</Ethnicity>")
                    .contains("<CINreferralDate>2026-02-01</CINreferralDate>");
        }
    }

    @Test
    void whatTwoPeopleTypeAtOnceIsLostByNeither() throws IOException {
        try (BrowserContext mine = browsers.browser().newContext();
                BrowserContext theirs = browsers.browser().newContext()) {
            Page me = signedIn(mine);
            me.navigate(application.address("/returns"));
            drop(me, write(RunningApplication.newFolder(), RETURN), null, "2026");
            String child = me.url() + "/child?child=FT102";
            Page them = signedIn(theirs);
            for (Page page : List.of(me, them)) {
                page.navigate(child + "&edit=Episodes-3");
            }
            save(them, "HOME_POST", "CC1 1CC");
            me.locator("[id=f-HOME_POST]").fill("DD1 1DD");
            save(me, "CIN", "N2");
            assertThat(me.locator(".govuk-error-summary").textContent()).contains("Not saved", "CC1 1CC");
            assertThat(me.locator("[id=f-HOME_POST]").inputValue()).isEqualTo("DD1 1DD");
            assertThat(me.locator("[id=f-HOME_POST-theirs]").textContent()).contains("CC1 1CC");
            assertThat(me.locator("[id=f-CIN]").inputValue()).isEqualTo("N2");
            faultless(me, "conflict");
            me.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(me.locator("[id=Episodes-3]").textContent()).contains("DD1 1DD", "N2");

            // The latest change is mine; with it taken back, theirs stands again.
            me.locator("button", new Page.LocatorOptions().setHasText("Take back"))
                    .first()
                    .click();
            assertThat(me.locator("[id=Episodes-3]").textContent()).contains("CC1 1CC", "N1");
        }
    }

    @Test
    void whatIsTypedAndNotSavedIsThereWhenThePageIsOpenedAgain() throws IOException {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(application.address("/returns"));
            drop(page, write(RunningApplication.newFolder(), RETURN), null, "2026");
            String form = page.url() + "/child?child=FT101&edit=Episodes-1";
            page.navigate(form);
            page.locator("[id=f-PL_POST]").fill("EE1 1EE");
            page.waitForCondition(() ->
                    page.locator(".gt-form [data-draft-state]").textContent().startsWith("Draft kept at"));
            page.navigate(application.address("/returns"));
            page.navigate(form);
            assertThat(page.locator("[id=f-PL_POST]").inputValue()).isEqualTo("EE1 1EE");
            assertThat(page.locator(".gt-form").textContent()).contains("What you typed before");
        }
    }

    @Test
    void filesThatAreNoReturnAreRefusedWithTheReason() throws IOException {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(application.address("/returns"));
            Path folder = RunningApplication.newFolder();
            drop(page, write(folder, Map.of("letters.csv", "A,B\n1,2\n")), null, "2026");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("None of the files holds a child", "letters.csv", "The nearest is");
            faultless(page, "refused");
        }
    }

    @Test
    void onlyWhoCorrectsReturnsReachesThemByAnyAddress() throws IOException {
        String address;
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(application.address("/returns"));
            drop(page, write(RunningApplication.newFolder(), RETURN), null, "2026");
            address = page.url().substring(application.address("").length());
        }
        for (String account :
                List.of("manager", "councillor-part-2", "councillor-part-1", "administrator", "auditor")) {
            Visitor visitor = Visitor.signedInTo(application, account);
            for (String path : List.of(
                    "",
                    "?view=children",
                    "/child?child=FT101",
                    "/changes",
                    "/download",
                    "/print",
                    "/files/problems.json",
                    "/files/corrected-csv.zip",
                    "/suggestions",
                    "/rules/501")) {
                assertThat(visitor.get(address + path).statusCode())
                        .as(account + path)
                        .isEqualTo(403);
            }
            assertThat(visitor.post(address + "/remove", Map.of()).statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(Visitor.signedInTo(application, "analyst").get(address).statusCode())
                .isEqualTo(200);
    }

    /** The made-up return of 2,675 children that is beside the checkout, at its real size. */
    @Test
    void theSampleReturnIsCorrectedInBulkAndAnEditIsCheckedAtOnce() throws IOException {
        Path samples = Path.of("..", "..", "shared", "data", "ssda903", "sample-return");
        Assumptions.assumeTrue(Files.exists(samples), "SKIPPED: the sample return is not beside the checkout.");
        List<Path> files;
        try (Stream<Path> all = Files.list(samples)) {
            files = all.filter(file ->
                            file.toString().endsWith(".csv") && !file.toString().contains("errors"))
                    .sorted()
                    .toList();
        }
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(application.address("/returns"));
            drop(page, files, samples.resolve("scp_fake.xlsx"), "2024");
            int before = count(page, "errors");
            assertThat(before).isGreaterThan(10_000);
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("Suggestions"))
                    .click();
            faultless(page, "sample suggestions");
            page.locator("main a", new Page.LocatorOptions().setHasText("Reason for place change"))
                    .first()
                    .click();
            page.locator("button", new Page.LocatorOptions().setHasText("Accept those that are ticked"))
                    .click();
            assertThat(count(page, "errors")).isLessThan(before);
            page.locator(".gt-tabs a", new Page.LocatorOptions().setHasText("By child"))
                    .click();
            page.locator("tbody a").first().click();
            faultless(page, "sample child");
        }
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='analyst']) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static List<Path> write(Path folder, Map<String, String> files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            written.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
        }
        return written;
    }

    /** Ofsted's list of social care providers, with a children's home and a fostering agency. */
    private static Path providers(Path folder) throws IOException {
        Path file = folder.resolve("providers.xlsx");
        try (OutputStream stream = Files.newOutputStream(file);
                Workbook workbook = new Workbook(stream, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Providers");
            List<List<String>> rows = List.of(
                    List.of("URN", "Placement code", "Placement provider code", "Setting address postcode"),
                    List.of("2000001", "K2", "PR4", "BB1 1BB"),
                    List.of("2000009", "U1,U4,U6", "PR1", "CC1 1CC"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return file;
    }

    private static void drop(
            Page page, List<Path> files, @org.jspecify.annotations.Nullable Path providers, String year) {
        page.locator("#files").setInputFiles(files.toArray(Path[]::new));
        if (providers != null) {
            page.locator("#providers").setInputFiles(providers);
        }
        page.locator("#year").selectOption(year);
        page.locator("#authority").fill("E09000099");
        page.locator("#madeUp").check();
        page.locator("button", new Page.LocatorOptions().setHasText("Check the return"))
                .click();
    }

    private static void save(Page page, String field, String text) {
        page.locator("[id=f-" + field + "]").fill(text);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
    }

    private static int count(Page page, String what) {
        return Integer.parseInt(
                page.locator("[data-count=" + what + "]").textContent().replace(",", ""));
    }

    private static Map<String, String> download(Page page, String link) throws IOException {
        Download download = page.waitForDownload(() ->
                page.locator("a", new Page.LocatorOptions().setHasText(link)).click());
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(download.path())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** What a check of the downloaded return finds, the provider list aside. */
    private static List<Validation.Fault> problemsOf(Map<String, String> files) throws IOException {
        Path folder = RunningApplication.newFolder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().contains("/")) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        return Ssda903Validation.run(
                        Ssda903Rows.read(List.of(folder)),
                        2026,
                        new Ssda903Children.Beside(null, null, null, "E09000099"))
                .faults();
    }

    /** No accessibility fault, and no scrolling of the page sideways, at either width. */
    private static void faultless(Page page, String where) {
        for (int width : List.of(1280, PHONE)) {
            page.setViewportSize(width, 900);
            if (!SCREENSHOTS.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(SCREENSHOTS, "correcting-" + where.replace(' ', '-') + "-" + width + ".png"))
                        .setFullPage(true));
            }
            assertThat(new AxeBuilder(page)
                                    .withTags(List.of(
                                            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                                    .analyze()
                                    .getViolations()
                                    .stream()
                                    .map(rule -> rule.getId() + " "
                                            + rule.getNodes().stream()
                                                    .map(node -> String.valueOf(node.getTarget()))
                                                    .toList())
                                    .toList())
                    .as("%s at %s", where, width)
                    .isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                    .as("%s scrolls sideways at %s", where, width)
                    .isTrue();
        }
        page.setViewportSize(1280, 900);
        Locator headings = page.locator("h1");
        assertThat(headings.count()).as(where).isEqualTo(1);
    }
}
