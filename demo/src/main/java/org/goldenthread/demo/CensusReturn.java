package org.goldenthread.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The children in need census of each collection year, in the order of elements that its schema has. */
final class CensusReturn {
    private final XMLStreamWriter xml;
    private final Knowledge knowledge;
    private final LocalDate from;
    private final LocalDate to;
    private final int yearEnd;
    private final CensusSlips slips;
    private int depth;

    private CensusReturn(XMLStreamWriter xml, Knowledge knowledge, LocalDate yearEnd, CensusSlips slips) {
        this.xml = xml;
        this.knowledge = knowledge;
        this.from = yearEnd.minusYears(1).plusDays(1);
        this.to = knowledge.day();
        this.yearEnd = yearEnd.getYear();
        this.slips = slips;
    }

    static void write(Borough borough, LocalDate day, Path directory) throws IOException {
        Files.createDirectories(directory);
        LocalDate last = DemoOptions.yearEnd(day);
        for (LocalDate end = borough.options().firstDay().plusYears(1).minusDays(1);
                !end.isAfter(last);
                end = end.plusYears(1)) {
            Path file = directory.resolve(end.getYear() + ".xml");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
                CensusSlips slips = !borough.options().slips()
                        ? CensusSlips.none()
                        : CensusSlips.in(borough.people(), end, end.equals(last));
                new CensusReturn(xml, Knowledge.of(borough, day).within(end), end, slips).write(borough);
                xml.close();
            } catch (XMLStreamException e) {
                throw new IOException("The census cannot be written to " + file + ".", e);
            }
        }
    }

    private void write(Borough borough) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("Message");
        writeHeader(borough.options().authority());
        open("Children");
        for (Person person : borough.people()) {
            List<Case> cases = person.cases.stream().filter(this::isIn).toList();
            if (!cases.isEmpty()) {
                open("Child");
                writeChild(person);
                for (Case held : cases) {
                    writeCase(person, held);
                }
                close();
            }
        }
        close();
        close();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private boolean isIn(Case held) {
        return !held.referred.isAfter(to) && (held.closed == null || !held.closed.isBefore(from));
    }

    private void writeHeader(DemoAuthority authority) throws XMLStreamException {
        open("Header");
        open("CollectionDetails");
        write("Collection", "CIN");
        write("Year", yearEnd);
        write("ReferenceDate", LocalDate.of(yearEnd, 3, 31));
        close();
        open("Source");
        write("SourceLevel", "L");
        write("LEA", authority.code());
        write("SoftwareCode", "Golden Thread demo");
        write("Release", "1");
        write("SerialNo", "001");
        write("DateTime", to + "T18:00:00");
        close();
        close();
    }

    private void writeChild(Person person) throws XMLStreamException {
        open("ChildIdentifiers");
        write("LAchildID", person.id());
        writePupilNumber(person);
        write("PersonBirthDate", slips.birthday(person));
        write(yearEnd >= 2025 ? "Sex" : "GenderCurrent", person.sex.code(yearEnd));
        close();
        open("ChildCharacteristics");
        write("Ethnicity", person.ethnicity);
        open("Disabilities");
        if (person.disabilities.isEmpty()) {
            write("Disability", "NONE");
        }
        for (String disability : person.disabilities) {
            write("Disability", disability);
        }
        close();
        close();
    }

    private void writePupilNumber(Person person) throws XMLStreamException {
        String number = slips.pupilNumber(person);
        if (person.ageOn(to) < 4) {
            write("UPNunknown", "UN1");
        } else if (number == null) {
            write("UPNunknown", person.unaccompanied ? "UN3" : person.carePeriods.isEmpty() ? "UN6" : "UN2");
        } else {
            write("UPN", number);
        }
    }

    private void writeCase(Person person, Case held) throws XMLStreamException {
        open("CINdetails");
        write("CINreferralDate", held.referred);
        write("ReferralSource", held.source);
        if (!held.noFurtherAction) {
            write("PrimaryNeedCode", held.need);
            if (knowledge.hasRecorded(person, held.closed)) {
                write("CINclosureDate", held.closed);
                write("ReasonForClosure", slips.closureReason(person, held));
            }
            writeAssessments(person, held);
            writeNeedPlans(person, held);
            writeEnquiries(held);
        }
        write("ReferralNFA", held.noFurtherAction ? 1 : 0);
        writePlans(person, held);
        close();
    }

    private void writeAssessments(Person person, Case held) throws XMLStreamException {
        for (Case.Assessment assessment : held.assessments) {
            if (assessment.started().isAfter(to) || assessment.authorised().isBefore(from)) {
                continue;
            }
            open("Assessments");
            write("AssessmentActualStartDate", assessment.started());
            if (knowledge.hasRecorded(person, assessment.authorised())) {
                write("AssessmentAuthorisationDate", assessment.authorised());
                open("FactorsIdentifiedAtAssessment");
                for (String factor : assessment.factors()) {
                    write("AssessmentFactors", factor);
                }
                close();
            }
            close();
        }
    }

    private void writeNeedPlans(Person person, Case held) throws XMLStreamException {
        for (Case.NeedPlan plan : held.needPlans) {
            boolean closed = knowledge.hasRecorded(person, held.closed) && knowledge.has(plan.ended());
            if (!plan.started().isAfter(to) && !plan.ended().isBefore(from)) {
                open("CINPlanDates");
                write("CINPlanStartDate", plan.started());
                write("CINPlanEndDate", closed ? plan.ended() : null);
                close();
            }
        }
    }

    private void writeEnquiries(Case held) throws XMLStreamException {
        for (Case.Enquiry enquiry : held.enquiries) {
            LocalDate conference = enquiry.conference();
            boolean inYear = !enquiry.started().isBefore(from) || (conference != null && !conference.isBefore(from));
            if (inYear && !enquiry.started().isAfter(to)) {
                open("Section47");
                write("S47ActualStartDate", enquiry.started());
                write("InitialCPCtarget", conference == null ? null : enquiry.target());
                write("DateOfInitialCPC", knowledge.has(conference) ? conference : null);
                write("ICPCnotRequired", conference == null ? 1 : 0);
                close();
            }
        }
    }

    private void writePlans(Person person, Case held) throws XMLStreamException {
        for (Case.ProtectionPlan plan : held.plans) {
            if (plan.started().isAfter(to) || plan.ended().isBefore(from)) {
                continue;
            }
            open("ChildProtectionPlans");
            write("CPPstartDate", plan.started());
            write("CPPendDate", knowledge.has(plan.ended()) ? plan.ended() : null);
            write("InitialCategoryOfAbuse", plan.firstCategory());
            write("LatestCategoryOfAbuse", plan.lastCategory());
            write("NumberOfPreviousCPP", plan.previous());
            List<LocalDate> reviews = reviews(person, plan);
            if (!reviews.isEmpty()) {
                open("Reviews");
                for (LocalDate review : reviews) {
                    write("CPPreviewDate", review);
                }
                close();
            }
            close();
        }
    }

    /** The year's reviews and the last one before it, which the timeliness of the first in the year is judged from. */
    private List<LocalDate> reviews(Person person, Case.ProtectionPlan plan) {
        List<LocalDate> known = knowledge.reviews(person, plan.reviews()).stream()
                .filter(review -> !review.isAfter(plan.ended()))
                .toList();
        long earlier = known.stream().filter(review -> review.isBefore(from)).count();
        return known.stream().skip(Math.max(0, earlier - 1)).toList();
    }

    private void open(String element) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void write(String element, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            indent();
            xml.writeStartElement(element);
            xml.writeCharacters(value.toString());
            xml.writeEndElement();
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
