package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.core.codes.CodeSet;
import org.goldenthread.returns.annexa.AnnexACodes;
import org.goldenthread.returns.annexa.GivenCell;
import org.goldenthread.returns.annexa.ListColumn;
import org.goldenthread.returns.tabular.GridCell;

/** Reads the cells of one row of Annex A; what is left out of them is told. */
final class AnnexACells {

    /** Those of which a record has a code of the returns. Councils word many as a group, which tells no one code. */
    private static final Map<String, CodeSet> CODES = Map.ofEntries(
            Map.entry("Contact Source", CodeSet.of("cin", "ReferralSource")),
            Map.entry("Referral Source", CodeSet.of("cin", "ReferralSource")),
            Map.entry("Primary Need Code", CodeSet.of("cin", "PrimaryNeedCode")),
            Map.entry("Reason for Closure", CodeSet.of("cin", "ReasonForClosure")),
            Map.entry("Initial Category of Abuse", CodeSet.of("cin", "CategoryOfAbuse")),
            Map.entry("Latest Category of Abuse", CodeSet.of("cin", "CategoryOfAbuse")),
            Map.entry("Child's Legal Status", CodeSet.of("ssda903", "LS")),
            Map.entry("Reason Ceased to be Looked After", CodeSet.of("ssda903", "REC")),
            Map.entry("Placement Type", CodeSet.of("ssda903", "PLACE")),
            Map.entry("Placement Provider", CodeSet.of("ssda903", "PLACE_PROVIDER")),
            Map.entry("LA in Touch", CodeSet.of("ssda903", "IN_TOUCH")),
            Map.entry("Activity Status", CodeSet.of("ssda903", "ACTIV")));

    private static final int LONGEST_TOLD = 60;

    private final LocalDate asAt;
    private final Consumer<String> told;
    private final Map<String, String> cells = new HashMap<>();

    /** @param told is told what is left out of the row, and why */
    AnnexACells(LocalDate asAt, Consumer<String> told) {
        this.asAt = asAt;
        this.told = told;
    }

    /** @return what they say, by Ofsted's headings; a date that cannot be read stays as it is written */
    Map<String, String> read(List<ListColumn> columns, List<GivenCell> given) {
        for (int place = 0; place < columns.size(); place++) {
            ListColumn column = columns.get(place);
            GivenCell cell = given.get(place);
            String text = GridCell.text(cell.text()).text();
            if (text.startsWith("#")) {
                tellError(column, text);
            } else if (!text.isEmpty()) {
                read(column, cell, text);
            }
        }
        return cells;
    }

    /** Most often a look-up that found nothing; of a cell that nothing is made of it need not be told. */
    private void tellError(ListColumn column, String text) {
        boolean ofUse = switch (column.kind()) {
            case DATE, BIRTH -> true;
            case CODE -> CODES.containsKey(column.heading());
            case CHILD, INTEGER, TEXT -> false;
        };
        if (ofUse) {
            told.accept(column.heading() + " holds the spreadsheet error “" + shortened(text)
                    + "”, which is taken as blank");
        }
    }

    private void read(ListColumn column, GivenCell cell, String text) {
        String heading = column.heading();
        switch (column.kind()) {
            case DATE -> readDay(heading, cell, text);
            case BIRTH -> {
                if (cell.day() instanceof DateText.Read born) {
                    cells.put(heading, born.value().toString());
                } else {
                    told.accept(heading + " is no date: “" + shortened(text) + "”");
                }
            }
            case CODE -> readCode(heading, column.codes(), text);
            case CHILD, INTEGER, TEXT -> cells.put(heading, text);
        }
    }

    private void readDay(String heading, GivenCell cell, String text) {
        switch (cell.day()) {
            case DateText.Read read
            when read.value().isAfter(asAt) ->
                told.accept(
                        heading + " lies after the day of the workbook and is not taken: " + Words.day(read.value()));
            case DateText.Read read -> cells.put(heading, read.value().toString());
            case DateText.Blank blank -> {}
            case DateText.Refused refused -> cells.put(heading, shortened(text));
        }
    }

    private void readCode(String heading, String set, String text) {
        String code = AnnexACodes.standard().find(set, text).orElse("");
        CodeSet codes = CODES.get(heading);
        if (codes == null || codes.findLabel(code).isPresent()) {
            cells.put(heading, code);
        } else {
            told.accept(heading + " tells no one code that is known here, and is left out: “" + shortened(text) + "”");
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + "…" : text;
    }
}
