package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Exposure;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** Proves again, from the published page alone and the full one beside it, that a Part 1 tells nothing. */
public final class Recheck {

    private final List<Exposure> found = new ArrayList<>();

    private Recheck() {}

    /** What is wrong with it; empty where nothing is. */
    public static List<Exposure> of(
            Scorecard part1,
            Scorecard part2,
            Catalogue catalogue,
            DisclosureRules rules,
            List<Scorecard> earlierIssues) {
        Recheck recheck = new Recheck();
        recheck.check(part1, part2, new Rows(part2, catalogue, rules, new History(earlierIssues)));
        return List.copyOf(recheck.found);
    }

    private void check(Scorecard part1, Scorecard part2, Rows rows) {
        if (part1.part() != Part.PART_1
                || !part1.snapshot().equals(part2.snapshot())
                || !part1.asAt().equals(part2.asAt())) {
            add("The scorecard", "is not the Part 1 of the Part 2 it was checked against. Make Part 1 again.");
            return;
        }
        if (part1.notes().stream().anyMatch(FreeText::holdsNumber)) {
            add("A note on the scorecard", "holds a number. Move the note to part 2.");
        }
        Map<String, Indicator> published = new HashMap<>();
        part1.indicators().forEach(row -> published.put(row.number(), row));
        PublishedView view = new PublishedView();
        for (Row row : rows.all) {
            Indicator open = published.remove(row.indicator.number());
            if (open == null || row.isPlain()) {
                continue;
            }
            view.add(row, open);
            checkRow(row, open, view);
        }
        published.keySet().forEach(number -> add("Row " + number, "is not in part 2. Make Part 1 again."));
        for (Component component : rows.components) {
            checkCauses(component, view);
            found.addAll(component.audit(view));
        }
    }

    private void checkCauses(Component component, View view) {
        for (Row row : component.rows) {
            for (Cell cell : row.cells()) {
                if (component.isCause(row, cell) && view.shown(row, cell) != null) {
                    add(row.label(cell), "is shown and is to be hidden for its own sake. Make Part 1 again.");
                }
            }
        }
    }

    private void checkRow(Row row, Indicator open, View view) {
        String label = "Row " + open.number() + " (" + open.name() + ")";
        boolean hides = row.cells().stream().anyMatch(cell -> view.shown(row, cell) == null);
        for (Figure figure : PublishedView.figures(open)) {
            if (!figure.state().hasValue()) {
                continue;
            }
            boolean parts = row.kind != Kind.COUNT && (figure.numerator() != null || figure.denominator() != null);
            if (parts && (hides || row.closed)) {
                add(
                        label,
                        "carries a numerator or denominator of "
                                + figure.period().label() + ". Leave it out.");
            }
            if (hides && figure.asPublished() != null) {
                add(label, "carries an earlier value of " + figure.period().label() + ". Leave it out.");
            }
            if (figure.value() != null && !figure.value().equals(open.rounded(figure.value()))) {
                add(label, "shows " + figure.period().label() + " in more decimals than the row has. Round it.");
            }
        }
        checkValues(label, row.indicator, open);
        checkJudgements(label, open);
        if (hides) {
            checkWords(label, row, open);
        }
    }

    private void checkValues(String label, Indicator full, Indicator open) {
        Set<String> differing = new HashSet<>();
        List<Figure> all = PublishedView.figures(full);
        List<Figure> shown = PublishedView.figures(open);
        if (all.size() != shown.size()) {
            add(label, "has other columns than part 2. Make Part 1 again.");
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            var value = shown.get(i).value();
            var truth = all.get(i).value();
            if (value != null && (truth == null || full.rounded(truth).compareTo(value) != 0)) {
                differing.add(all.get(i).period().label());
            }
        }
        differing.forEach(period -> add(label, "differs from part 2 in " + period + ". Make Part 1 again."));
    }

    private void checkJudgements(String label, Indicator open) {
        boolean hidden = open.current().state() == FigureState.SUPPRESSED;
        if (hidden && open.expectation().isTarget() && open.rating() != Rating.SUPPRESSED) {
            add(label, "is rated although the figure rated is hidden. Suppress the rating.");
        }
        if (hidden && open.override() != null) {
            add(label, "carries a person's rating of a hidden figure. Leave it out.");
        }
        if (hidden && open.direction() != Direction.SUPPRESSED && open.direction() != Direction.UNKNOWN) {
            add(label, "has a direction of travel from or to a hidden figure. Suppress it.");
        }
    }

    private void checkWords(String label, Row row, Indicator open) {
        String note = open.note().replace(FreeText.MARK, "");
        if (!open.note().contains(FreeText.MARK)) {
            add(label, "is not marked '" + FreeText.MARK + "' in its note. Make Part 1 again.");
        }
        boolean reasonTells = PublishedView.figures(open).stream()
                .anyMatch(figure -> FreeText.holdsNumber(figure.reason().replace(FreeText.MARK, "")));
        boolean overrideTells =
                open.override() != null && FreeText.holdsNumber(open.override().reason());
        if (FreeText.holdsNumber(note) || reasonTells || overrideTells) {
            add(
                    label,
                    "holds a number in its note or in a reason, which may be a hidden one. Move the words to part 2.");
        }
        if (open.comparators().stream()
                .filter(Objects::nonNull)
                .anyMatch(c -> !c.detail().isEmpty())) {
            add(label, "carries how comparators were formed, which may name the council's rank. Leave it out.");
        }
        if (!open.definition().equals(Redaction.definition(row, true))) {
            add(label, "has a definition that holds a number and is not the catalogue's. Make Part 1 again.");
        }
    }

    private void add(String where, String what) {
        found.add(new Exposure(where, where + " " + what));
    }
}
