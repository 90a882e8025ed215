package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Table;
import org.jspecify.annotations.Nullable;

/** Tables of the SSDA903, each with its fields in the order of the file, then those that are derived for the checks. */
public enum Ssda903Table implements Table {
    HEADER("Header", 1, CHILD, Ssda903Field.SEX, DOB, ETHNIC, UPN, MOTHER, MC_DOB, Ssda903Field.UASC),
    EPISODES(
            "Episodes",
            3,
            CHILD,
            DECOM,
            RNE,
            LS,
            CIN,
            PLACE,
            PLACE_PROVIDER,
            DEC,
            REC,
            REASON_PLACE_CHANGE,
            HOME_POST,
            PL_POST,
            URN,
            PL_LA,
            PL_LOCATION,
            PL_DISTANCE),
    REVIEWS("Reviews", 0, CHILD, DOB, REVIEW, REVIEW_CODE),
    UASC("UASC", 0, CHILD, SEX, DOB, DUC),
    OC2(
            "OC2",
            0,
            CHILD,
            DOB,
            SDQ_SCORE,
            SDQ_REASON,
            CONVICTED,
            HEALTH_CHECK,
            IMMUNISATIONS,
            TEETH_CHECK,
            HEALTH_ASSESSMENT,
            SUBSTANCE_MISUSE,
            INTERVENTION_RECEIVED,
            INTERVENTION_OFFERED),
    OC3("OC3", 0, CHILD, DOB, IN_TOUCH, ACTIV, ACCOM),
    AD1("AD1", 0, CHILD, DOB, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR),
    PLACED_ADOPTION("PlacedAdoption", 0, CHILD, DOB, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED),
    PREV_PERM("PrevPerm", 0, CHILD, DOB, Ssda903Field.PREV_PERM, LA_PERM, DATE_PERM),
    MISSING("Missing", 0, CHILD, DOB, Ssda903Field.MISSING, MIS_START, MIS_END),
    SW_EPISODES("SWEpisodes", 0, CHILD, DOB, SW_ID, SW_DECOM, SW_DEC, SW_REASON),
    DOLO("DoLo", 0, CHILD, DOB, DOLO_START, DOLO_END);

    private final String label;
    private final int derived;
    private final List<Field> fields;
    private final int[] positions = new int[Ssda903Field.values().length];

    Ssda903Table(String label, int derived, Ssda903Field... fields) {
        this.label = label;
        this.derived = derived;
        this.fields = List.of(fields);
        Arrays.fill(positions, -1);
        for (int place = 0; place < fields.length; place++) {
            positions[fields[place].ordinal()] = place;
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

    /** The fields that a file of the return has; the rest are derived. */
    public List<Field> fileFields() {
        return fields.subList(0, fields.size() - derived);
    }

    @Override
    public int position(Field field) {
        return positions[field.ordinal()];
    }

    /** Day, month and year of four digits, divided by slashes; a leading nought may be left out. Nothing else is a date. */
    @Override
    public @Nullable LocalDate readDate(String text) {
        return SlashDates.read(text);
    }
}
