package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Files that are damaged, hostile or say one thing twice: each is told with its place, does no harm, and leaves nothing lying about. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovingInFilesTest {

    private static final String AS_AT = "31/3/2024";
    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    private static final String EPISODES =
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

    private static RunningApplication application;
    private static Practitioner manager;
    private static MovingSteps care;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(new MovableClock("2024-04-02T09:00"));
        manager = new Practitioner(application, "service-manager");
        care = new MovingSteps(manager, "looked-after");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void whatIsHostileIsToldAndNothingOfItStays() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bomb.zip", zip("episodes.csv", new byte[64 * 1024 * 1024]));
        files.put("within.zip", zip("inner.zip", zip("episodes.csv", utf8(EPISODES))));
        files.put("away.zip", zip("../../../../../../away.csv", utf8("A,B\n1,2\n")));
        files.put("cut-short.zip", zip("header.csv", utf8(HEADER)));
        files.get("cut-short.zip")[20] ^= 0x55;
        files.put("noughts.csv", utf8(HEADER + "5\0001,1,01/02/2012,WBRI,UN4,,\n"));
        files.put("quotation.csv", utf8(HEADER + "\"51,1,01/02/2012,WBRI,UN4,,\n"));
        files.put("empty-of-rows.csv", utf8(HEADER));
        files.put("..", utf8("A,B\n1,2\n"));
        files.put("x".repeat(300) + ".csv", utf8("A,B\n1,2\n"));
        files.put("a\\..\\..\\b.csv", utf8("A,B\n1,2\n"));
        files.put(
                "entity.xml",
                utf8("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><EXPSSDA903>&a;</EXPSSDA903>"));
        files.put("workbook.xlsx", utf8("PK\3\4 no workbook"));
        files.forEach((name, content) -> assertThat(care.importFiles(AS_AT, name, content))
                .as(name)
                .contains(": not done")
                .doesNotContain("The fault is ours")
                .doesNotContain("root:"));
        MovingSteps need = new MovingSteps(manager, "child-in-need");
        assertThat(need.importFiles(AS_AT, "entity.xml", utf8("""
                        <!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><Message><Children>&b;</Children></Message>""")))
                .contains(": not done")
                .doesNotContain("The fault is ours");
        assertThat(care.read()).doesNotContain("Check list");
        assertThat(application.home().resolve("dropped")).isEmptyDirectory();
        try (Stream<Path> all = Files.walk(application.home().getParent())) {
            assertThat(all.filter(path -> path.endsWith("away.csv") || path.endsWith("b.csv")))
                    .isEmpty();
        }
    }

    @Test
    @Order(2)
    void cellsThatAreNoDataAreToldOrShownAsTheyAre() throws IOException {
        Path folder = Files.createTempDirectory("cells");
        String long41 = "9".repeat(41);
        // In UTF-16 with a byte order mark, as a spreadsheet saves "Unicode text".
        Files.write(
                folder.resolve("header.csv"),
                ("\uFEFF" + HEADER + """
                        =CMD(),1,01/02/2012,WBRI,UN4,,
                        <b>1</b>,1,01/02/2012,WBRI,UN4,,
                        %s,1,01/02/2012,WBRI,UN4,,
                        ,1,01/02/2012,WBRI,UN4,,
                        93001,1,01/02/0012,WBRI,UN4,,
                        93002,1,31/02/2012,WBRI,UN4,,
                        """.formatted(long41)).getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("episodes.csv"), EPISODES + """
                93001,10/02/1950,S,C2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                =CMD(),10/02/2024,S,C2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                """);
        assertThat(care.importFiles(AS_AT, "cells.zip", Zips.of(folder)))
                .contains(": done")
                .doesNotContain("The fault is ours");
        assertThat(care.read())
                .contains("=CMD()")
                .contains("&lt;b&gt;1&lt;/b&gt;")
                .doesNotContain("<b>1</b>")
                .contains("header.csv, line 4: All of this child is left out")
                .contains("No number is as long as")
                .contains("The number of the child is missing")
                .contains("The date of birth is missing or no date");
        for (String year : List.of("1901", "9999")) {
            assertThat(new MovingSteps(manager, "child-in-need")
                            .importFiles(
                                    AS_AT,
                                    "census.xml",
                                    utf8(MadeUpCensus.census(MadeUpCensus.child(
                                                    "93011", "2012-05-14", "2", "", MadeUpCensus.NO_FURTHER_ACTION))
                                            .replace("<Year>2024</Year>", "<Year>" + year + "</Year>"))))
                    .as(year)
                    .doesNotContain("The fault is ours");
        }
    }

    @Test
    @Order(3)
    void whatIsReadAndWhatIsToldIsTheWholeOfTheFiles() throws IOException {
        Path folder = Files.createTempDirectory("whole");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("header.csv", HEADER + """
                94001,1,01/02/2012,WBRI,UN4,,
                94002,1,01/02/2012,WBRI,UN4,,
                94003,1,01/02/2012,WBRI,UN4,,
                94003,2,01/02/2012,WBRI,UN4,,
                """);
        files.put("episodes.csv", EPISODES + """
                94001,10/02/2024,S,C2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                94002,10/02/2024,S,C2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                94002,10/02/2024,S,C2,N1,K2,PR4,,,,AB1 0AB,AB1 0AD,SC123456
                94003,10/02/2024,S,C2,N1,U6,PR1,,,,AB1 0AB,AB1 0AD,SC123456
                94003,too,few,cells
                """);
        files.put("reviews.csv", """
                CHILD,DOB,REVIEW,REVIEW_CODE
                94001,01/02/2012,01/03/2024,PN1
                94001,01/02/2012,01/03/2024,PN3
                """);
        files.put("missing.csv", """
                CHILD,DOB,MISSING,MIS_START,MIS_END
                94001,01/02/2012,M,12/02/2024,13/02/2024
                94001,01/02/2012,M,12/02/2024,15/02/2024
                """);
        files.put("previous_permanence.csv", """
                CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM
                94001,01/02/2012,Z1,,
                94009,01/02/2012,Z1,,
                """);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(care.importFiles(AS_AT, "whole.zip", Zips.of(folder))).contains(": done");
        String page = care.read();
        assertThat(page)
                .contains("15 rows in the files")
                .contains("Placements: 2")
                .contains(">Reviews: 1<")
                .contains("Missing episodes: 1")
                .contains("header.csv, line 4: Line 5 of header.csv says otherwise of the same")
                .contains("episodes.csv, line 3: All of this child is left out, because of")
                .contains("Another episode begins on the same day, on line 3")
                .contains("reviews.csv, line 3: Another row tells of the same day")
                .contains("missing.csv, line 2: Line 3 of missing.csv says otherwise of the same")
                .contains("previous_permanence.csv, line 3: All of this child is left out");
        // Each row that is in no fact is told with its file and line, once, and there is no other line.
        assertThat(told(page))
                .containsExactlyInAnyOrder(
                        "header.csv 3",
                        "header.csv 4",
                        "episodes.csv 3",
                        "episodes.csv 4",
                        "episodes.csv 6",
                        "reviews.csv 3",
                        "missing.csv 2",
                        "previous_permanence.csv 3");
    }

    private static List<String> told(String page) {
        Matcher line = Pattern.compile("<li>([a-z_]+\\.csv), line ([0-9]+): ").matcher(page);
        return line.results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
