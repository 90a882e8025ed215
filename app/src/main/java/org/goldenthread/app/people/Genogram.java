package org.goldenthread.app.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A family drawn by generations: a square for a male, a circle for a female, a diamond where the sex is not known, a double
 * line for the child whom it is about. The list of the family beside it says the same in words.
 */
public record Genogram(int width, int height, List<Figure> figures, List<Line> lines) {

    private static final int ROW = 120;
    private static final int COLUMN = 150;
    private static final int SIZE = 36;

    /** Somebody, drawn round a middle. */
    public record Figure(
            int x, int y, String sex, boolean subject, boolean died, boolean above, String name, String words) {

        /** Where the name stands: over whoever is older than the child, so that no line runs through it. */
        public int nameY() {
            return above ? y - SIZE / 2 - 21 : y + SIZE / 2 + 16;
        }

        public int wordsY() {
            return nameY() + 15;
        }

        public int left() {
            return x - SIZE / 2;
        }

        public int top() {
            return y - SIZE / 2;
        }

        public int size() {
            return SIZE;
        }

        public int radius() {
            return SIZE / 2;
        }

        /** The corners of a diamond. */
        public String diamond() {
            int half = SIZE / 2;
            return x + "," + (y - half) + " " + (x + half) + "," + y + " " + x + "," + (y + half) + " " + (x - half)
                    + "," + y;
        }
    }

    /** A straight line; broken for a relationship that is not by birth. */
    public record Line(int x1, int y1, int x2, int y2, boolean broken) {}

    /** Somebody of the family, as far as the drawing needs to know. */
    record Kin(RelationshipKind kind, boolean forwards, String name, String sex, boolean died) {

        String words() {
            return forwards ? kind.label() : kind.fromTheOtherEnd();
        }

        /** Rows from the top: grandparents, parents and those of their age, the child and brothers and sisters, children. */
        int generation() {
            RelationshipKind read = kind;
            if (!forwards && (kind == RelationshipKind.MOTHER || kind == RelationshipKind.FATHER)) {
                return 3;
            }
            return switch (read) {
                case GRANDPARENT -> forwards ? 0 : 4;
                case MOTHER, FATHER, STEP_PARENT, PARTNER_OF_PARENT, AUNT_OR_UNCLE, GUARDIAN, FOSTER_CARER ->
                    forwards ? 1 : 3;
                case CHILD -> forwards ? 3 : 1;
                default -> 2;
            };
        }

        boolean isParent() {
            return forwards
                    ? kind == RelationshipKind.MOTHER || kind == RelationshipKind.FATHER
                    : kind == RelationshipKind.CHILD;
        }

        boolean isByBirth() {
            return isParent()
                    || kind == RelationshipKind.SIBLING
                    || kind == RelationshipKind.HALF_SIBLING
                    || kind == RelationshipKind.MOTHER
                    || kind == RelationshipKind.FATHER
                    || kind == RelationshipKind.GRANDPARENT;
        }
    }

    static Genogram of(String name, String sex, boolean died, List<Kin> family) {
        Map<Integer, List<Kin>> rows = new LinkedHashMap<>();
        for (int generation = 0; generation <= 4; generation++) {
            int row = generation;
            List<Kin> kin =
                    family.stream().filter(each -> each.generation() == row).toList();
            if (!kin.isEmpty() || row == 2) {
                rows.put(row, kin);
            }
        }
        int widest = rows.entrySet().stream()
                .mapToInt(row -> row.getValue().size() + (row.getKey() == 2 ? 1 : 0))
                .max()
                .orElse(1);
        int width = Math.max(1, widest) * COLUMN;
        List<Figure> figures = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int childY = ROW / 2 + ROW * List.copyOf(rows.keySet()).indexOf(2);
        int childX = width / 2 - COLUMN * (rows.getOrDefault(2, List.of()).size()) / 2;
        figures.add(new Figure(childX, childY, sex, true, died, false, name, "The child"));
        int row = 0;
        for (Map.Entry<Integer, List<Kin>> entry : rows.entrySet()) {
            int y = ROW / 2 + ROW * row++;
            boolean ofChild = entry.getKey() == 2;
            int places = entry.getValue().size() + (ofChild ? 1 : 0);
            int x = width / 2 - COLUMN * (places - 1) / 2 + (ofChild ? COLUMN : 0);
            int parentsFrom = Integer.MAX_VALUE;
            int parentsTo = Integer.MIN_VALUE;
            for (Kin kin : entry.getValue()) {
                figures.add(
                        new Figure(x, y, kin.sex(), false, kin.died(), entry.getKey() < 2, kin.name(), kin.words()));
                if (ofChild) {
                    // Brothers and sisters hang from one line above them.
                    lines.add(new Line(x, y - SIZE / 2, x, y - SIZE, !kin.isByBirth()));
                    lines.add(new Line(x, y - SIZE, childX, y - SIZE, !kin.isByBirth()));
                } else if (kin.isParent()) {
                    parentsFrom = Math.min(parentsFrom, x);
                    parentsTo = Math.max(parentsTo, x);
                }
                x += COLUMN;
            }
            if (parentsTo >= parentsFrom) {
                int middle = (parentsFrom + parentsTo) / 2;
                if (parentsTo > parentsFrom) {
                    lines.add(new Line(parentsFrom + SIZE / 2, y, parentsTo - SIZE / 2, y, false));
                }
                int from = parentsTo > parentsFrom ? y : y + SIZE / 2;
                lines.add(new Line(middle, from, middle, childY - SIZE - 14, false));
                lines.add(new Line(middle, childY - SIZE - 14, childX, childY - SIZE - 14, false));
                lines.add(new Line(childX, childY - SIZE - 14, childX, childY - SIZE / 2, false));
            }
        }
        return new Genogram(width, ROW * rows.size(), figures, lines);
    }
}
