package org.goldenthread.returns.write.annexa;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.GivenCell;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.write.given.GivenReturn;

/** The lists as the workbooks of the day had them: every cell of every row, below Ofsted's headings and in Ofsted's order of columns. */
final class GivenLists {
    private final List<WrittenList> lists = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    GivenLists(GivenReturn given, String file) {
        for (AnnexAList list : AnnexAList.listAll()) {
            Sheets sheets = new Sheets(list.columns().size());
            for (List<String> texts : given.listCells(list.name())) {
                sheets.take(texts.stream().map(GivenCell::read).toList());
            }
            if (sheets.count == 0) {
                refusals.add(new Refusal(
                        file,
                        null,
                        list.about() + " was not written, for no workbook of the day had it.",
                        "Load a workbook that has it, with the others in one snapshot."));
            } else {
                lists.add(new WrittenList(list, List.copyOf(sheets.others), List.copyOf(sheets.rows)));
            }
            if (sheets.count > 1) {
                refusals.add(new Refusal(
                        file,
                        null,
                        list.about() + " was in " + sheets.count
                                + " sheets of the day, and has the rows of all, one after another.",
                        "Check that no row is there twice; if one is, load only the newest workbook."));
            }
        }
        refusals.addAll(given.refusals());
    }

    List<WrittenList> lists() {
        return lists;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** The rows of one list, which may have been in several sheets with other columns of their own. */
    private static final class Sheets {
        private final int width;
        private final List<String> others = new ArrayList<>();
        private final List<List<GivenCell>> rows = new ArrayList<>();
        /** Where the other columns of the sheet that is being read are among those of all. */
        private List<Integer> places = List.of();

        private int count;

        Sheets(int width) {
            this.width = width;
        }

        void take(List<GivenCell> cells) {
            if (cells.stream().anyMatch(cell -> cell.kind() == GivenCell.Kind.HEADING)) {
                count++;
                begin(cells.subList(width, cells.size()));
                return;
            }
            List<GivenCell> row = new ArrayList<>(cells.subList(0, width));
            for (int place = width; place < cells.size(); place++) {
                int where = width + places.get(place - width);
                while (row.size() <= where) {
                    row.add(GivenCell.NONE);
                }
                row.set(where, cells.get(place));
            }
            rows.add(row);
        }

        private void begin(List<GivenCell> headings) {
            List<Integer> found = new ArrayList<>();
            for (GivenCell heading : headings) {
                int place = 0;
                while (place < others.size() && (!others.get(place).equals(heading.text()) || found.contains(place))) {
                    place++;
                }
                if (place == others.size()) {
                    others.add(heading.text());
                }
                found.add(place);
            }
            places = found;
        }
    }
}
