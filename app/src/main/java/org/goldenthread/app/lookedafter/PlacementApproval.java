package org.goldenthread.app.lookedafter;

import java.util.Optional;
import org.goldenthread.app.records.Fault;

/** Which decision a placement is approved by, and what it must say first. */
final class PlacementApproval {

    private PlacementApproval() {}

    static Optional<Fault> lacks(Placement placement, String need) {
        boolean forAdoption = isOneOf(placement, PlacementKinds.FOR_ADOPTION);
        boolean connected = isOneOf(placement, PlacementKinds.WITH_CONNECTED_PERSON);
        boolean withParents = isOneOf(placement, PlacementKinds.WITH_PARENTS);
        boolean fosteringForAdoption = isOneOf(placement, PlacementKinds.FOSTERING_FOR_ADOPTION);
        boolean distant = Boolean.TRUE.equals(placement.distant());
        boolean met = switch (need) {
            case "ordinary" -> !withParents && !connected && !forAdoption && !fosteringForAdoption && !distant;
            case "for-adoption" -> forAdoption;
            case "fostering-for-adoption" -> fosteringForAdoption && !distant;
            case "with-parents" -> withParents;
            case "connected" -> connected && !fosteringForAdoption && !distant;
            case "distant" -> distant && !withParents && !forAdoption;
            case "temporary" -> Boolean.TRUE.equals(placement.approvedForATime()) && placement.assessed() == null;
            default -> throw new IllegalArgumentException("A placement does not know the need \"" + need + "\".");
        };
        if (need.equals("temporary")) {
            return met
                    ? Optional.empty()
                    : Optional.of(
                            new Fault(
                                    "approvedForATime",
                                    "Only the approval of a carer who is approved for a time, and not yet in full, is extended"));
        }
        if (placement.whyHere().isBlank()) {
            return Optional.of(new Fault("whyHere", "Write why this placement"));
        }
        return met
                ? Optional.empty()
                : Optional.of(new Fault(
                        "kind", "A placement of this kind is approved by another decision: see who decides which"));
    }

    private static boolean isOneOf(Placement placement, String kinds) {
        return PlacementKinds.isOneOf(placement.kind(), kinds);
    }
}
