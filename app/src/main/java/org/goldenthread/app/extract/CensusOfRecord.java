package org.goldenthread.app.extract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.clocks.StatutoryClocks;
import org.goldenthread.returns.write.census.CensusXmlWriter;
import org.goldenthread.returns.write.census.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The children in need census of a collection year, drawn from the record. */
@Component
class CensusOfRecord {

    private static final int FIRST_WITH_SEX = 2025;
    private static final Set<String> KEYS = Set.of("person", "referral", "plan");

    private final KnownRecord record;

    CensusOfRecord(KnownRecord record) {
        this.record = record;
    }

    /** One row: its keys and its answers, those that are blank left out. */
    private record Row(Map<String, String> keys, Map<String, String> answers) {

        String key(String name) {
            return keys.getOrDefault(name, "");
        }

        String answer(String name) {
            return answers.getOrDefault(name, "");
        }
    }

    /**
     * Writes the census.
     *
     * @param authority three-digit number of the local authority
     * @return how many children it holds
     */
    int write(KnownRecord.Asked asked, String authority, Path file) throws IOException {
        Map<String, List<Row>> details = by("person", "cin_details", asked);
        Map<String, List<Row>> assessments = by("referral", "cin_assessments", asked);
        Map<String, List<Row>> planDates = by("referral", "cin_plan_dates", asked);
        Map<String, List<Row>> enquiries = by("referral", "cin_section_47", asked);
        Map<String, List<Row>> plans = by("referral", "cin_plans", asked);
        Map<String, List<Row>> reviews = by("plan", "cin_reviews", asked);
        List<Tag> children = new ArrayList<>();
        for (Row child : rows("cin_child", asked)) {
            List<Tag> parts = new ArrayList<>();
            parts.add(identifiers(child, asked.year().end()));
            parts.add(characteristics(child));
            for (Row referral : details.getOrDefault(child.key("person"), List.of())) {
                String id = referral.key("referral");
                List<Tag> of = new ArrayList<>(leaves(referral));
                of(assessments, id).forEach(each -> of.add(assessment(each)));
                of(planDates, id).forEach(each -> of.add(new Tag("CINPlanDates", "", leaves(each))));
                of(enquiries, id).forEach(each -> of.add(enquiry(each)));
                of(plans, id).forEach(each -> of.add(plan(each, of(reviews, each.key("plan")))));
                parts.add(new Tag("CINdetails", "", of));
            }
            children.add(new Tag("Child", "", parts));
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            CensusXmlWriter.write(
                    header(asked, authority), children, asked.year().end(), stream);
        }
        return children.size();
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

    private static Tag identifiers(Row child, int year) {
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

    private static Tag characteristics(Row child) {
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

    private static Tag assessment(Row row) {
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

    private static Tag enquiry(Row row) {
        List<Tag> tags = new ArrayList<>(leaves(row));
        LocalDate began = LocalDate.parse(row.answer("S47ActualStartDate"));
        tags.add(leaf(
                "InitialCPCtarget",
                StatutoryClocks.standard()
                        .dueDate(StatutoryClocks.INITIAL_CONFERENCE, began)
                        .toString()));
        return new Tag("Section47", "", tags);
    }

    private static Tag plan(Row row, List<Row> reviews) {
        List<Tag> tags = new ArrayList<>(leaves(row));
        reviews.forEach(review -> tags.add(new Tag("Reviews", "", leaves(review))));
        return new Tag("ChildProtectionPlans", "", tags);
    }

    private Map<String, List<Row>> by(String key, String name, KnownRecord.Asked asked) {
        Map<String, List<Row>> by = new LinkedHashMap<>();
        rows(name, asked)
                .forEach(row -> by.computeIfAbsent(row.key(key), unused -> new ArrayList<>())
                        .add(row));
        return by;
    }

    private List<Row> rows(String name, KnownRecord.Asked asked) {
        return record.query(name, asked)
                .query((row, number) -> {
                    Map<String, String> keys = new LinkedHashMap<>();
                    Map<String, String> answers = new LinkedHashMap<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        String label = row.getMetaData().getColumnLabel(column);
                        String text = row.getString(column);
                        if (KEYS.contains(label)) {
                            keys.put(label, text == null ? "" : text);
                        } else if (text != null && !text.isEmpty()) {
                            answers.put(label, text);
                        }
                    }
                    return new Row(keys, answers);
                })
                .list();
    }

    private static List<Row> of(Map<String, List<Row>> rows, String key) {
        return rows.getOrDefault(key, List.of());
    }

    private static List<Tag> leaves(Row row) {
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
