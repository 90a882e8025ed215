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
 * @param rows those below the headings that are not blank
 */
record RecognisedSheet(String name, GridRow headingRow, Headings.Match headings, List<GridRow> rows) {
    private static final int LAST_HEADING_LINE = 20;
    private static final double SURE_BY_HEADINGS = 0.6;
    private static final double SURE_BY_NAME = 0.25;
    private static final Pattern NUMBER_IN_NAME =
            Pattern.compile("(?i)(?:list|annex a|^)[ _.:-]*0?(1[01]|[1-9])(?![0-9])");

    /** Whether the sheet is one of the lists, told by its headings, and by its name where they leave a doubt. */
    static boolean recognises(Workbook.Worksheet sheet) throws RefusedFile {
        Search search = new Search(numberInName(sheet.name()));
        sheet.read(row -> search.isOpen(row) && search.take(row));
        return search.best != null;
    }

    /** The list that the sheet is, with its rows, read in one go; empty where it is none. */
    static Optional<RecognisedSheet> recognise(Workbook.Worksheet sheet) throws RefusedFile {
        Search search = new Search(numberInName(sheet.name()));
        List<GridRow> rows = new ArrayList<>();
        sheet.read(row -> {
            if (search.isOpen(row)) {
                search.take(row);
            }
            if (!row.isBlank()) {
                rows.add(row);
            }
            return search.isOpen(row) || search.best != null;
        });
        Headings.Match best = search.best;
        if (best == null) {
            return Optional.empty();
        }
        GridRow headings = rows.stream()
                .filter(row -> row.line() == search.line)
                .findFirst()
                .orElseThrow();
        rows.removeIf(row -> row.line() <= search.line);
        return Optional.of(new RecognisedSheet(sheet.name(), headings, best, rows));
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
        private int line;
        private double bestScore;

        private Search(int named) {
            this.named = named;
        }

        private boolean isOpen(GridRow row) {
            return row.line() <= LAST_HEADING_LINE && (best == null || best.share() < SURE_BY_HEADINGS);
        }

        /** @return whether to go on looking */
        private boolean take(GridRow row) {
            Map<Integer, String> plain = Headings.plain(row);
            AnnexAList.listAll().stream()
                    .map(list -> Headings.match(list, row, plain))
                    .filter(match -> match.share() >= (isNamed(match) ? SURE_BY_NAME : SURE_BY_HEADINGS))
                    .max(Comparator.comparingDouble(this::score))
                    .filter(match -> score(match) > bestScore)
                    .ifPresent(match -> {
                        best = match;
                        bestScore = score(match);
                        line = row.line();
                    });
            return isOpen(row);
        }

        private boolean isNamed(Headings.Match match) {
            return match.list().number() == named;
        }

        private double score(Headings.Match match) {
            return match.share() + (isNamed(match) ? 0.2 : 0);
        }
    }
}
