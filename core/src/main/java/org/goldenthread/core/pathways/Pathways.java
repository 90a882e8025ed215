package org.goldenthread.core.pathways;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.tables.ResourceTable;

/** The one table of pathways, {@code pathways.csv}, each move with its decider and its law beside it. */
public final class Pathways {
    private static final Pathways STANDARD = read(ResourceTable.load(Pathways.class, "pathways.csv"));

    private final Map<String, Pathway> pathways;

    private Pathways(Map<String, Pathway> pathways) {
        this.pathways = pathways;
    }

    public static Pathways standard() {
        return STANDARD;
    }

    public List<Pathway> listPathways() {
        return List.copyOf(pathways.values());
    }

    public Optional<Pathway> findPathway(String id) {
        return Optional.ofNullable(pathways.get(id));
    }

    public Pathway getPathway(String id) {
        return findPathway(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No pathway is called \"" + id + "\". The pathways are: " + pathways.keySet() + "."));
    }

    static Pathways read(ResourceTable table) {
        Map<String, List<Move>> moves = new LinkedHashMap<>();
        for (ResourceTable.Row row : table.listRows()) {
            List<Move> of = moves.computeIfAbsent(row.get("pathway"), unused -> new ArrayList<>());
            Move move = move(row);
            if (of.stream().anyMatch(each -> each.id().equals(move.id()))) {
                throw new IllegalStateException(
                        "The pathway \"" + row.get("pathway") + "\" has two moves called \"" + move.id() + "\".");
            }
            of.add(move);
        }
        Map<String, Pathway> read = new LinkedHashMap<>();
        moves.forEach((id, each) -> read.put(id, new Pathway(id, each)));
        return new Pathways(read);
    }

    private static Move move(ResourceTable.Row row) {
        return new Move(
                row.get("move"),
                row.get("label"),
                row.getWords("from"),
                row.get("to"),
                row.getWords("who"),
                isYes(row.get("fixed")),
                row.get("law"),
                row.get("event"),
                row.get("happened"),
                row.getWords("needs"),
                row.get("begins"),
                isYes(row.get("reason")));
    }

    private static boolean isYes(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException("\"" + text + "\" must be yes or no.");
        };
    }
}
