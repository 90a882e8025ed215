package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.write.given.GivenRow;
import org.goldenthread.returns.write.given.GivenTag;
import org.goldenthread.snapshot.Coverage;
import org.jspecify.annotations.Nullable;

/** Reads one children in need census file of any year from 2017 to 2026. */
final class CensusReader {
    private final SourceFile file;
    private final LoadRequest request;
    private final Findings findings = new Findings();
    private final Map<String, DateText.Reading> dates = new HashMap<>();
    private final List<Census.Child> children = new ArrayList<>();
    private final List<GivenRow> given = new ArrayList<>();
    private int childrenGiven;
    private final Set<String> strayText = new TreeSet<>();
    private final CensusShape shape;
    private @Nullable CollectionYear year;
    private @Nullable LocalDate last;

    private CensusReader(SourceFile file, LoadRequest request) {
        this.file = file;
        this.request = request;
        this.shape = new CensusShape(file.key(), findings);
    }

    /** A census, what was noticed while it was read, and the days that it covers. */
    record Read(Census census, Findings findings, Coverage coverage) {}

    /** @throws LoadException where the file is no census or cannot be read to its end */
    static Read read(SourceFile file, LoadRequest request) {
        CensusReader reader = new CensusReader(file, request);
        CensusXml.read(file, reader::header, reader::child, reader.shape::reportUnknown);
        reader.shape.finish();
        CollectionYear year = reader.year;
        LocalDate last = reader.last;
        if (year == null || last == null) {
            throw new LoadException(
                    file.key() + ": the Header has no ReferenceDate or Year, so the census's year cannot"
                            + " be told. Export the census with its header.");
        }
        return new Read(
                new Census(file.key(), year, last, reader.children, reader.given),
                reader.findings,
                new Coverage("cin", year.firstDay(), last));
    }

    private void header(CensusElement header) {
        given.add(GivenTag.of(header, file.key(), header.line(), 1, ""));
        if (year != null) {
            findings.warning(
                    file.key(),
                    header.line(),
                    "Header",
                    "The file has a second Header. It was not read.",
                    "Take it out, and check that the file is of one year.");
            return;
        }
        reportStrayText(header);
        shape.reportHeader(header);
        CensusElement collection = header.find("CollectionDetails").orElse(header);
        String name = collection.text("Collection");
        if (!name.isEmpty() && !name.equalsIgnoreCase("CIN")) {
            throw new LoadException(file.key() + ", line " + header.line() + ": the file is of the collection \"" + name
                    + "\", not of the children in need census (CIN). Give the census file.");
        }
        header.find("Source").ifPresent(source -> authority(source));
        String yearText = collection.text("Year");
        Optional<LocalDate> reference = date(collection, "ReferenceDate");
        if (reference.isEmpty() && !yearText.matches("20[0-9]{2}")) {
            return;
        }
        LocalDate end = reference.orElseGet(() -> new CollectionYear(Integer.parseInt(yearText)).lastDay());
        CollectionYear covered = CollectionYear.containing(end);
        year = covered;
        last = end;
        if (!end.equals(covered.lastDay())) {
            findings.warning(
                    file.key(),
                    collection.line(),
                    "ReferenceDate",
                    "The reference date " + end
                            + " is not a 31 March. The file was taken for an extract within the year " + covered.label()
                            + " that reaches to that day.",
                    "If it is the whole year's census, set the reference date to 31 March.");
        }
        if (!yearText.equals(String.valueOf(covered.end()))) {
            findings.warning(
                    file.key(),
                    collection.line(),
                    "Year",
                    "The year " + yearText + " does not fit the reference date " + end + ". The date was used.",
                    "Set the year to " + covered.end() + ", in which the census year ends.");
        }
        LocalDate extracted = request.extracted();
        if (extracted != null && covered.contains(extracted) && extracted.isBefore(end)) {
            last = extracted;
        }
    }

    private void authority(CensusElement source) {
        String code = source.text("LEA");
        if (!code.isEmpty() && !code.equals(request.authorityCode())) {
            findings.warning(
                    file.key(),
                    source.line(),
                    "LEA",
                    "The file is of the authority " + code + ", and the snapshot of " + request.authorityCode() + ".",
                    "Check that it is the right file.");
        }
    }

    private void child(CensusElement child) {
        CensusElement identifiers = child.find("ChildIdentifiers").orElse(child);
        String id = identifiers.text("LAchildID");
        childrenGiven++;
        given.add(GivenTag.of(child, file.key(), child.line(), childrenGiven, id));
        if (id.isEmpty()) {
            findings.error(
                    file.key(),
                    child.line(),
                    "LAchildID",
                    "The child has no identifier. The child was left out.",
                    "Give every child the council's own identifier.");
            return;
        }
        reportStrayText(child);
        shape.report(child);
        List<CensusReferral> referrals = new ArrayList<>();
        Set<LocalDate> referralDates = new HashSet<>();
        for (CensusElement details : child.list("CINdetails")) {
            Optional<LocalDate> date = date(details, "CINreferralDate");
            if (date.isEmpty()) {
                leftOut(details, "CINreferralDate", "The referral");
            } else if (isUnreadable(details, "CINclosureDate")) {
                leftOut(details, "CINclosureDate", "The referral");
            } else if (!referralDates.add(date.get())) {
                findings.error(
                        file.key(),
                        details.line(),
                        "CINreferralDate",
                        "The child has two referrals of " + date.get() + ". The second was left out.",
                        "Report them as one (census rule 8820).");
            } else {
                referrals.add(new CensusReferral(
                        id,
                        date.get(),
                        file.key(),
                        details.line(),
                        details,
                        date(details, "CINclosureDate").orElse(null),
                        parts(details)));
            }
        }
        children.add(new Census.Child(id, file.key(), child, referrals));
    }

    private List<CensusReferral.Part> parts(CensusElement details) {
        List<CensusReferral.Part> parts = new ArrayList<>();
        for (CensusReferral.Kind kind : CensusReferral.Kind.values()) {
            Set<LocalDate> starts = new HashSet<>();
            for (CensusElement element : kind.listIn(details)) {
                Optional<LocalDate> start = date(element, kind.start());
                if (start.isEmpty()) {
                    leftOut(element, kind.start(), "It");
                } else if (isUnreadable(element, kind.end())) {
                    leftOut(element, kind.end(), "It");
                } else if (!starts.add(start.get())) {
                    findings.error(
                            file.key(),
                            element.line(),
                            element.name(),
                            "The referral has another that began on " + start.get() + ". This one was left out.",
                            "Take one out, or correct its date.");
                } else {
                    parts.add(new CensusReferral.Part(
                            kind,
                            start.get(),
                            date(element, kind.end()).orElse(null),
                            reviews(element),
                            element,
                            file.key()));
                }
            }
        }
        return parts;
    }

    private boolean isUnreadable(CensusElement parent, String name) {
        return dates.computeIfAbsent(parent.text(name), DateText::read) instanceof DateText.Refused;
    }

    private List<LocalDate> reviews(CensusElement element) {
        List<LocalDate> days = new ArrayList<>();
        for (CensusElement group : element.list("Reviews")) {
            group.list("CPPreviewDate").forEach(review -> read(review).ifPresent(days::add));
        }
        element.list("CPPreviewDate").forEach(review -> read(review).ifPresent(days::add));
        return days;
    }

    private Optional<LocalDate> date(CensusElement parent, String name) {
        return parent.find(name).flatMap(this::read);
    }

    /** The element's date; empty, with a finding, where it has text that is no date. */
    private Optional<LocalDate> read(CensusElement element) {
        DateText.Reading reading = dates.computeIfAbsent(element.text(), DateText::read);
        if (reading instanceof DateText.Refused refused) {
            findings.error(
                    file.key(),
                    element.line(),
                    element.name(),
                    "The date cannot be read: " + refused.problem() + ".",
                    "Give it as yyyy-mm-dd.");
        }
        return reading.date();
    }

    private void leftOut(CensusElement element, String missing, String what) {
        findings.error(
                file.key(),
                element.line(),
                element.name(),
                what + " has no usable " + missing + " and was left out.",
                "Give the date as yyyy-mm-dd.");
    }

    /** Text where only elements belong, such as a tag that lost its brackets. */
    private void reportStrayText(CensusElement element) {
        if (!element.children().isEmpty()
                && !element.text().isEmpty()
                && strayText.add(element.name() + element.line())) {
            findings.warning(
                    file.key(),
                    element.line(),
                    element.name(),
                    "There is text between the elements that belongs to none of them. It was left out.",
                    "Look for a tag without its brackets within this element.");
        }
        element.children().forEach(this::reportStrayText);
    }
}
