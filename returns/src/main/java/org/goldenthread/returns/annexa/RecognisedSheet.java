package org.goldenthread.returns.annexa;

import java.util.Comparator;
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
 * @param sheet the sheet
 * @param headingLine row of its headings; there may be titles above
 * @param headings what they were found to be
 */
record RecognisedSheet(Workbook.Worksheet sheet, int headingLine, Headings.Match headings) {
    private static final int LAST_HEADING_LINE = 20;
    private static final double SURE_BY_HEADINGS = 0.6;
    private static final double SURE_BY_NAME = 0.25;
    private static final Pattern NUMBER_IN_NAME =
            Pattern.compile("(?i)(?:list|annex a|^)[ _.:-]*0?(1[01]|[1-9])(?![0-9])");

    /** The list that the sheet is, told by its headings, and by its name where they leave a doubt. */
    static Optional<RecognisedSheet> recognise(Workbook.Worksheet sheet) throws RefusedFile {
        Search search = new Search(numberInName(sheet.name()));
        sheet.read(search);
        Headings.Match best = search.best;
        return best == null ? Optional.empty() : Optional.of(new RecognisedSheet(sheet, search.line, best));
    }

    AnnexAList list() {
        return headings.list();
    }

    private static int numberInName(String name) {
        Matcher matcher = NUMBER_IN_NAME.matcher(name.strip());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static final class Search implements Workbook.RowReader {
        private final int named;
        private Headings.@Nullable Match best;
        private int line;
        private double bestScore;

        private Search(int named) {
            this.named = named;
        }

        @Override
        public boolean take(GridRow row) {
            if (row.line() > LAST_HEADING_LINE) {
                return false;
            }
            AnnexAList.listAll().stream()
                    .map(list -> Headings.match(list, row))
                    .filter(match -> match.share() >= (isNamed(match) ? SURE_BY_NAME : SURE_BY_HEADINGS))
                    .max(Comparator.comparingDouble(this::score))
                    .filter(match -> score(match) > bestScore)
                    .ifPresent(match -> {
                        best = match;
                        bestScore = score(match);
                        line = row.line();
                    });
            return true;
        }

        private boolean isNamed(Headings.Match match) {
            return match.list().number() == named;
        }

        private double score(Headings.Match match) {
            return match.share() + (isNamed(match) ? 0.2 : 0);
        }
    }
}
