package org.goldenthread.returns;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of the children looked after return (SSDA903), as they were from 2017 to 2026. A file is recognised by its
 * columns, whatever its name; the council's own identifier of the child, CHILD, is in all of them.
 */
enum LookedAfterTable {
    HEADER(
            "header",
            List.of("SEX", "ETHNIC"),
            column("CHILD", Need.TEXT),
            column("SEX", Need.OPTIONAL),
            column("DOB", Need.DATE),
            column("ETHNIC", Need.OPTIONAL),
            column("UPN", Need.OPTIONAL),
            column("MOTHER", Need.OPTIONAL),
            column("MC_DOB", Need.OPTIONAL_DATE)),
    EPISODES(
            "episodes",
            List.of("DECOM", "RNE"),
            column("CHILD", Need.TEXT),
            column("DECOM", Need.DATE),
            column("RNE", Need.OPTIONAL),
            column("LS", Need.OPTIONAL),
            column("CIN", Need.OPTIONAL),
            column("PLACE", Need.OPTIONAL),
            column("PLACE_PROVIDER", Need.OPTIONAL),
            column("DEC", Need.DATE_OR_BLANK),
            column("REC", Need.OPTIONAL),
            column("REASON_PLACE_CHANGE", Need.OPTIONAL),
            column("HOME_POST", Need.OPTIONAL),
            column("PL_POST", Need.OPTIONAL),
            column("URN", Need.OPTIONAL),
            column("PL_LOCATION", Need.DERIVED),
            column("PL_LA", Need.DERIVED),
            column("PL_DISTANCE", Need.DERIVED)),
    REVIEWS(
            "reviews",
            List.of("REVIEW", "REVIEW_CODE"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("REVIEW", Need.DATE),
            column("REVIEW_CODE", Need.OPTIONAL)),
    UASC(
            "uasc",
            List.of("DUC"),
            column("CHILD", Need.TEXT),
            column("SEX", Need.OPTIONAL),
            column("DOB", Need.OPTIONAL_DATE),
            column("DUC", Need.DATE_OR_BLANK)),
    OC2(
            "oc2",
            List.of("SDQ_SCORE", "CONVICTED"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("SDQ_SCORE", Need.OPTIONAL),
            column("SDQ_REASON", Need.OPTIONAL),
            column("CONVICTED", Need.OPTIONAL),
            column("HEALTH_CHECK", Need.OPTIONAL),
            column("IMMUNISATIONS", Need.OPTIONAL),
            column("TEETH_CHECK", Need.OPTIONAL),
            column("HEALTH_ASSESSMENT", Need.OPTIONAL),
            column("SUBSTANCE_MISUSE", Need.OPTIONAL),
            column("INTERVENTION_RECEIVED", Need.OPTIONAL),
            column("INTERVENTION_OFFERED", Need.OPTIONAL)),
    OC3(
            "oc3",
            List.of("IN_TOUCH", "ACTIV", "ACCOM"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.DATE),
            column("IN_TOUCH", Need.OPTIONAL),
            column("ACTIV", Need.OPTIONAL),
            column("ACCOM", Need.OPTIONAL)),
    AD1(
            "ad1",
            List.of("DATE_INT", "DATE_MATCH"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("DATE_INT", Need.DATE_OR_BLANK),
            column("DATE_MATCH", Need.DATE_OR_BLANK),
            column("FOSTER_CARE", Need.OPTIONAL),
            column("NB_ADOPTR", Need.OPTIONAL),
            column("SEX_ADOPTR", Need.OPTIONAL),
            column("LS_ADOPTR", Need.OPTIONAL)),
    PLACED_ADOPTION(
            "placed-adoption",
            List.of("DATE_PLACED", "DATE_PLACED_CEASED"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("DATE_PLACED", Need.DATE),
            column("DATE_PLACED_CEASED", Need.DATE_OR_BLANK),
            column("REASON_PLACED_CEASED", Need.OPTIONAL)),
    PREV_PERM(
            "prev-perm",
            List.of("PREV_PERM"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("PREV_PERM", Need.OPTIONAL),
            column("LA_PERM", Need.OPTIONAL),
            column("DATE_PERM", Need.OPTIONAL)),
    MISSING(
            "missing",
            List.of("MISSING", "MIS_START"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("MISSING", Need.OPTIONAL),
            column("MIS_START", Need.DATE),
            column("MIS_END", Need.DATE_OR_BLANK)),
    SW_EPISODES(
            "sw-episodes",
            List.of("SW_ID", "SW_DECOM"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("SW_ID", Need.TEXT),
            column("SW_DECOM", Need.DATE),
            column("SW_DEC", Need.DATE_OR_BLANK),
            column("SW_REASON", Need.OPTIONAL)),
    DOLO(
            "dolo",
            List.of("DOLO_START"),
            column("CHILD", Need.TEXT),
            column("DOB", Need.OPTIONAL_DATE),
            column("DOLO_START", Need.DATE),
            column("DOLO_END", Need.DATE_OR_BLANK));

    private final String label;
    private final List<String> signature;
    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    LookedAfterTable(String label, List<String> signature, Column... columns) {
        this.label = label;
        this.signature = signature;
        this.columns = List.of(columns);
        for (int position = 0; position < columns.length; position++) {
            positions.put(columns[position].name(), position);
        }
    }

    /** What a row has to say in a column to be of use. */
    enum Need {
        /** Text that must be there, or the row is left out. */
        TEXT,
        /** A date that must be there, or the row is left out. */
        DATE,
        /** A date or nothing; a date that cannot be read leaves the row out, because blank would say something else. */
        DATE_OR_BLANK,
        /** A date that is left out alone where it cannot be read. */
        OPTIONAL_DATE,
        OPTIONAL,
        /** Worked out by the DfE and never asked of a council, so its absence is not worth a word. */
        DERIVED
    }

    record Column(String name, Need need) {
        boolean isDate() {
            return need == Need.DATE || need == Need.DATE_OR_BLANK || need == Need.OPTIONAL_DATE;
        }

        /** A date of birth, which no finding quotes. */
        boolean isBirth() {
            return name.endsWith("DOB");
        }
    }

    private static Column column(String name, Need need) {
        return new Column(name, need);
    }

    /** The table whose telling columns are all among the given ones. */
    static Optional<LookedAfterTable> find(Set<String> columns) {
        return Arrays.stream(values())
                .filter(table -> columns.contains("CHILD") && columns.containsAll(table.signature))
                .findFirst();
    }

    /** The table that shares most columns with the given ones, for a message about a file that is none. */
    static LookedAfterTable nearest(Set<String> columns) {
        LookedAfterTable best = HEADER;
        long most = -1;
        for (LookedAfterTable table : values()) {
            long shared = table.columns.stream()
                    .filter(column -> columns.contains(column.name()))
                    .count();
            if (shared > most) {
                best = table;
                most = shared;
            }
        }
        return best;
    }

    /** Such as {@code episodes}; its coverage is called {@code ssda903.episodes}. */
    String label() {
        return label;
    }

    List<Column> columns() {
        return columns;
    }

    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("The SSDA903 table " + label + " has no column " + column + ".");
        }
        return position;
    }
}
