package org.goldenthread.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.local.LocalCountsTemplate;
import org.goldenthread.returns.local.LocalMeasure;

/** The returns of the rehearsal: one of each kind, of made-up children. */
final class RehearsalReturns {
    private static final int CHILDREN = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 4, 1);
    private static final List<String> CONTACT_HEADINGS = List.of(
            "Child Unique ID",
            "Gender",
            "Ethnicity",
            "Date of Birth",
            "Age of Child (Years)",
            "Date of Contact",
            "Contact Source");

    private RehearsalReturns() {}

    /** Writes them and gives the options that load them. */
    static List<String> write(Path folder) throws IOException {
        Path lookedAfter = Files.createDirectory(folder.resolve("ssda903"));
        writeLookedAfter(lookedAfter);
        Path census = folder.resolve("census.xml");
        Files.writeString(census, census());
        Path contacts = folder.resolve("annex-a.xlsx");
        writeContacts(contacts);
        Path local = folder.resolve("local.xlsx");
        LocalCountsTemplate.write(
                local,
                IntStream.range(0, 12)
                        .mapToObj(YearMonth.from(FIRST_DAY)::plusMonths)
                        .toList(),
                List.of(new LocalMeasure("footfall", "Footfall", LocalMeasure.Shape.VALUE, "Visits")));
        return List.of(
                "--authority-code",
                "399",
                "--ssda903",
                lookedAfter.toString(),
                "--cin",
                census.toString(),
                "--annex-a",
                contacts.toString(),
                "--local",
                local.toString());
    }

    private static void writeLookedAfter(Path folder) throws IOException {
        List<String> header = new ArrayList<>(List.of("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"));
        List<String> episodes = new ArrayList<>(List.of(
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"));
        List<String> careLeavers = new ArrayList<>(List.of("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"));
        List<String> health = new ArrayList<>(
                List.of(
                        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,"
                                + "IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED"));
        List<String> missing = new ArrayList<>(List.of("CHILD,DOB,MISSING,MIS_START,MIS_END"));
        List<String> reviews = new ArrayList<>(List.of("CHILD,DOB,REVIEW,REVIEW_CODE"));
        for (int child = 1; child <= CHILDREN; child++) {
            header.add(child + ",1,15/06/2012,WBRI,UN1,,");
            episodes.add(child + ",01/06/2023,S,C2,N1,U6,PR1,,,,ZZ99 3VZ,ZZ99 3WZ,SC000001");
            careLeavers.add((child + CHILDREN) + ",20/07/2004,YES,F2,K1");
            health.add(child + ",15/06/2012,12,,0,,1,1,1,0,,");
            missing.add(child + ",15/06/2012,M,05/01/2024,06/01/2024");
            reviews.add(child + ",15/06/2012,20/06/2023,PN1");
        }
        Files.write(folder.resolve("header.csv"), header);
        Files.write(folder.resolve("episodes.csv"), episodes);
        Files.write(folder.resolve("oc3.csv"), careLeavers);
        Files.write(folder.resolve("oc2.csv"), health);
        Files.write(folder.resolve("missing.csv"), missing);
        Files.write(folder.resolve("reviews.csv"), reviews);
    }

    private static String census() {
        StringBuilder census = new StringBuilder("""
                <?xml version='1.0' encoding='UTF-8'?>
                <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
                <ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>
                <Source><LEA>399</LEA></Source></Header><Children>
                """);
        for (int child = 1; child <= CHILDREN; child++) {
            LocalDate referred = FIRST_DAY.plusDays(child);
            census.append("""
                    <Child><ChildIdentifiers><LAchildID>%1$d</LAchildID><PersonBirthDate>2012-06-15</PersonBirthDate>
                    <GenderCurrent>1</GenderCurrent></ChildIdentifiers>
                    <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
                    <CINdetails><CINreferralDate>%2$s</CINreferralDate><ReferralSource>2A</ReferralSource>
                    <PrimaryNeedCode>N1</PrimaryNeedCode>
                    <Assessments><AssessmentActualStartDate>%2$s</AssessmentActualStartDate>
                    <AssessmentAuthorisationDate>%3$s</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>
                    <AssessmentFactors>4A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
                    <Section47><S47ActualStartDate>%2$s</S47ActualStartDate><DateOfInitialCPC>%3$s</DateOfInitialCPC>
                    </Section47><ChildProtectionPlans><CPPstartDate>%3$s</CPPstartDate>
                    <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse></ChildProtectionPlans>
                    </CINdetails></Child>
                    """.formatted(child, referred, referred.plusDays(30)));
        }
        return census.append("</Children></Message>\n").toString();
    }

    static void writePostcodes(Path file) throws IOException {
        Files.writeString(file, """
                postcode,easting,northing,laua
                ZZ99 3VZ,530000,180000,E09000399
                ZZ99 3WZ,535000,182000,E09000398
                """);
    }

    static void writeProviders(Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "Golden Thread", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Providers");
            List<List<String>> rows = List.of(
                    List.of("URN", "Placement code", "Placement provider code", "Closed date", "Setting postcode"),
                    List.of("SC000001", "U6", "PR1", "", "ZZ99 3WZ"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
    }

    private static void writeContacts(Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "Golden Thread", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("List 1");
            for (int column = 0; column < CONTACT_HEADINGS.size(); column++) {
                sheet.value(0, column, CONTACT_HEADINGS.get(column));
            }
            for (int child = 1; child <= CHILDREN; child++) {
                sheet.value(child, 0, String.valueOf(child));
                sheet.value(child, 1, "b) Male");
                sheet.value(child, 2, "WBRI");
                sheet.value(child, 3, LocalDate.of(2012, 6, 15));
                sheet.style(child, 3).format("dd/MM/yyyy").set();
                sheet.value(child, 4, 11);
                sheet.value(child, 5, FIRST_DAY.plusDays(child));
                sheet.style(child, 5).format("dd/MM/yyyy").set();
                sheet.value(child, 6, "2A");
            }
        }
    }
}
