package org.goldenthread.returns.write.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.Refusal;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class CensusXmlWriterTest {

    @Test
    void a_census_whose_elements_are_in_no_order_fits_the_schema_of_each_year() throws IOException, SAXException {
        for (int year = 2017; year <= 2026; year++) {
            Path schema = SharedFolder.file("data/cin/xsd/CIN_schema_" + year + ".xsd");
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            assertThat(CensusXmlWriter.write(header(year), List.of(backwards(child(year))), year, out))
                    .isEmpty();

            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema.toFile())
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
        }
    }

    @Test
    void what_the_schema_does_not_know_comes_last_and_is_kept() throws IOException {
        Tag child = tag(
                "Child",
                tag("Nickname", "O'Neil & <sons>"),
                tag(
                        "CINdetails",
                        tag("PreProceedingsandFGDM", tag("PPStartDate", "2026-09-09")),
                        leaf("ReferralNFA", "0")),
                new Tag("ChildIdentifiers", "stray", List.of(leaf("LAchildID", "A\r1"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CensusXmlWriter.write(tag("Header"), List.of(child), 2026, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Message>
                  <Header/>
                  <Children>
                    <Child>
                      <ChildIdentifiers>
                        stray
                        <LAchildID>A&#13;1</LAchildID>
                      </ChildIdentifiers>
                      <CINdetails>
                        <ReferralNFA>0</ReferralNFA>
                        <PreProceedingsandFGDM>
                          <PPStartDate>2026-09-09</PPStartDate>
                        </PreProceedingsandFGDM>
                      </CINdetails>
                      <Nickname>O'Neil &amp; &lt;sons&gt;</Nickname>
                    </Child>
                  </Children>
                </Message>
                """);
    }

    @Test
    void what_xml_cannot_hold_is_told() throws IOException {
        Tag child = tag("Child", leaf("LAchildID", "A\u0001"), leaf("no name", "x"));

        List<Refusal> refusals =
                CensusXmlWriter.write(tag("Header"), List.of(child), 2026, new ByteArrayOutputStream());

        assertThat(refusals)
                .extracting(Refusal::problem)
                .containsExactly(
                        "In child 1 the element LAchildID holds a control character, which XML cannot hold; its text was left out.",
                        "In child 1 there is an element whose name XML does not allow; it was left out.");
    }

    private static Tag header(int year) {
        return tag(
                "Header",
                tag("Source", leaf("LEA", "399"), leaf("SourceLevel", "L")),
                tag(
                        "CollectionDetails",
                        leaf("ReferenceDate", year + "-03-31"),
                        leaf("Year", String.valueOf(year)),
                        leaf("Collection", "CIN")));
    }

    private static Tag child(int year) {
        List<Tag> details = new ArrayList<>(List.of(
                leaf("CINreferralDate", "2016-10-06"),
                leaf("ReferralSource", "1A"),
                leaf("PrimaryNeedCode", "N4"),
                leaf("CINclosureDate", "2017-02-27"),
                leaf("ReasonForClosure", "RC1"),
                leaf("DateOfInitialCPC", "2016-12-06"),
                tag(
                        "Assessments",
                        leaf("AssessmentActualStartDate", "2016-10-07"),
                        leaf("AssessmentInternalReviewDate", "2016-10-17"),
                        leaf("AssessmentAuthorisationDate", "2016-10-27"),
                        tag(
                                "FactorsIdentifiedAtAssessment",
                                leaf("AssessmentFactors", "1A"),
                                leaf("AssessmentFactors", "2B"))),
                tag(
                        "Section47",
                        leaf("S47ActualStartDate", "2016-11-01"),
                        leaf("InitialCPCtarget", "2016-11-22"),
                        leaf("DateOfInitialCPC", "2016-12-06"),
                        leaf("ICPCnotRequired", "0")),
                leaf("ReferralNFA", "0"),
                tag(
                        "ChildProtectionPlans",
                        leaf("CPPstartDate", "2016-12-06"),
                        leaf("CPPendDate", "2017-02-01"),
                        leaf("InitialCategoryOfAbuse", "PHY"),
                        leaf("LatestCategoryOfAbuse", "PHY"),
                        leaf("NumberOfPreviousCPP", "1"),
                        tag("Reviews", leaf("CPPreviewDate", "2017-01-15")))));
        if (year >= 2022) {
            details.add(
                    tag("CINPlanDates", leaf("CINPlanStartDate", "2016-11-01"), leaf("CINPlanEndDate", "2016-12-01")));
        }
        return tag(
                "Child",
                tag(
                        "ChildIdentifiers",
                        leaf("LAchildID", "A100"),
                        leaf("UPN", "A123456789012"),
                        leaf("FormerUPN", "X98765432123B"),
                        leaf("UPNunknown", "UN3"),
                        leaf("PersonBirthDate", "2010-03-27"),
                        leaf("ExpectedPersonBirthDate", "2010-04-13"),
                        year < 2025 ? leaf("GenderCurrent", "1") : leaf("Sex", "M"),
                        leaf("PersonDeathDate", "2017-10-08")),
                tag(
                        "ChildCharacteristics",
                        leaf("Ethnicity", "WBRI"),
                        tag("Disabilities", leaf("Disability", "HAND"), leaf("Disability", "HEAR"))),
                tag("CINdetails", details.toArray(Tag[]::new)));
    }

    private static Tag backwards(Tag tag) {
        List<Tag> children = new ArrayList<>();
        tag.children().forEach(child -> children.add(backwards(child)));
        Collections.reverse(children);
        return new Tag(tag.name(), tag.text(), children);
    }

    private static Tag tag(String name, Tag... children) {
        return new Tag(name, "", Arrays.asList(children));
    }

    private static Tag tag(String name, String text) {
        return leaf(name, text);
    }

    private static Tag leaf(String name, String text) {
        return new Tag(name, text, List.of());
    }
}
