package org.goldenthread.app.lookedafter;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Fault;

/** What cannot be of a placement, as it is written. */
final class PlacementFaults {

    private PlacementFaults() {}

    static List<Fault> of(Placement placement) {
        List<Fault> faults = new ArrayList<>();
        if (placement.ended() != null && placement.started() == null) {
            faults.add(new Fault("started", "Enter the first day of the placement"));
        }
        if (placement.ended() != null
                && placement.started() != null
                && placement.ended().isBefore(placement.started())) {
            faults.add(new Fault("ended", "The last day cannot be before the first"));
        }
        if (Boolean.TRUE.equals(placement.beforeAssessment()) && !isOneOf(placement, PlacementKinds.WITH_PARENTS)) {
            faults.add(new Fault(
                    "beforeAssessment", "Only a placement with parents begins so: answer no, or choose that kind"));
        }
        if (Boolean.TRUE.equals(placement.approvedForATime())
                && !isOneOf(placement, PlacementKinds.WITH_CONNECTED_PERSON)) {
            faults.add(new Fault(
                    "approvedForATime",
                    "Only a relative or friend is approved for a time: answer no, or choose such a kind of placement"));
        }
        if (Boolean.TRUE.equals(placement.othersResponsible())
                && !isOneOf(placement, PlacementKinds.ARRANGED_BY_OTHERS)) {
            faults.add(new Fault(
                    "othersResponsible",
                    "The authority is responsible for a placement of this kind: answer no, or choose another kind"));
        }
        boolean toAssess =
                Boolean.TRUE.equals(placement.beforeAssessment()) || Boolean.TRUE.equals(placement.approvedForATime());
        if (placement.assessed() != null && !toAssess) {
            faults.add(
                    new Fault(
                            "assessed",
                            "Clear this date, or say that the placement began before the assessment or with a carer approved for a time"));
        } else if (placement.assessed() != null
                && placement.started() != null
                && placement.assessed().isBefore(placement.started())) {
            faults.add(new Fault(
                    "assessed", "What was complete before the placement began is no reason to ask: answer no"));
        }
        if (placement.termsChanged() != null && !Boolean.TRUE.equals(placement.outsideTerms())) {
            faults.add(new Fault(
                    "termsChanged",
                    "Clear this date, or say that the placement was made outside the terms of approval"));
        }
        if (Boolean.TRUE.equals(placement.outsideTerms()) && !isOneOf(placement, PlacementKinds.FOSTERING)) {
            faults.add(new Fault(
                    "outsideTerms",
                    "Only foster carers have terms of approval: answer no, or choose a foster placement"));
        }
        if (placement.halfYearlyAgreed() != null && !isOneOf(placement, PlacementKinds.LONG_TERM_FOSTERING)) {
            faults.add(
                    new Fault(
                            "halfYearlyAgreed",
                            "Only in a long term foster placement may visits be so far apart: clear this date, or choose such a kind"));
        }
        if (!placement.adopters().isBlank() && !isOneOf(placement, PlacementKinds.FOR_ADOPTION)) {
            faults.add(new Fault(
                    "adopters", "Only a placement for adoption names adopters: clear this, or choose such a kind"));
        }
        return faults;
    }

    private static boolean isOneOf(Placement placement, String kinds) {
        return PlacementKinds.isOneOf(placement.kind(), kinds);
    }
}
