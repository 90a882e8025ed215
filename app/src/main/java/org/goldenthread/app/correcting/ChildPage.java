package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.returns.correct.ShownField;
import org.goldenthread.returns.correct.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * One child: what is wrong, every row of this year and the last, and what was changed.
 *
 * @param next the child with problems that comes after this one in the list; empty where there is none
 */
public record ChildPage(
        ReturnPage.Head head,
        String child,
        String worker,
        List<Fault> faults,
        List<Block> blocks,
        List<Block> lastYear,
        List<ChangesPage.Line> changes,
        @Nullable Form form,
        String next) {

    /** Whether a row may be added to a table in which the child has none. */
    public boolean hasEmptyBlocks() {
        return blocks.stream()
                .anyMatch(block -> block.lines().isEmpty() && !block.holders().isEmpty());
    }

    /** A problem of the child, with what is suggested for it and how it is explained. */
    public record Fault(
            String id,
            String rule,
            boolean query,
            String message,
            String table,
            String row,
            String where,
            List<RulePage.Value> values,
            List<Suggestion> suggestions,
            String words,
            String since,
            String subject,
            String draft,
            String typed) {}

    /** A table of the child. */
    public record Block(String label, String title, List<ShownField> fields, List<Line> lines, List<Holder> holders) {}

    /** A row that a new row of the table may be put in. */
    public record Holder(String id, String label) {}

    /** A row of it. */
    public record Line(String id, String where, boolean added, List<Cell> cells) {}

    /** A cell, with the codes of the rules that its row fails there. */
    public record Cell(String text, String meaning, String rules) {}

    /**
     * A row being edited or added.
     *
     * @param row empty for a new one
     * @param within what a new one is put in
     * @param wrong what is wrong with the row, by rule
     * @param problem why the last attempt was not kept; empty where there was none
     */
    public record Form(
            String row,
            String table,
            String title,
            String within,
            List<Input> inputs,
            List<String> wrong,
            String problem,
            String draft,
            boolean fromDraft) {}

    /**
     * A field being edited.
     *
     * @param wrong codes of the rules that the field fails; empty where it fails none
     * @param was what it held when the form was made, which is checked when it is sent
     * @param theirs what somebody else has put there since; empty where nobody has
     */
    public record Input(ShownField field, String text, String was, String wrong, String theirs) {}
}
