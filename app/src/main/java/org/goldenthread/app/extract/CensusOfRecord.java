package org.goldenthread.app.extract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goldenthread.core.clocks.StatutoryClocks;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.write.census.CensusElements;
import org.goldenthread.returns.write.census.CensusXmlWriter;
import org.goldenthread.returns.write.census.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The children in need census of a collection year, drawn from the record. */
@Component
class CensusOfRecord {

    private static final int FIRST_WITH_SEX = 2025;
    /** Its modules that are drawn row by row, and the SQL files that they are drawn by. */
    static final List<KnownRecord.Part> PARTS = Stream.of(
                    "cin_child",
                    "cin_details",
                    "cin_assessments",
                    "cin_plan_dates",
                    "cin_section_47",
                    "cin_plans",
                    "cin_reviews")
            .map(name -> new KnownRecord.Part(name, List.of()))
            .toList();

    private final KnownRecord record;

    CensusOfRecord(KnownRecord record) {
        this.record = record;
    }

    /**
     * Writes the census of everybody.
     *
     * @param authority three-digit number of the local authority
     * @return how many children it holds
     */
    int write(KnownRecord.Asked asked, String authority, Path file) throws IOException {
        Drawn drawn = put(record.draw(PARTS, asked, null), asked.year().end());
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            CensusXmlWriter.write(
                    header(asked, authority), drawn.children(), asked.year().end(), stream);
        }
        return drawn.children().size();
    }

    /** Checks what was drawn as the file of it would be checked. */
    static Validation check(KnownRecord.Asked asked, String authority, Drawn drawn) {
        int year = asked.year().end();
        return CinValidation.run(
                CensusElements.read(header(asked, authority), drawn.children(), year), "census.xml", year);
    }

    /**
     * A census as it was drawn.
     *
     * @param rows what each record was drawn from, by its module's name and in the order in which they are written
     */
    record Drawn(List<Tag> children, Map<String, List<DrawnRow>> rows) {

        private void note(String module, DrawnRow row) {
            rows.computeIfAbsent(module, unused -> new ArrayList<>()).add(row);
        }
    }

    /** Puts the rows of the parts together, child by child. */
    static Drawn put(Map<String, List<DrawnRow>> parts, int year) {
        Map<String, List<DrawnRow>> details = by("person", parts.get("cin_details"));
        Map<String, List<DrawnRow>> assessments = by("referral", parts.get("cin_assessments"));
        Map<String, List<DrawnRow>> planDates = by("referral", parts.get("cin_plan_dates"));
        Map<String, List<DrawnRow>> enquiries = by("referral", parts.get("cin_section_47"));
        Map<String, List<DrawnRow>> plans = by("referral", parts.get("cin_plans"));
        Map<String, List<DrawnRow>> reviews = by("plan", parts.get("cin_reviews"));
        Drawn drawn = new Drawn(new ArrayList<>(), new HashMap<>());
        for (DrawnRow child : parts.getOrDefault("cin_child", List.of())) {
            List<Tag> tags = new ArrayList<>();
            drawn.note("ChildIdentifiers", child);
            tags.add(identifiers(child, year));
            drawn.note("ChildCharacteristics", child);
            Tag characteristics = characteristics(child);
            tags.add(characteristics);
            characteristics.children().stream()
                    .filter(tag -> tag.name().equals("Disabilities"))
                    .flatMap(tag -> tag.children().stream())
                    .forEach(unused -> drawn.note("Disabilities", child));
            for (DrawnRow referral : of(details, child.key("person"))) {
                String id = referral.key("referral");
                drawn.note("CINdetails", referral);
                List<Tag> of = new ArrayList<>(leaves(referral));
                of(assessments, id).forEach(each -> {
                    drawn.note("Assessments", each);
                    of.add(assessment(each));
                });
                of(planDates, id).forEach(each -> {
                    drawn.note("CINplanDates", each);
                    of.add(new Tag("CINPlanDates", "", leaves(each)));
                });
                of(enquiries, id).forEach(each -> {
                    drawn.note("Section47", each);
                    of.add(enquiry(each));
                });
                of(plans, id).forEach(each -> {
                    List<DrawnRow> its = of(reviews, each.key("plan"));
                    drawn.note("ChildProtectionPlans", each);
                    its.forEach(review -> drawn.note("Reviews", review));
                    of.add(plan(each, its));
                });
                tags.add(new Tag("CINdetails", "", of));
            }
            drawn.children().add(new Tag("Child", "", tags));
        }
        return drawn;
    }

    private static Tag header(KnownRecord.Asked asked, String authority) {
        return new Tag(
                "Header",
                "",
                List.of(
                        new Tag(
                                "CollectionDetails",
                                "",
                                List.of(
                                        leaf("Collection", "CIN"),
                                        leaf("Year", String.valueOf(asked.year().end())),
                                        leaf(
                                                "ReferenceDate",
                                                asked.year().lastDay().toString()))),
                        new Tag(
                                "Source",
                                "",
                                List.of(
                                        leaf("SourceLevel", "L"),
                                        leaf("LEA", authority),
                                        leaf("SoftwareCode", "Golden Thread"),
                                        leaf("Release", "1"),
                                        leaf("SerialNo", "001"),
                                        leaf("DateTime", asked.at().toString().replaceAll("\\.\\d+Z$|Z$", ""))))));
    }

    private static Tag identifiers(DrawnRow child, int year) {
        List<Tag> tags = new ArrayList<>();
        for (String name : List.of(
                "LAchildID", "UPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate", "PersonDeathDate")) {
            add(tags, name, child.answer(name));
        }
        String sex = child.answer("Sex");
        if (year >= FIRST_WITH_SEX) {
            add(tags, "Sex", sex.isEmpty() ? "U" : sex);
        } else {
            add(
                    tags,
                    "GenderCurrent",
                    switch (sex) {
                        case "M" -> "1";
                        case "F" -> "2";
                        default -> "0";
                    });
        }
        return new Tag("ChildIdentifiers", "", tags);
    }

    private static Tag characteristics(DrawnRow child) {
        List<Tag> tags = new ArrayList<>();
        add(tags, "Ethnicity", child.answer("Ethnicity"));
        String disabilities = child.answer("Disabilities");
        // "None" is an answer of the census, and it is given where nothing else is.
        List<Tag> each = words(disabilities.isEmpty() ? "NONE" : disabilities).stream()
                .map(code -> leaf("Disability", code))
                .toList();
        tags.add(new Tag("Disabilities", "", each));
        return new Tag("ChildCharacteristics", "", tags);
    }

    private static Tag assessment(DrawnRow row) {
        List<Tag> tags = new ArrayList<>(leaves(row).stream()
                .filter(tag -> !tag.name().equals("AssessmentFactors"))
                .toList());
        List<Tag> factors = words(row.answer("AssessmentFactors")).stream()
                .map(code -> leaf("AssessmentFactors", code))
                .toList();
        if (!factors.isEmpty()) {
            tags.add(new Tag("FactorsIdentifiedAtAssessment", "", factors));
        }
        return new Tag("Assessments", "", tags);
    }

    private static Tag enquiry(DrawnRow row) {
        List<Tag> tags = new ArrayList<>(leaves(row));
        LocalDate began = LocalDate.parse(row.answer("S47ActualStartDate"));
        tags.add(leaf(
                "InitialCPCtarget",
                StatutoryClocks.standard()
                        .dueDate(StatutoryClocks.INITIAL_CONFERENCE, began)
                        .toString()));
        return new Tag("Section47", "", tags);
    }

    private static Tag plan(DrawnRow row, List<DrawnRow> reviews) {
        List<Tag> tags = new ArrayList<>(leaves(row));
        reviews.forEach(review -> tags.add(new Tag("Reviews", "", leaves(review))));
        return new Tag("ChildProtectionPlans", "", tags);
    }

    private static Map<String, List<DrawnRow>> by(String key, @Nullable List<DrawnRow> rows) {
        Map<String, List<DrawnRow>> by = new LinkedHashMap<>();
        if (rows != null) {
            rows.forEach(row -> by.computeIfAbsent(row.key(key), unused -> new ArrayList<>())
                    .add(row));
        }
        return by;
    }

    private static List<DrawnRow> of(Map<String, List<DrawnRow>> rows, String key) {
        return rows.getOrDefault(key, List.of());
    }

    private static List<Tag> leaves(DrawnRow row) {
        return row.answers().entrySet().stream()
                .map(answer -> leaf(answer.getKey(), answer.getValue()))
                .toList();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
    }

    private static void add(List<Tag> tags, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            tags.add(leaf(name, text));
        }
    }

    private static Tag leaf(String name, String text) {
        return new Tag(name, text, List.of());
    }
}
