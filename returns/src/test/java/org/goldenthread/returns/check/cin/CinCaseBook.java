package org.goldenthread.returns.check.cin;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Cases of the rules written by hand, in a short form that is made into XML and read as a census is.
 *
 * <pre>
 * rule 1103 2025                                    code and collection year
 * ChildIdentifiers LAchildID=A                      begins a child
 * CINdetails CINreferralDate=2024-05-02 ! CINreferralDate
 * Assessments AssessmentActualStartDate=2024-05-01 AssessmentFactors=1A,2B ! AssessmentActualStartDate
 * </pre>
 *
 * <p>A line is a record; one inside another comes after it. After the exclamation mark are the fields that have to be reported. A line
 * {@code whole !} says that the return as a whole has to be. A Header line takes the place of the year's usual one; {@code =} alone after a
 * field gives an empty element.
 */
final class CinCaseBook {
    private static final List<String> BOOKS =
            List.of("rules-0100.cases", "rules-4000.cases", "rules-8500.cases", "rules-8700.cases", "rules-8860.cases");

    private CinCaseBook() {}

    /**
     * One case.
     *
     * @param name its book and line
     */
    record Case(String name, String code, int year, List<String> lines) {

        /** What a record of the case should have reported: module, number and fields. */
        Set<String> expected() {
            Set<String> expected = new TreeSet<>();
            Map<CinTable, Integer> numbers = new EnumMap<>(CinTable.class);
            int children = 0;
            for (String line : lines) {
                String[] halves = line.split("!", 2);
                String[] words = halves[0].strip().split("\\s+");
                boolean isWhole = words[0].equals("whole");
                if (isWhole) {
                    expected.add("whole");
                    continue;
                }
                CinTable table = table(words[0]);
                int number = numbers.merge(table, 1, Integer::sum);
                children += table == CinTable.CHILD_IDENTIFIERS ? 1 : 0;
                // Every child has a record of its characteristics, be the element there or not.
                int shown = table == CinTable.CHILD_CHARACTERISTICS ? children : number;
                if (halves.length == 2) {
                    for (String field : halves[1].strip().split("\\s+")) {
                        expected.add(table.label() + " " + shown + " " + field);
                    }
                }
            }
            return expected;
        }

        Set<String> found() {
            try (InputStream xml = new ByteArrayInputStream(xml().getBytes(StandardCharsets.UTF_8))) {
                CensusReturn census = CensusReturn.read(xml, year);
                List<CinRule> rules = CinRules.list(year).stream()
                        .filter(rule -> rule.code().equals(code))
                        .toList();
                if (rules.size() != 1) {
                    throw new IllegalStateException(name + ": there are " + rules.size() + " rules " + code + ".");
                }
                Outcome outcome = new CinChecker(census.facts(), rules).check(census.children());
                Set<String> found = new TreeSet<>(outcome.notRun().values());
                for (Hit hit : outcome.hits()) {
                    if (hit.row().number() == 0) {
                        found.add("whole");
                    }
                    hit.fields()
                            .forEach(field -> found.add(
                                    hit.row().table().label() + " " + hit.row().number() + " " + field.name()));
                }
                return found;
            } catch (IOException problem) {
                throw new UncheckedIOException(name, problem);
            }
        }

        /** Empty where what was found is what was expected. */
        String difference() {
            Set<String> expected = expected();
            Set<String> found = found();
            return expected.equals(found)
                    ? ""
                    : name + ", rule " + code + ": expected " + expected + ", found " + found;
        }

        private String xml() {
            CaseXml xml = new CaseXml(year);
            for (String line : lines) {
                String[] words = line.split("!", 2)[0].strip().split("\\s+");
                if (!words[0].equals("whole")) {
                    xml.add(words);
                }
            }
            return xml.end();
        }
    }

    private static CinTable table(String name) {
        for (CinTable table : CinTable.values()) {
            if (table.label().equalsIgnoreCase(name)) {
                return table;
            }
        }
        throw new IllegalArgumentException("A case names a module '" + name + "', which the census does not have.");
    }

    static List<Case> readAll() {
        List<Case> cases = new ArrayList<>();
        BOOKS.forEach(book -> cases.addAll(read(book)));
        return cases;
    }

    private static List<Case> read(String book) {
        List<Case> cases = new ArrayList<>();
        InputStream resource = Objects.requireNonNull(CinCaseBook.class.getResourceAsStream(book), book);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("rule ")) {
                    String[] words = line.split("\\s+");
                    cases.add(new Case(
                            book + " line " + number, words[1], Integer.parseInt(words[2]), new ArrayList<>()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    cases.getLast().lines().add(line.strip());
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(book, problem);
        }
        return cases;
    }

    /** Writes records as the XML of a census. */
    private static final class CaseXml {
        private final StringBuilder children = new StringBuilder();
        private String header;
        private @Nullable String referral;
        private final StringBuilder inReferral = new StringBuilder();
        private final StringBuilder plan = new StringBuilder();
        private boolean isChild;
        private String characteristics = "";
        private final StringBuilder disabilities = new StringBuilder();

        private CaseXml(int year) {
            header = "<CollectionDetails><Year>" + year + "</Year><ReferenceDate>" + year
                    + "-03-31</ReferenceDate></CollectionDetails>";
        }

        private void add(String[] words) {
            switch (table(words[0])) {
                case HEADER -> header = "<CollectionDetails>" + fields(words) + "</CollectionDetails>";
                case CHILD_IDENTIFIERS -> {
                    endChild();
                    isChild = true;
                    children.append("<Child><ChildIdentifiers>")
                            .append(fields(words))
                            .append("</ChildIdentifiers>\n");
                }
                case CHILD_CHARACTERISTICS -> characteristics = fields(words);
                case DISABILITIES -> disabilities.append(fields(words));
                case CIN_DETAILS -> {
                    endReferral();
                    referral = fields(words);
                }
                case CHILD_PROTECTION_PLANS -> {
                    endPlan();
                    plan.append("<ChildProtectionPlans>").append(fields(words));
                }
                case REVIEWS -> plan.append("<Reviews>").append(fields(words)).append("</Reviews>");
                case CIN_PLAN_DATES -> inside("CINPlanDates", words);
                case ASSESSMENTS, SECTION_47, PRE_PROCEEDINGS -> inside(words[0], words);
            }
        }

        private void inside(String element, String[] words) {
            inReferral
                    .append('<')
                    .append(element)
                    .append('>')
                    .append(fields(words))
                    .append("</")
                    .append(element)
                    .append(">\n");
        }

        private static String fields(String[] words) {
            StringBuilder xml = new StringBuilder();
            for (int place = 1; place < words.length; place++) {
                String[] pair = words[place].split("=", 2);
                String[] values = pair[0].equals("AssessmentFactors") ? pair[1].split(",", -1) : new String[] {pair[1]};
                for (String value : values) {
                    xml.append('<').append(pair[0]).append('>').append(value.replace('_', ' '));
                    xml.append("</").append(pair[0]).append('>');
                }
            }
            return xml.toString();
        }

        private void endPlan() {
            if (!plan.isEmpty()) {
                inReferral.append(plan).append("</ChildProtectionPlans>\n");
                plan.setLength(0);
            }
        }

        private void endReferral() {
            endPlan();
            if (referral != null) {
                children.append("<CINdetails>")
                        .append(referral)
                        .append(inReferral)
                        .append("</CINdetails>\n");
                referral = null;
                inReferral.setLength(0);
            }
        }

        private void endChild() {
            if (isChild) {
                if (!disabilities.isEmpty() || !characteristics.isEmpty()) {
                    children.append("<ChildCharacteristics>").append(characteristics);
                    children.append("<Disabilities>").append(disabilities).append("</Disabilities>");
                    children.append("</ChildCharacteristics>\n");
                }
                disabilities.setLength(0);
                characteristics = "";
                endReferral();
                children.append("</Child>\n");
            }
        }

        private String end() {
            endChild();
            return "<Message><Header>" + header + "</Header>\n<Children>" + children + "</Children></Message>";
        }
    }
}
