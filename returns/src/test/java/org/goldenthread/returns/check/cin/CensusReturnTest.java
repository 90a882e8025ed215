package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.tabular.RefusedFile;
import org.junit.jupiter.api.Test;

class CensusReturnTest {
    private static final String HEADER = "<Header><CollectionDetails><Year>2025</Year><ReferenceDate>2025-03-31"
            + "</ReferenceDate></CollectionDetails><Source><LEA>399</LEA></Source></Header>";

    @Test
    void referralsHoldWhatIsInsideThemAndRecordsAreNumberedThroughTheFile() throws IOException {
        CensusReturn census = read("<Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers>"
                + "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>LD</Disability>"
                + "<Disability>AUT</Disability></Disabilities></ChildCharacteristics>"
                + "<CINdetails><Assessments><FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors>"
                + "<AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments></CINdetails>"
                + "<CINdetails><Assessments><FactorsIdentifiedAtAssessment/></Assessments></CINdetails></Child>"
                + "<Child><ChildIdentifiers><LAchildID>B</LAchildID></ChildIdentifiers><ChildCharacteristics/>"
                + "<CINdetails><Section47/><Assessments/></CINdetails></Child>");
        CensusChild first = census.children().getFirst();
        CensusChild second = census.children().getLast();

        assertThat(first.rows(CinTable.DISABILITIES)).extracting(Row::number).containsExactly(1, 2);
        assertThat(first.referrals().getFirst().assessments().getFirst().factors())
                .containsExactly("1A", "2B");
        assertThat(first.referrals().getLast().assessments().getFirst().factors())
                .isEmpty();
        assertThat(second.rows(CinTable.ASSESSMENTS)).extracting(Row::number).containsExactly(3);
        assertThat(second.referrals().getFirst().enquiries().getFirst().text(CinField.LAchildID))
                .isEqualTo("B");
        assertThat(census.notes()).isEmpty();
    }

    @Test
    void reviewsAreReadInEitherShapeAndOneWithoutADateIsARecordToo() throws IOException {
        CensusReturn census = read(child("<CINdetails><ChildProtectionPlans><Reviews><CPPreviewDate>2024-05-01"
                + "</CPPreviewDate><CPPreviewDate>2024-06-01T09:30:00</CPPreviewDate></Reviews><Reviews/><Reviews>"
                + "<CPPreviewDate>2024-07-01Z</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>"));

        List<Row> reviews = census.children()
                .getFirst()
                .referrals()
                .getFirst()
                .protectionPlans()
                .getFirst()
                .reviews();
        assertThat(reviews)
                .extracting(review -> review.date(CinField.CPPreviewDate))
                .containsExactly(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 1), null, LocalDate.of(2024, 7, 1));
    }

    @Test
    void aPlanOutsideAReferralIsOfTheChildsLastOneAndMakesNoReferralRecord() throws IOException {
        CensusReturn census =
                read(child("<ChildProtectionPlans/><CINdetails/><CINdetails/>") + child("<ChildProtectionPlans/>"));
        CensusChild first = census.children().getFirst();
        CensusChild second = census.children().getLast();

        assertThat(first.referrals().getLast().protectionPlans()).hasSize(1);
        assertThat(second.rows(CinTable.CIN_DETAILS)).isEmpty();
        assertThat(second.rows(CinTable.CHILD_PROTECTION_PLANS)).hasSize(1);
        assertThat(census.notes()).singleElement().satisfies(note -> {
            assertThat(note.problem()).contains("outside <CINdetails>");
            assertThat(note.times()).isEqualTo(2);
        });
    }

    @Test
    void whatIsNotReadIsTold() throws IOException {
        CensusReturn census = read(child("<CINdetails>stray<CINreferralDate>2024-05-01</CINreferralDate>"
                        + "<CINreferralDate>2024-05-02</CINreferralDate><PrimaryNeedCode> N1</PrimaryNeedCode>"
                        + "<SocialWorker>9</SocialWorker></CINdetails>")
                + "<Adult/>loose<Child/>");
        Row details = census.children().getFirst().referrals().getFirst().details();

        assertThat(details.date(CinField.CINreferralDate)).isEqualTo(LocalDate.of(2024, 5, 1));
        assertThat(details.text(CinField.PrimaryNeedCode)).isEqualTo(" N1");
        assertThat(String.join(
                        "\n",
                        census.notes().stream().map(CensusReturn.Note::problem).toList()))
                .contains("text between the elements of <CINdetails>")
                .contains("second <CINreferralDate>")
                .contains("space around the text of <PrimaryNeedCode>")
                .contains("<SocialWorker>")
                .contains("<Adult>")
                .contains("outside any child")
                .contains("A child has no <ChildIdentifiers>")
                .contains("A child has no <ChildCharacteristics>");
    }

    @Test
    void attributesAndWhatIsWithinAFactorAreToldOf() throws IOException {
        CensusReturn census = read(child("<CINdetails><Assessments><AssessmentFactors>1A<b>2B</b></AssessmentFactors>"
                + "</Assessments><ReferralNFA code='1' xsi:nil='true'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/></CINdetails>"));

        assertThat(census.notes())
                .extracting(CensusReturn.Note::problem)
                .containsExactlyInAnyOrder(
                        "There is an element within <AssessmentFactors>. It was not read.",
                        "The element <ReferralNFA> has an attribute code, which was not read.");
    }

    @Test
    void recordsAndFieldsKeepTheirLines() throws IOException {
        CensusReturn census =
                read(child("\n<CINdetails>\n<CINreferralDate>2024-05-01</CINreferralDate>\n</CINdetails>"));
        Row details = census.children().getFirst().referrals().getFirst().details();

        // The child begins on line 3.
        assertThat(census.line(details)).isEqualTo(4);
        assertThat(census.line(details, CinField.CINreferralDate)).isEqualTo(5);
        assertThat(census.line(details, CinField.ReferralNFA)).isEqualTo(4);
    }

    @Test
    void aFileOfAnotherYearOrWithoutHeaderIsToldAndStillRead() throws IOException {
        CensusReturn other = CensusReturn.read(stream("<Message>" + HEADER + "</Message>"), 2024);
        CensusReturn none = CensusReturn.read(stream("<Message><Children/></Message>"), 2024);

        assertThat(other.facts().referenceDate()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(other.notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.problem()).contains("2025-03-31").contains("2024-03-31"));
        assertThat(none.facts().referenceDate()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(none.facts().headers()).hasSize(1);
        assertThat(none.notes()).hasSize(2);
    }

    @Test
    void whatIsHostileCutShortOrNoCensusIsRefused() {
        assertThatThrownBy(() ->
                        CensusReturn.read(stream("<!DOCTYPE Message [<!ENTITY a \"b\">]><Message>&a;</Message>"), 2025))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> CensusReturn.read(stream("<Message><Children><Child>"), 2025))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("after 0 whole children");
        assertThatThrownBy(() -> CensusReturn.read(stream("<Sales/>"), 2025))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("<Sales>");
        assertThatThrownBy(() -> CensusReturn.read(stream("<Message>" + "<a>".repeat(30)), 2025))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("deep");
        assertThatThrownBy(() ->
                        read(child("<CINdetails><ReferralNFA>" + "1".repeat(20_000) + "</ReferralNFA></CINdetails>")))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("characters");
        assertThatThrownBy(() -> read(child("<CINdetails/>".repeat(20_001))))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("elements for one child");
    }

    private static String child(String inside) {
        return "<Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers><ChildCharacteristics/>" + inside
                + "</Child>";
    }

    private static CensusReturn read(String children) throws IOException {
        return CensusReturn.read(
                stream("<Message>\n" + HEADER + "\n<Children>" + children + "</Children></Message>"), 2025);
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
