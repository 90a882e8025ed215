package org.goldenthread.returns.annexa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was found to be one of the lists.
 *
 * @param name of the sheet
 * @param headingRow its headings as they stand; there may be titles above
 * @param headings what they were found to be
 * @param above rows above the headings that are not blank
 * @param rows those below the headings that are not blank
 * @param blank how many below the headings are blank
 */
record RecognisedSheet(
        String name, GridRow headingRow, Headings.Match headings, List<GridRow> above, List<GridRow> rows, int blank) {
    private static final int LAST_HEADING_LINE = 20;
    private static final double SURE_BY_HEADINGS = 0.6;
    private static final double SURE_BY_NAME = 0.25;
    private static final Pattern NUMBER_IN_NAME =
            Pattern.compile("(?i)(?:list|annex a|^)[ _.:-]*0?(1[01]|[1-9])(?![0-9])");

    /** Whether the sheet is one of the lists, told by its headings, and by its name where they leave a doubt. */
    static boolean recognises(Workbook.Worksheet sheet) throws RefusedFile {
        Search search = new Search(numberInName(sheet.name()));
        sheet.read(row -> {
            if (search.isOpen(row)) {
                search.take(row);
            }
            return search.isOpen(row);
        });
        return search.best != null;
    }

    /** The list that the sheet is, with its rows, read in one go; empty where it is none. */
    static Optional<RecognisedSheet> recognise(Workbook.Worksheet sheet) throws RefusedFile {
        Search search = new Search(numberInName(sheet.name()));
        List<GridRow> above = new ArrayList<>();
        List<GridRow> rows = new ArrayList<>();
        int[] blank = {0};
        sheet.read(row -> {
            if (search.isOpen(row) && search.take(row)) {
                above.addAll(rows);
                rows.clear();
                blank[0] = 0;
            }
            if (row.isBlank()) {
                blank[0]++;
            } else {
                rows.add(row);
            }
            return search.isOpen(row) || search.best != null;
        });
        Headings.Match best = search.best;
        GridRow headings = search.headings;
        if (best == null || headings == null) {
            return Optional.empty();
        }
        rows.removeFirst();
        return Optional.of(new RecognisedSheet(sheet.name(), headings, best, above, rows, blank[0]));
    }

    int headingLine() {
        return headingRow.line();
    }

    AnnexAList list() {
        return headings.list();
    }

    private static int numberInName(String name) {
        Matcher matcher = NUMBER_IN_NAME.matcher(name.strip());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Looks for the headings in the first rows, until a row is surely them. */
    private static final class Search {
        private final int named;
        private Headings.@Nullable Match best;
        private @Nullable GridRow headings;
        private double bestScore;

        private Search(int named) {
            this.named = named;
        }

        private boolean isOpen(GridRow row) {
            return row.line() <= LAST_HEADING_LINE && (best == null || best.share() < SURE_BY_HEADINGS);
        }

        /** @return whether the row is more surely the headings than those before it */
        private boolean take(GridRow row) {
            Map<Integer, String> plain = Headings.plain(row);
            Optional<Headings.Match> better = AnnexAList.listAll().stream()
                    .map(list -> Headings.match(list, row, plain))
                    .filter(match -> match.share() >= (isNamed(match) ? SURE_BY_NAME : SURE_BY_HEADINGS))
                    .max(Comparator.comparingDouble(this::score))
                    .filter(match -> score(match) > bestScore);
            better.ifPresent(match -> {
                best = match;
                bestScore = score(match);
                headings = row;
            });
            return better.isPresent();
        }

        private boolean isNamed(Headings.Match match) {
            return match.list().number() == named;
        }

        private double score(Headings.Match match) {
            return match.share() + (isNamed(match) ? 0.2 : 0);
        }
    }
}
