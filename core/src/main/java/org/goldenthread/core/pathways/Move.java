package org.goldenthread.core.pathways;

import java.util.Set;

/**
 * One way from one state to another.
 *
 * @param id name within its pathway, such as {@code authorise}
 * @param label what the button says
 * @param from states in which it may be made; empty for the move that records the thing itself
 * @param to the state after it
 * @param deciders who may make it, as roles are named, such as {@code team-manager}, unless the council sets others
 * @param fixed whether law fixes the decider, so that the council may set no other
 * @param law on what footing
 * @param event what it makes happen; empty where it is of no note beyond the record
 * @param happened the event in words, such as "accepted as a referral"; empty where there is none
 * @param needs what the record must hold first
 * @param begins the kind of record that is begun next; empty for none
 * @param wantsReason whether the decider must say why
 */
public record Move(
        String id,
        String label,
        Set<String> from,
        String to,
        Set<String> deciders,
        boolean fixed,
        String law,
        String event,
        String happened,
        Set<String> needs,
        String begins,
        boolean wantsReason) {

    public Move {
        from = Set.copyOf(from);
        deciders = Set.copyOf(deciders);
        needs = Set.copyOf(needs);
    }

    /** Whether it is the move that records the thing itself. */
    public boolean opens() {
        return from.isEmpty();
    }

    /** The same move, decided by others. */
    Move decidedBy(Set<String> others) {
        return new Move(id, label, from, to, others, fixed, law, event, happened, needs, begins, wantsReason);
    }
}
