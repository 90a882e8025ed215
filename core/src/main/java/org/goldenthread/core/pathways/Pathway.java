package org.goldenthread.core.pathways;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The states of one kind of record and the moves between them. */
public final class Pathway {
    private final String id;
    private static final String SAME = "same";

    /** States that last: nothing waits to be decided, though something may be. */
    private static final Set<String> STANDING = Set.of("in-force", "recorded", "agreed", "approved", "support-ended");

    private final List<Move> all;
    private final List<Move> moves;
    private final List<Move> changes;

    Pathway(String id, List<Move> all) {
        this.id = id;
        this.all = List.copyOf(all);
        this.moves = all.stream().filter(move -> !move.to().equals(SAME)).toList();
        this.changes = all.stream().filter(move -> move.to().equals(SAME)).toList();
        List<Move> opening = moves.stream().filter(Move::opens).toList();
        if (opening.size() != 1) {
            throw new IllegalStateException(
                    "The pathway \"" + id + "\" must have one move that opens it; it has " + opening.size() + ".");
        }
        Set<String> states = states();
        for (Move move : all) {
            for (String from : move.from()) {
                if (!states.contains(from)) {
                    throw new IllegalStateException("The move \"" + move.id() + "\" of the pathway \"" + id
                            + "\" leaves \"" + from + "\", which no move leads to.");
                }
            }
        }
    }

    public String id() {
        return id;
    }

    /** Every move, those that only change what the record says among them. */
    public List<Move> listMoves() {
        return all;
    }

    /** The move that records the thing itself. */
    public Move opening() {
        return moves.stream().filter(Move::opens).findFirst().orElseThrow();
    }

    public Optional<Move> findMove(String move) {
        return moves.stream().filter(each -> each.id().equals(move)).findFirst();
    }

    /** The moves that may be made from {@code state}, in the order in which they are declared. */
    public List<Move> movesFrom(String state) {
        return moves.stream().filter(move -> move.from().contains(state)).toList();
    }

    /** How what the record says may be changed in {@code state}; empty where it may not. */
    public Optional<Move> findChange(String state) {
        return changes.stream().filter(move -> move.from().contains(state)).findFirst();
    }

    /** The move of that name, which must be open from {@code state}. */
    public Move move(String move, String state) {
        Move found = findMove(move).orElseThrow(() -> new IllegalMoveException(id, move, state, movesFrom(state)));
        if (!found.from().contains(state)) {
            throw new IllegalMoveException(id, move, state, movesFrom(state));
        }
        return found;
    }

    /** Every state, the one that the pathway opens in first. */
    public Set<String> states() {
        Set<String> states = new LinkedHashSet<>();
        states.add(opening().to());
        moves.forEach(move -> states.add(move.to()));
        return states;
    }

    /** Whether nothing more is to be decided in {@code state}. */
    public boolean isFinal(String state) {
        return movesFrom(state).isEmpty();
    }

    /** Whether somebody waits in {@code state} for a decision. */
    public boolean waits(String state) {
        return !isFinal(state) && !STANDING.contains(state);
    }

    /** The same pathway, with other deciders for some moves; a move whose decider law fixes keeps its own. */
    public Pathway decidedBy(Map<String, Set<String>> others) {
        return new Pathway(
                id,
                all.stream()
                        .map(move -> move.fixed() || !others.containsKey(move.id())
                                ? move
                                : move.decidedBy(others.get(move.id())))
                        .toList());
    }

    /** A state as it is shown, such as "Awaiting decision". */
    public static String words(String state) {
        if (state.isEmpty()) {
            return "";
        }
        String words = state.replace('-', ' ');
        return (Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .replace("Mash", "MASH")
                .replace("cafcass", "Cafcass");
    }

    /** The same within a sentence, such as "awaiting decision" or "MASH enquiry". */
    public static String wordsWithin(String state) {
        String words = words(state);
        boolean abbreviation = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return words.isEmpty() || abbreviation ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
