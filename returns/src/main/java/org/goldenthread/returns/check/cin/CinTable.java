package org.goldenthread.returns.check.cin;

import static org.goldenthread.returns.check.cin.CinField.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.Table;
import org.jspecify.annotations.Nullable;

/**
 * Modules of the children in need census with their fields. Every module but the header begins with {@code LAchildID}, which in all but
 * {@code ChildIdentifiers} is repeated from there. Texts of its rows are exactly as in the file, in upper case or not.
 */
public enum CinTable implements Table {
    HEADER(
            "Header",
            CinField.Collection,
            Year,
            ReferenceDate,
            SourceLevel,
            LEA,
            SoftwareCode,
            Release,
            SerialNo,
            DateTime),
    CHILD_IDENTIFIERS(
            "ChildIdentifiers",
            LAchildID,
            UPN,
            FormerUPN,
            UPNunknown,
            PersonBirthDate,
            ExpectedPersonBirthDate,
            GenderCurrent,
            Sex,
            PersonDeathDate),
    CHILD_CHARACTERISTICS("ChildCharacteristics", LAchildID, Ethnicity),
    DISABILITIES("Disabilities", LAchildID, Disability),
    CIN_DETAILS(
            "CINdetails",
            LAchildID,
            CINreferralDate,
            ReferralSource,
            PrimaryNeedCode,
            CINclosureDate,
            ReasonForClosure,
            DateOfInitialCPC,
            ReferralNFA),
    ASSESSMENTS(
            "Assessments",
            LAchildID,
            AssessmentActualStartDate,
            AssessmentInternalReviewDate,
            AssessmentAuthorisationDate,
            AssessmentFactors),
    CIN_PLAN_DATES("CINplanDates", LAchildID, CINPlanStartDate, CINPlanEndDate),
    SECTION_47("Section47", LAchildID, S47ActualStartDate, InitialCPCtarget, DateOfInitialCPC, ICPCnotRequired),
    CHILD_PROTECTION_PLANS(
            "ChildProtectionPlans",
            LAchildID,
            CPPstartDate,
            CPPendDate,
            InitialCategoryOfAbuse,
            LatestCategoryOfAbuse,
            NumberOfPreviousCPP),
    REVIEWS("Reviews", LAchildID, CPPreviewDate),
    /** From 2026-27. */
    PRE_PROCEEDINGS(
            "PreProceedingsandFGDM",
            LAchildID,
            PPStartDate,
            LBPSentDate,
            FGDMMeetingOffer,
            FGDMMeetingFac,
            InitialPPMeetingDate,
            ReviewMeetingsCount,
            StepDecisionDate,
            PPOutcome,
            CourtAppDate,
            LetterInitCPDate);

    private final String label;
    private final List<Field> fields;
    private final Map<String, Field> named = new HashMap<>();
    private final int[] positions = new int[CinField.values().length];

    CinTable(String label, CinField... fields) {
        this.label = label;
        this.fields = List.of(fields);
        Arrays.fill(positions, -1);
        for (int place = 0; place < fields.length; place++) {
            positions[fields[place].ordinal()] = place;
            named.put(fields[place].name(), fields[place]);
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int position(Field field) {
        return positions[field.ordinal()];
    }

    /** The field of that name; null where the module has none. */
    @Nullable Field named(String name) {
        return named.get(name);
    }

    /** A row that is in no file: of a module that a child lacks, or standing for the whole return. Its number is nought. */
    Row absent() {
        return new Row(this, 0, new @Nullable String[fields.size()]);
    }

    /** Year, month and day divided by hyphens, as XML has them; a time or a time zone after them is passed over. */
    @Override
    public @Nullable LocalDate readDate(String text) {
        return HyphenDates.read(text);
    }
}
