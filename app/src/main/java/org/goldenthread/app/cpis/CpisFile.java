package org.goldenthread.app.cpis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.goldenthread.app.records.Words;

/**
 * Writes a CP-IS Local Authority Upload (REPC_MT000002GB01, Domain Message Specification 1.0 RC5). What the message's model fixes is not on the
 * wire: no class, mood or type code, no template id and no code element.
 */
final class CpisFile {

    static final String HL7 = "urn:hl7-org:v3";
    static final String LOCALISATION = "NPFIT:HL7:Localisation";
    static final String CONTENT_ID_ROOT = "2.16.840.1.113883.2.1.3.2.4.18.16";
    static final String ORGANISATION_ROOT = "2.16.840.1.113883.2.1.3.2.4.19.1";
    static final String NHS_NUMBER_ROOT = "2.16.840.1.113883.2.1.4.1";
    static final String LOCAL_NUMBER_ROOT = "2.16.840.1.113883.2.1.3.2.4.18.24";

    private static final String CHILD = "COCT_TP145101GB01";
    private static final String UNBORN_CHILD = "COCT_TP145100GB01";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx");
    /** A plan's day: the form wants hours and minutes too, and the record has none. */
    private static final DateTimeFormatter DAY_OF_PLAN = DateTimeFormatter.ofPattern("uuuuMMdd'0000'");

    private final XMLStreamWriter xml;
    private final CpisProperties council;

    private CpisFile(XMLStreamWriter xml, CpisProperties council) {
        this.xml = xml;
        this.council = council;
    }

    /**
     * @param records what it tells, at least one record, each of one to three plans of different kinds under one NHS number
     * @return the file in UTF-8
     */
    static byte[] write(CpisProperties council, long number, Instant created, List<List<CpisPlan>> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new CpisFile(xml, council).writeFile(number, created, records);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void writeFile(long number, Instant created, List<List<CpisPlan>> records) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("File");
        xml.writeDefaultNamespace(HL7);
        xml.writeNamespace("npfitlc", LOCALISATION);
        empty("creationTime", "value", MOMENT.format(created.atZone(Words.LONDON)));
        empty("id", "extension", String.valueOf(number));
        empty("transmissionQuantity", "value", String.valueOf(records.size()));
        xml.writeStartElement("communicationFunctionSnd");
        xml.writeStartElement("organisation");
        empty("id", "root", ORGANISATION_ROOT, "extension", council.organisation());
        text("name", council.organisationName());
        // WP is the place of work, in office hours; EC whom to reach in an emergency.
        empty("telecom", "value", "tel:" + council.officeDigits(), "use", "WP");
        empty("telecom", "value", "tel:" + council.dutyDigits(), "use", "EC");
        xml.writeEndElement();
        xml.writeEndElement();
        for (List<CpisPlan> record : records) {
            writeRecord(record);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void writeRecord(List<CpisPlan> plans) throws XMLStreamException {
        xml.writeStartElement("record");
        xml.writeStartElement("CP-ISRecord");
        for (CpisPlan plan : plans) {
            writePlan(plan);
        }
        for (boolean unborn : List.of(false, true)) {
            for (CpisPlan plan : plans) {
                if (plan.kind().isUnborn() == unborn) {
                    writeSubject(plan.subject(), unborn);
                    break;
                }
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writePlan(CpisPlan plan) throws XMLStreamException {
        CpisKind kind = plan.kind();
        xml.writeStartElement("pertinentInformation");
        contentId(kind.template(), kind.element());
        xml.writeStartElement(kind.template() + "." + kind.element());
        writeDay("component", kind.datePrefix() + "StartDate", plan.start());
        if (plan.end() != null) {
            writeDay("component1", kind.datePrefix() + "EndDate", plan.end());
        }
        if (plan.deleted() != null) {
            writeDay("component2", kind.datePrefix() + "DeleteDate", plan.deleted());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writeDay(String component, String name, LocalDate day) throws XMLStreamException {
        xml.writeStartElement(component);
        xml.writeStartElement(name);
        empty("value", "value", DAY_OF_PLAN.format(day));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writeSubject(CpisSubject subject, boolean unborn) throws XMLStreamException {
        xml.writeStartElement("subject");
        if (unborn) {
            contentId(UNBORN_CHILD, "UnbornChild");
            xml.writeStartElement(UNBORN_CHILD + ".UnbornChild");
            xml.writeStartElement("parentMotherPerson");
            writePerson(subject);
            xml.writeStartElement("playedMother");
            writeNumbers(subject);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        } else {
            contentId(CHILD, "Child");
            xml.writeStartElement(CHILD + ".Child");
            writeNumbers(subject);
            xml.writeStartElement("childPerson");
            writePerson(subject);
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void writeNumbers(CpisSubject subject) throws XMLStreamException {
        empty("id", "root", NHS_NUMBER_ROOT, "extension", subject.nhsNumber());
        if (!subject.localNumber().isEmpty()) {
            empty(
                    "id",
                    "root",
                    LOCAL_NUMBER_ROOT,
                    "extension",
                    subject.localNumber(),
                    "assigningAuthorityName",
                    council.organisation() + ":" + council.organisationName());
        }
    }

    private void writePerson(CpisSubject subject) throws XMLStreamException {
        empty("birthTime", "value", DateTimeFormatter.BASIC_ISO_DATE.format(subject.born()));
        xml.writeStartElement("name");
        text("given", subject.givenName());
        text("family", subject.familyName());
        xml.writeEndElement();
    }

    private void contentId(String template, String element) throws XMLStreamException {
        xml.writeEmptyElement("npfitlc", "contentId", LOCALISATION);
        xml.writeAttribute("root", CONTENT_ID_ROOT);
        xml.writeAttribute("extension", template + "#" + element);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (int place = 0; place < attributes.length; place += 2) {
            xml.writeAttribute(attributes[place], clean(attributes[place + 1]));
        }
    }

    private void text(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(content));
        xml.writeEndElement();
    }

    /** XML has no way to say these; a name that was pasted may have them. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(each -> each >= 0x20 && each != 0xFFFE && each != 0xFFFF && !(each >= 0xD800 && each <= 0xDFFF))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
