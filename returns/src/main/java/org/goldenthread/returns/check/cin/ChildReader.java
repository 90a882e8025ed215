package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Row;

/** Makes a child of a Child element, and a record of a Header element. Whatever is not read is noted. */
final class ChildReader {
    private final Records records;
    private final ReadingNotes notes;

    ChildReader(Records records, ReadingNotes notes) {
        this.records = records;
        this.notes = notes;
    }

    /** The record of the collection's details and of the first source. */
    Row header(Element header) {
        Records.Draft draft = records.begin(CinTable.HEADER, header);
        boolean hasSource = false;
        for (Element part : header.children()) {
            switch (part.name()) {
                case "CollectionDetails" -> takeAll(draft, part);
                case "Source" -> {
                    if (hasSource) {
                        notes.add(part.line(), "The header names a second source. Only the first was read.");
                    } else {
                        takeAll(draft, part);
                    }
                    hasSource = true;
                }
                default -> takeOrNote(draft, part, header);
            }
        }
        noteText(header);
        return draft.end();
    }

    /** The record of a file without a header: all of it is missing, and so the rules tell. */
    Row noHeader() {
        notes.add(1, "The file has no <Header>.");
        return records.begin(CinTable.HEADER, new Element("Header", 1)).end();
    }

    CensusChild child(Element element) {
        List<Element> identifiers = element.list("ChildIdentifiers");
        String id = "";
        if (!identifiers.isEmpty()) {
            List<Element> ids = identifiers.getFirst().list("LAchildID");
            id = ids.isEmpty() ? "" : ids.getFirst().text();
        }
        CensusChild child = new CensusChild(id);
        List<ProtectionPlan> plans = new ArrayList<>(0);
        for (Element part : element.children()) {
            switch (part.name()) {
                case "ChildIdentifiers" -> {
                    if (!child.rows(CinTable.CHILD_IDENTIFIERS).isEmpty()) {
                        notes.add(part.line(), "A child has a second <ChildIdentifiers>. Only some rules look at it.");
                    }
                    Records.Draft draft = records.begin(CinTable.CHILD_IDENTIFIERS, part);
                    takeAll(draft, part);
                    child.add(draft.end());
                }
                case "ChildCharacteristics" -> characteristics(child, part);
                case "CINdetails" -> referral(child, part);
                case "ChildProtectionPlans" -> {
                    notes.add(
                            part.line(),
                            "A child protection plan is outside <CINdetails>, as in censuses of old. It was taken to be of the"
                                    + " child's last one.");
                    plans.add(protectionPlan(child, part));
                }
                default -> noteUnknown(part, element);
            }
        }
        noteText(element);
        addMissing(child, CinTable.CHILD_IDENTIFIERS, element);
        addMissing(child, CinTable.CHILD_CHARACTERISTICS, element);
        if (!plans.isEmpty()) {
            Referral last = child.referrals().isEmpty()
                    ? child.addReferral(CinTable.CIN_DETAILS.absent())
                    : child.referrals().getLast();
            plans.forEach(plan -> child.addProtectionPlan(last, plan));
        }
        return child;
    }

    /** A child has one record of these modules; where the element is missing, all of its fields are, and so the rules tell. */
    private void addMissing(CensusChild child, CinTable table, Element element) {
        if (child.rows(table).isEmpty()) {
            notes.add(element.line(), "A child has no <" + table.label() + ">. All of its fields count as missing.");
            child.add(begin(child, table, element).end());
        }
    }

    private void characteristics(CensusChild child, Element element) {
        Records.Draft draft = begin(child, CinTable.CHILD_CHARACTERISTICS, element);
        for (Element part : element.children()) {
            if (part.name().equals("Disabilities")) {
                noteText(part);
                for (Element entry : part.children()) {
                    Records.Draft disability = begin(child, CinTable.DISABILITIES, entry);
                    if (takeOrNote(disability, entry, part)) {
                        child.add(disability.end());
                    }
                }
            } else {
                takeOrNote(draft, part, element);
            }
        }
        noteText(element);
        child.add(draft.end());
    }

    private void referral(CensusChild child, Element element) {
        Records.Draft draft = begin(child, CinTable.CIN_DETAILS, element);
        for (Element part : element.children()) {
            if (!isGroup(part.name())) {
                takeOrNote(draft, part, element);
            }
        }
        noteText(element);
        Referral referral = child.addReferral(draft.end());
        for (Element part : element.children()) {
            switch (part.name()) {
                case "Assessments" -> child.addAssessment(referral, assessment(child, part));
                case "CINPlanDates", "CINplanDates" ->
                    child.addPlan(referral, plain(child, CinTable.CIN_PLAN_DATES, part));
                case "Section47" -> child.addEnquiry(referral, plain(child, CinTable.SECTION_47, part));
                case "ChildProtectionPlans" -> child.addProtectionPlan(referral, protectionPlan(child, part));
                case "PreProceedingsandFGDM" ->
                    child.addProceedings(referral, plain(child, CinTable.PRE_PROCEEDINGS, part));
                default -> {
                    // A field, taken above.
                }
            }
        }
    }

    private static boolean isGroup(String name) {
        return switch (name) {
            case "Assessments",
                    "CINPlanDates",
                    "CINplanDates",
                    "Section47",
                    "ChildProtectionPlans",
                    "PreProceedingsandFGDM" -> true;
            default -> false;
        };
    }

    private Row plain(CensusChild child, CinTable table, Element element) {
        Records.Draft draft = begin(child, table, element);
        takeAll(draft, element);
        return draft.end();
    }

    private Assessment assessment(CensusChild child, Element element) {
        Records.Draft draft = begin(child, CinTable.ASSESSMENTS, element);
        List<String> factors = new ArrayList<>();
        int line = 0;
        for (Element part : element.children()) {
            if (part.name().equals("FactorsIdentifiedAtAssessment")) {
                line = line == 0 ? part.line() : line;
                noteText(part);
                for (Element factor : part.children()) {
                    addFactor(factors, factor, part);
                }
            } else if (part.name().equals("AssessmentFactors")) {
                line = line == 0 ? part.line() : line;
                addFactor(factors, part, element);
            } else {
                takeOrNote(draft, part, element);
            }
        }
        noteText(element);
        draft.set(CinField.AssessmentFactors, String.join(", ", factors), line);
        return new Assessment(draft.end(), factors);
    }

    private void addFactor(List<String> factors, Element factor, Element within) {
        if (!factor.name().equals("AssessmentFactors")) {
            noteUnknown(factor, within);
        } else if (factor.text().isEmpty()) {
            notes.add(factor.line(), "There is an empty <AssessmentFactors>. It counts as no factor.");
        } else {
            factors.add(factor.text());
        }
        if (factor.name().equals("AssessmentFactors")) {
            for (Element inner : factor.children()) {
                notes.add(inner.line(), "There is an element within <AssessmentFactors>. It was not read.");
            }
        }
    }

    private ProtectionPlan protectionPlan(CensusChild child, Element element) {
        Records.Draft draft = begin(child, CinTable.CHILD_PROTECTION_PLANS, element);
        List<Row> reviews = new ArrayList<>();
        for (Element part : element.children()) {
            if (part.name().equals("Reviews")) {
                reviews(child, part, reviews);
            } else if (part.name().equals("CPPreviewDate")) {
                Records.Draft review = begin(child, CinTable.REVIEWS, part);
                review.take(part);
                reviews.add(review.end());
            } else {
                takeOrNote(draft, part, element);
            }
        }
        noteText(element);
        return new ProtectionPlan(draft.end(), reviews);
    }

    /** A record for each date; one without a date where the group has none. */
    private void reviews(CensusChild child, Element element, List<Row> reviews) {
        noteText(element);
        boolean hasDate = false;
        for (Element part : element.children()) {
            Records.Draft review = begin(child, CinTable.REVIEWS, part);
            if (takeOrNote(review, part, element)) {
                reviews.add(review.end());
                hasDate = true;
            }
        }
        if (!hasDate) {
            reviews.add(begin(child, CinTable.REVIEWS, element).end());
        }
    }

    private Records.Draft begin(CensusChild child, CinTable table, Element element) {
        return records.begin(table, element).set(CinField.LAchildID, child.id());
    }

    private void takeAll(Records.Draft draft, Element element) {
        for (Element part : element.children()) {
            takeOrNote(draft, part, element);
        }
        noteText(element);
    }

    private boolean takeOrNote(Records.Draft draft, Element part, Element within) {
        boolean taken = draft.take(part);
        if (!taken) {
            noteUnknown(part, within);
        }
        return taken;
    }

    private void noteUnknown(Element part, Element within) {
        notes.add(
                part.line(),
                "The element <" + part.name() + "> is not of the census within <" + within.name()
                        + ">. It was not read, nor what it holds.");
    }

    private void noteText(Element element) {
        if (!element.text().isEmpty()) {
            notes.add(
                    element.line(), "There is text between the elements of <" + element.name() + ">. It was not read.");
        }
    }
}
