package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.census.CensusExport;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

class CensusRoundTripTest {
    private static final String HARD = """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
            <ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><LEA>399</LEA>
            <SoftwareCode>Fairmead &amp; Co</SoftwareCode><Contact>K Smith</Contact></Source></Header><Children>
            <Child><ChildIdentifiers><LAchildID>O'Neil, "KIT" &lt;1&gt;</LAchildID><UPN>A123456789012</UPN>
            <FormerUPN>X98765432123B</FormerUPN>stray, word<PersonBirthDate>2012-02-29</PersonBirthDate>
            <GenderCurrent>Smith</GenderCurrent></ChildIdentifiers>
            <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability>
            <Disability>HEAR</Disability></Disabilities></ChildCharacteristics>
            <CINdetails><CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>1A</ReferralSource>
            <Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>
            <FactorsIdentifiedAtAssessment/></Assessments><Assessments/>
            <ReferralNFA>false</ReferralNFA>
            <PreProceedingsandFGDM><PPStartDate>2023-09-09</PPStartDate><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>
            </CINdetails>
            <CINdetails><CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>9Z</ReferralSource></CINdetails>
            <CINdetails><CINreferralDate>01/06/2023</CINreferralDate></CINdetails></Child>
            <Child><ChildIdentifiers><LAchildID>unborn</LAchildID><UPNunknown>UN7</UPNunknown>
            <ExpectedPersonBirthDate>2024-06-01</ExpectedPersonBirthDate><GenderCurrent>0</GenderCurrent></ChildIdentifiers>
            <ChildCharacteristics><Ethnicity>NOBT</Ethnicity></ChildCharacteristics>
            <CINdetails><CINreferralDate>2024-03-31</CINreferralDate><ReferralSource>3A</ReferralSource>
            <ReferralNFA>0</ReferralNFA></CINdetails></Child>
            <Child><ChildIdentifiers><UPN>A123456789099</UPN></ChildIdentifiers></Child>
            <Child/>
            </Children></Message>
            """;

    @TempDir
    private Path folder;

    @Test
    void whatACensusSaidComesBackWithItsFaultsAndNothingElse() throws Exception {
        Council council = new Council(folder).census("cin.xml", HARD).load();

        assertThat(content(export(council, 2024, LocalDate.of(2024, 3, 31))))
                .isEqualTo(content(folder.resolve("cin.xml")));
        for (String content : council.ask("select content from gt_return_rows")) {
            assertThat(content).doesNotContain("KIT", "A123456789012", "X98765432123B", "Smith", "stray");
        }
    }

    @Test
    void ofTwoCensusesOfAYearTheLaterCountsForItsChildren() throws Exception {
        Council council = new Council(folder)
                .census(
                        "a.xml",
                        Censuses.of(
                                2024,
                                Censuses.child("A", "2012-01-01", "", Censuses.referral("2023-05-01")),
                                Censuses.child("B", "2013-01-01", "", Censuses.referral("2023-06-01"))))
                .census(
                        "b.xml",
                        Censuses.of(2024, Censuses.child("A", "2012-01-01", "", Censuses.referral("2023-07-01"))))
                .load();

        String written = Files.readString(export(council, 2024, LocalDate.of(2024, 3, 31)));

        assertThat(written).contains("2023-06-01", "2023-07-01").doesNotContain("2023-05-01");
        assertThat(written.split("<Child>", -1)).hasSize(3);
        assertThat(written.split("<Header>", -1)).hasSize(2);
    }

    @Test
    void drawnUpToAnEarlierDayWhatCameLaterIsNotThere() throws Exception {
        Council council = new Council(folder)
                .census(
                        "cin.xml",
                        Censuses.of(
                                2024,
                                Censuses.child(
                                        "A",
                                        "2012-01-01",
                                        "",
                                        Censuses.referral(
                                                "2023-05-01",
                                                Censuses.closed("2023-10-01", "RC1"),
                                                Censuses.assessment("2023-05-02", "2023-10-01"),
                                                Censuses.protection(
                                                        "2023-06-01", "2023-12-01", 0, "2023-09-30", "2023-11-01")),
                                        Censuses.referral("2023-10-01")),
                                Censuses.child("B", "2013-01-01", "", Censuses.referral("2023-10-01"))))
                .load();

        String written = Files.readString(export(council, 2024, LocalDate.of(2023, 9, 30)));

        assertThat(written)
                .contains(
                        "<ReferenceDate>2023-09-30</ReferenceDate>",
                        "2023-05-01",
                        "2023-05-02",
                        "2023-06-01",
                        "2023-09-30")
                .doesNotContain("2023-10-01", "RC1", "AssessmentFactors", "2023-11-01", "2023-12-01", "<LAchildID>B");
    }

    @Test
    void everySampleCensusThatLoadsComesBackWhole() throws Exception {
        Path samples = SharedFolder.file("data/cin/sample-returns");
        List<Path> files;
        try (Stream<Path> content = Files.list(samples)) {
            files = content.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        List<String> refused = new ArrayList<>();
        for (Path sample : files) {
            String name = String.valueOf(sample.getFileName());
            Council council = new Council(Files.createDirectory(folder.resolve(name)));
            council.request().cin(sample);
            try {
                council.load();
            } catch (LoadException problem) {
                refused.add(name + ": " + problem.getMessage());
                continue;
            }
            Coverage covers = council.result().manifest().coverage().getFirst();
            CollectionYear year = CollectionYear.containing(covers.to());

            Path written = export(council, year.end(), year.lastDay());

            assertThat(content(written)).as(name).isEqualTo(content(sample));
            assertThat(faults(written, year))
                    .as(name)
                    .hasSizeLessThanOrEqualTo(faults(sample, year).size());
        }
        assertThat(refused).isEmpty();
        assertThat(files).hasSize(9);
    }

    private Path export(Council council, int year, LocalDate asAt) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        List<Path> files = new CensusExport()
                .write(Snapshot.open(council.out(), council.keys()), new ExportRequest(year, asAt, "xml"), out);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    /** What the schema of the year finds wrong: an export cannot mend what a census says, and must not add to it. */
    private static List<String> faults(Path census, CollectionYear year) throws IOException, SAXException {
        Path schema = SharedFolder.file("data/cin/xsd/CIN_schema_" + year.end() + ".xsd");
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toFile())
                .newValidator();
        List<String> faults = new ArrayList<>();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getMessage());
            }
        });
        validator.validate(new StreamSource(census.toFile()));
        return faults;
    }

    /** What a census says, whatever the order of an element's parts and the space between them. */
    private static String content(Path file) throws IOException, ParserConfigurationException, SAXException {
        return content(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement());
    }

    private static String content(Element element) {
        StringBuilder text = new StringBuilder();
        List<String> parts = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int place = 0; place < nodes.getLength(); place++) {
            Node node = nodes.item(place);
            if (node instanceof Element child) {
                parts.add(content(child));
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                text.append(node.getNodeValue().strip());
            }
        }
        parts.sort(null);
        return "\n" + element.getTagName() + " '" + text + "' (" + String.join("", parts) + ")";
    }
}
