package org.goldenthread.demo;

import java.time.LocalDate;
import org.goldenthread.demo.CarePeriod.Placement;
import org.jspecify.annotations.Nullable;

/** The placements of a time in care: where, with whom, and how often they change. */
final class PlacementCourse {
    private static final Weights INFANT = Weights.of("U6 PR1 38, U6 PR4 26, U3 PR1 16, R3 PR4 11, U5 PR1 4, P1 PR0 5");
    private static final Weights CHILD = Weights.of("U6 PR1 38, U6 PR4 34, U3 PR1 18, K2 PR4 5, P1 PR0 5");
    private static final Weights TEENAGER =
            Weights.of("U6 PR4 34, U6 PR1 24, U3 PR1 9, K2 PR4 22, P1 PR0 5, S1 PR4 3, K1 PR2 1, R2 PR3 1, R1 PR4 1");
    private static final Weights OLDER =
            Weights.of("H5 PR4 52, U6 PR4 17, U6 PR1 10, K2 PR4 11, U3 PR1 4, P1 PR0 5, R2 PR3 1");
    private static final Weights ALONE_YOUNGER = Weights.of("U6 PR4 65, U6 PR1 30, K2 PR4 5");
    private static final Weights ALONE_OLDER = Weights.of("H5 PR4 56, U6 PR4 32, U6 PR1 12");
    private static final Weights REASONS =
            Weights.of("CARPL 42, CREQB 18, CREQO 14, CHILD 9, LAREQ 7, OTHER 5, STAND 2, ALLEG 2, CLOSE 1");
    private static final double UNSETTLED = 0.24;
    private static final int SETTLED_MEAN = 3400;

    private final Dice dice;
    private final ProviderRegister register;
    private final Evenly restlessness;

    PlacementCourse(Dice dice, ProviderRegister register) {
        this.dice = dice;
        this.register = register;
        this.restlessness = new Evenly(dice);
    }

    void fill(Person person, CarePeriod period, CareKind kind) {
        place(period, period.started, choose(person, period, period.started, kind), "");
        LocalDate adoptive = adoptivePlacement(period);
        LocalDate horizon = adoptive == null ? period.ended : adoptive.minusDays(20);
        boolean unsettled = restlessness.next() < UNSETTLED;
        int settledAfter = dice.between(500, 1000);
        LocalDate day = period.started;
        for (int sequence = 1; ; sequence++) {
            boolean restless = unsettled && Days.count(period.started, day) < settledAfter;
            int stay = stay(sequence, restless);
            boolean passing = isPassing(period.placements.getLast().type());
            day = day.plusDays(passing ? Math.min(stay, dice.between(20, 150)) : stay);
            if (!day.isBefore(horizon)) {
                break;
            }
            place(period, day, choose(person, period, day, kind), dice.weighted(REASONS));
        }
        if (kind == CareKind.LONG) {
            makeLongTerm(period);
        }
        growUp(person, period, kind);
        if (adoptive != null && adoptive.isBefore(period.ended)) {
            placeForAdoption(period, adoptive);
        }
        rest(period);
    }

    /** Hospital, mother and baby unit, secure home, custody: nobody stays there for long. */
    private static boolean isPassing(String type) {
        return switch (type) {
            case "R2", "R3", "R5", "K1" -> true;
            default -> false;
        };
    }

    private int stay(int sequence, boolean restless) {
        if (restless) {
            return 5 + dice.daysUntil(95);
        }
        if (sequence == 1 && dice.chance(0.42)) {
            return 3 + dice.daysUntil(40);
        }
        return 20 + dice.daysUntil(sequence == 1 ? 1500 : SETTLED_MEAN);
    }

    private String choose(Person person, CarePeriod period, LocalDate day, CareKind kind) {
        int age = person.ageOn(day);
        if (statusOn(period, day).equals("J1")) {
            return "R5 PR3";
        }
        Weights weights = kind == CareKind.UNACCOMPANIED
                ? age < 16 ? ALONE_YOUNGER : ALONE_OLDER
                : age < 5 ? INFANT : age < 12 ? CHILD : age < 16 ? TEENAGER : OLDER;
        String chosen = dice.weighted(weights);
        boolean agreed = period.legal.stream()
                .anyMatch(
                        legal -> !legal.status().equals("C1") && !legal.status().equals("C2"));
        boolean again = !period.placements.isEmpty()
                && period.placements.getLast().type().equals("P1");
        return chosen.startsWith("P1") && (agreed || again) ? "U6 PR4" : chosen;
    }

    private static String statusOn(CarePeriod period, LocalDate day) {
        return period.legal.stream()
                .filter(legal -> !legal.from().isAfter(day))
                .toList()
                .getLast()
                .status();
    }

    private void place(CarePeriod period, LocalDate from, String typeAndProvider, String reason) {
        String type = typeAndProvider.substring(0, 2);
        boolean near = dice.chance(type.equals("K2") || type.equals("S1") ? 0.25 : type.startsWith("U3") ? 0.6 : 0.5);
        Nearness where = near ? Nearness.HOME : dice.chance(0.7) ? Nearness.NEIGHBOURING : Nearness.FAR;
        String postcode = Postcodes.within(where, dice);
        ProviderRegister.Provider provider = null;
        if (hasProvider(type)) {
            String left = period.placements.isEmpty()
                    ? ""
                    : period.placements.getLast().postcode();
            provider = register.choose(type, typeAndProvider.substring(3), where, chance(type, postcode), left);
        }
        String setting = provider == null ? null : provider.setting();
        boolean here = provider == null || setting == null ? near : provider.where() == Nearness.HOME;
        period.placements.add(new Placement(
                from,
                type,
                typeAndProvider.substring(3),
                setting == null ? postcode : setting,
                provider == null ? "" : provider.urn(),
                here || type.equals("P1"),
                false,
                reason));
    }

    /** Whether Ofsted has a number for places of the type: not for parents, hospitals, care homes or custody. */
    private static boolean hasProvider(String type) {
        return switch (type) {
            case "P1", "R1", "R2", "R5" -> false;
            default -> true;
        };
    }

    private long chance(String type, String postcode) {
        return type.equals("H5") ? Dice.mix(postcode.hashCode()) : dice.between(100_000, 999_999);
    }

    /** A foster home becomes the long-term one: another placement with the same carer. */
    private void makeLongTerm(CarePeriod period) {
        Placement last = period.placements.getLast();
        LocalDate day = last.from().plusDays(dice.between(200, 480));
        boolean foster = last.type().equals("U6") || last.type().equals("U3");
        if (foster && dice.chance(0.8) && day.isBefore(period.ended)) {
            period.placements.add(alike(last, day, last.type().equals("U6") ? "U4" : "U1", "PLACE"));
        }
    }

    /** Some move to semi-independent living at 16 or 17. */
    private void growUp(Person person, CarePeriod period, CareKind kind) {
        LocalDate day = person.birth.plusYears(16).plusDays(dice.between(20, 640));
        boolean due = day.isAfter(period.placements.getLast().from().plusDays(30))
                && day.isBefore(period.ended.minusDays(20));
        if (due
                && kind != CareKind.SHORT
                && dice.chance(0.33)
                && !period.placements.getLast().type().equals("H5")) {
            place(period, day, "H5 PR4", "CARPL");
        }
    }

    private static @Nullable LocalDate adoptivePlacement(CarePeriod period) {
        return period.adoption == null ? null : period.adoption.placed();
    }

    private void placeForAdoption(CarePeriod period, LocalDate day) {
        boolean fostered = period.placements.getLast().type().startsWith("U");
        if (period.adoption != null && period.adoption.byFosterCarer() && fostered) {
            period.placements.add(alike(period.placements.getLast(), day, "A5", "PLACE"));
        } else {
            place(period, day, "A6 PR1", "CARPL");
        }
    }

    /** A few foster carers take a holiday: the child stays elsewhere for a week or so and comes back. */
    private void rest(CarePeriod period) {
        Placement last = period.placements.getLast();
        LocalDate away = last.from().plusDays(dice.between(60, 400));
        LocalDate back = away.plusDays(dice.between(5, 14));
        if (last.type().startsWith("U")
                && dice.chance(0.03)
                && back.plusDays(10).isBefore(period.ended)
                && hasSameStatus(period, away, back)) {
            period.placements.add(new Placement(away, "T3", "", Postcodes.neighbouring(dice), "", false, false, ""));
            period.placements.add(new Placement(
                    back, last.type(), last.provider(), last.postcode(), last.urn(), last.inBorough(), false, ""));
        }
    }

    /** A legal status that changes meanwhile would make the time away two episodes, which the return has no way to tell (380, 383). */
    private static boolean hasSameStatus(CarePeriod period, LocalDate from, LocalDate until) {
        return period.legal.stream()
                .noneMatch(
                        legal -> !legal.from().isBefore(from) && !legal.from().isAfter(until));
    }

    private static Placement alike(Placement other, LocalDate from, String type, String reason) {
        return new Placement(
                from, type, other.provider(), other.postcode(), other.urn(), other.inBorough(), true, reason);
    }

    void fillShortBreaks(CarePeriod period) {
        // The return has neither postcode nor provider's number of short breaks (398, 214).
        String place = dice.chance(0.6) ? "K2" : "U6";
        period.placements.add(new Placement(period.started, place, "PR1", "", "", true, false, ""));
    }
}
