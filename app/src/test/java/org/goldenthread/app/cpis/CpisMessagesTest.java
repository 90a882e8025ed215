package org.goldenthread.app.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the NHS says back, as its form writes it; and what somebody hostile might put in its place. */
class CpisMessagesTest {

    @Test
    void anAcknowledgementSaysWhichRecordWasRefusedAndWhy() throws Exception {
        // The record that came back has the plan alone, so the care beside it in the same record goes by its number.
        CpisMessage.Acknowledgement said = acknowledgement(text("acknowledgement.xml"));
        assertThat(said.file()).isEqualTo(41);
        assertThat(said.fileCodes()).containsExactly("CPF03");
        assertThat(outcomes(said))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("plan", "REFUSED CPR05", "care", "ACCEPTED ", "other", "ACCEPTED "));
    }

    @Test
    void whatAnAcknowledgementDoesNotSayIsUnclearAndNotTaken() throws Exception {
        String text = text("acknowledgement.xml");
        // A place in the file instead of in the answer means the whole record.
        assertThat(outcomes(acknowledgement(text.replace(
                        "/FileResponse/message[1]/cP-ISLAAcknowledgementResponse", "/File/record[2]/CP-ISRecord"))))
                .containsEntry("other", "REFUSED CPR05");
        // A reason without a place belongs to the one record that came back.
        assertThat(outcomes(acknowledgement(text.replace("message[1]", "somewhere"))))
                .containsEntry("plan", "REFUSED CPR05")
                .containsEntry("other", "ACCEPTED ");
        // It says that two were refused and names one.
        assertThat(outcomes(acknowledgement(text.replace(
                        "<failedReturnedCP-ISRecords><value value=\"1\"/>",
                        "<failedReturnedCP-ISRecords><value value=\"2\"/>"))))
                .containsEntry("plan", "REFUSED CPR05")
                .containsEntry("other", "UNCLEAR ");
        assertThat(outcomes(acknowledgement(text.replace("CPF03", "CPF99").replace("message[1]", "somewhere"))))
                .containsEntry("other", "UNCLEAR ");
        assertThat(outcomes(acknowledgement(text.replace("CPF03", "CPF05"))))
                .containsOnly(
                        Map.entry("plan", "REFUSED CPF05"),
                        Map.entry("care", "REFUSED CPF05"),
                        Map.entry("other", "REFUSED CPF05"));
    }

    @Test
    void anAccessSaysWhoLookedWhereAndWhenInEngland() throws Exception {
        CpisMessage.Accesses said = (CpisMessage.Accesses) read(text("access.xml"));
        assertThat(said.accesses())
                .containsExactly(
                        new CpisMessage.Access(
                                "A0A0A0A0-0000-4000-8000-000000000001",
                                "9990000018",
                                LocalDate.of(2024, 6, 3),
                                LocalTime.of(23, 15),
                                "St Piran Hospital, Emergency Department",
                                "ZZ901",
                                "Dr Issey Prideaux, Clinical Practitioner"),
                        new CpisMessage.Access(
                                "A0A0A0A0-0000-4000-8000-000000000002",
                                "9990000026",
                                LocalDate.of(2024, 6, 4),
                                LocalTime.of(1, 1),
                                "Harbour Walk-in Centre",
                                "ZZ90201",
                                "Ebrel Angove, Nurse"));
        assertThat(read(text("inactive.xml")))
                .isEqualTo(new CpisMessage.InactiveNumbers(
                        "5F1E7C52-0A0B-4C0D-8E0F-101112131416",
                        LocalDate.of(2024, 6, 5),
                        List.of(new CpisMessage.Inactive("9990000018", "9990000077"))));
    }

    @Test
    void whatIsHostileOrForSomebodyElseIsNotRead() throws Exception {
        String access = text("access.xml");
        String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        assertRefused(
                access.replace(declaration, declaration + "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                        .replace("St Piran Hospital", "&x;"),
                "document type");
        assertRefused(
                access.replace(declaration, declaration + "<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\">"),
                "document type");
        assertRefused(access.replace("St Piran Hospital", "&x;"), "");
        assertRefused(access.replace("extension=\"933\"", "extension=\"934\""), "another organisation");
        assertRefused(access.replace("urn:hl7-org:v3", "urn:other"), "no message of CP-IS");
        assertRefused(access.substring(0, access.length() / 2), "no well-formed XML");
        assertRefused("", "no well-formed XML");
        assertRefused("<a>".repeat(5_000) + "</a>".repeat(5_000), "more in it");
        assertRefused("<a>" + "x".repeat(50_000) + "</a>", "longer text");
        assertRefused("<a>" + "<b/>".repeat(500_000) + "</a>", "more in it");
        assertRefused("<a>" + " ".repeat(20_000_000) + "</a>", "longer than 20 MB");
        assertRefused(access.replace("20240603221500+0000", "20241303221500+0000"), "no time");
        assertRefused(access.replace("20240603221500+0000", "yesterday"), "no time");
        assertRefused(access.replaceAll("(?s)<author>.*?</author>", ""), "lacks who looked");
        assertRefused(text("acknowledgement.xml").replace("extension=\"41\"", "extension=\"9e9\""), "a number");
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SmallXml.UnreadableException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("Prideaux");
    }

    private static CpisMessage read(String text) throws SmallXml.UnreadableException {
        return CpisMessages.read(text.getBytes(StandardCharsets.UTF_8), "933");
    }

    private static CpisMessage.Acknowledgement acknowledgement(String text) throws SmallXml.UnreadableException {
        return (CpisMessage.Acknowledgement) read(text);
    }

    private static Map<String, String> outcomes(CpisMessage.Acknowledgement said) {
        return CpisAcknowledged.of(said, CpisFileTest.twoChildren()).stream()
                .collect(Collectors.toMap(
                        each -> each.row().told().plan().entry(), each -> each.outcome() + " " + each.code()));
    }

    private static String text(String resource) throws Exception {
        return new String(CpisFileTest.resource(resource), StandardCharsets.UTF_8)
                .replace("@file@", "41")
                .replace("@refused@", "9990000018")
                .replace("@first@", "9990000018")
                .replace("@second@", "9990000026");
    }
}
