package org.goldenthread.app.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.Assessment;
import org.goldenthread.returns.check.cin.CensusChild;
import org.goldenthread.returns.check.cin.CensusReturn;
import org.goldenthread.returns.check.cin.CinField;
import org.goldenthread.returns.check.cin.CinTable;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.cin.ProtectionPlan;
import org.goldenthread.returns.check.cin.Referral;
import org.jspecify.annotations.Nullable;

/** Reads censuses of children in need, of one year or of several, of which a later one tells more of what was open in an earlier. */
final class CensusSource {

    private static final Pattern YEAR = Pattern.compile("<Year>\\s*([0-9]{4})\\s*</Year>");
    private static final int START_BYTES = 4096;

    /** The cells that tell a row from the others of its table and its referral, over the years. */
    private static final Map<CinTable, CinField> DAYS = Map.of(
            CinTable.CIN_DETAILS, CinField.CINreferralDate,
            CinTable.ASSESSMENTS, CinField.AssessmentActualStartDate,
            CinTable.CIN_PLAN_DATES, CinField.CINPlanStartDate,
            CinTable.SECTION_47, CinField.S47ActualStartDate,
            CinTable.CHILD_PROTECTION_PLANS, CinField.CPPstartDate,
            CinTable.REVIEWS, CinField.CPPreviewDate,
            CinTable.PRE_PROCEEDINGS, CinField.PPStartDate);

    private final SourceData data = new SourceData();
    private @Nullable Read latest;

    private CensusSource() {}

    /** @param seen how many rows of the file have a key so far, so that two of one day stay two */
    private record Read(CensusReturn census, String name, int year, Map<String, Integer> seen) {}

    static Given read(List<Path> files, LocalDate asAt, SourceData.Check check) {
        CensusSource source = new CensusSource();
        List<Read> years = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                int year = year(file, asAt);
                years.add(new Read(CensusReturn.read(file, year), name, year, new HashMap<>()));
            } catch (IOException problem) {
                source.data.refuse(name, 0, String.valueOf(problem.getMessage()));
            }
        }
        years.sort(Comparator.comparingInt(Read::year));
        years.forEach(source::take);
        return source.data.tell(
                "children in need census",
                SourceData.Beginning.NONE,
                CensusTakings.ALL,
                check,
                false,
                source.checked());
    }

    /** The collection year that the file says it is of; where it does not, that of the day as at which it was taken. */
    private static int year(Path file, LocalDate asAt) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            Matcher year = YEAR.matcher(new String(stream.readNBytes(START_BYTES), StandardCharsets.UTF_8));
            return year.find()
                    ? Integer.parseInt(year.group(1))
                    : CollectionYear.containing(asAt).end();
        }
    }

    /** The last year alone: what was found in those before was answered when they were sent. */
    private Given.Checked checked() {
        if (latest == null) {
            return Given.Checked.NOTHING;
        }
        Validation found = CinValidation.run(latest.census(), latest.name(), latest.year());
        return Findings.of("Children in need census " + found.yearLabel(), found);
    }

    private void take(Read read) {
        latest = read;
        CensusReturn census = read.census();
        for (CensusReturn.Note note : census.notes()) {
            data.refuse(read.name(), note.line(), note.problem());
        }
        for (CensusChild child : census.children()) {
            for (CinTable table : CinTable.values()) {
                data.count(child.rows(table).size());
            }
            data.add(child(child), row(read, child, child.identifiers(), "who", "", Map.of()));
            child.referrals().forEach(referral -> take(read, child, referral));
        }
    }

    private static Given.Child child(CensusChild child) {
        Row who = child.identifiers();
        List<Row> characteristics = child.rows(CinTable.CHILD_CHARACTERISTICS);
        String sex =
                who.isFilled(CinField.Sex) ? who.textOrEmpty(CinField.Sex) : who.textOrEmpty(CinField.GenderCurrent);
        return new Given.Child(
                child.id(),
                "",
                "",
                who.date(CinField.PersonBirthDate),
                who.date(CinField.ExpectedPersonBirthDate),
                who.date(CinField.PersonDeathDate),
                Sexes.read(sex),
                characteristics.isEmpty() ? "" : characteristics.getFirst().textOrEmpty(CinField.Ethnicity),
                child.rows(CinTable.DISABILITIES).stream()
                        .map(row -> row.textOrEmpty(CinField.Disability))
                        .filter(code -> !code.isEmpty() && !code.equals("NONE"))
                        .toList(),
                "",
                who.textOrEmpty(CinField.UPN),
                who.textOrEmpty(CinField.UPNunknown));
    }

    private void take(Read read, CensusChild child, Referral referral) {
        Row details = referral.details();
        Map<String, Integer> seen = read.seen();
        String key = key(details, child.id(), seen);
        data.add(row(read, child, details, key, "", Map.of()));
        for (Assessment each : referral.assessments()) {
            Map<String, String> factors = Map.of("AssessmentFactors", String.join(" ", each.factors()));
            data.add(row(read, child, each.row(), key(each.row(), key, seen), key, factors));
        }
        referral.plans().forEach(row -> data.add(row(read, child, row, key(row, key, seen), key, Map.of())));
        referral.enquiries().forEach(row -> data.add(row(read, child, row, key(row, key, seen), key, Map.of())));
        for (ProtectionPlan plan : referral.protectionPlans()) {
            String planKey = key(plan.row(), key, seen);
            data.add(row(read, child, plan.row(), planKey, key, Map.of()));
            plan.reviews().forEach(row -> data.add(row(read, child, row, key(row, planKey, seen), planKey, Map.of())));
        }
        if (!referral.proceedings().isEmpty()) {
            data.refuseTable(
                    read.name(),
                    CinTable.PRE_PROCEEDINGS.label(),
                    referral.proceedings().size());
        }
    }

    private static String key(Row row, String parent, Map<String, Integer> seen) {
        String key = parent + " " + row.textOrEmpty(DAYS.getOrDefault((CinTable) row.table(), CinField.LAchildID));
        return key + " " + seen.merge(row.table().label() + key, 1, Integer::sum);
    }

    private static SourceRow row(
            Read read, CensusChild child, Row row, String key, String parent, Map<String, String> others) {
        Map<String, String> cells = new HashMap<>();
        for (Field field : row.table().fields()) {
            LocalDate day = row.date(field);
            cells.put(field.name(), day == null ? row.textOrEmpty(field) : day.toString());
        }
        cells.putAll(others);
        cells.put(SourceRow.RETURN, read.name() + " " + read.year());
        return new SourceRow(
                row.table().label(),
                child.id(),
                key,
                parent,
                cells,
                read.name(),
                read.census().line(row));
    }
}
