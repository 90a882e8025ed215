package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How referrals come in and how assessments, enquiries and plans of need run. */
final class Assessing {
    static final Weights SOURCES = Weights.of("1A 6, 1B 2, 1C 1, 1D 1.5, 2A 22, 2B 1, 3A 2, 3B 3, 3C 1, 3D 2, 3E 5, "
            + "3F 5, 4 2, 5A 3, 5B 4, 5C 3, 5D 4, 6 26, 7 2, 8 3, 9 1.5, 10 0.5");
    private static final Weights NEEDS = Weights.of("N1 54, N2 9, N3 4, N4 12, N5 14, N6 3, N7 1, N8 2, N0 0.5");
    private static final Weights FACTORS = Weights.of("1B 10, 2B 9, 2A 3, 3A 11, 3B 25, 3C 3, 4A 14, 4B 25, 4C 3, "
            + "5A 6, 5B 2, 6A 5, 6B 4, 7A 3, 10A 3, 11A 2, 13A 2, 14A 4, 15A 3, 16A 9, 17A 12, 18B 3, 18C 6, 19C 3, "
            + "20 5, 24A 3");

    private Assessing() {}

    static String need(Dice dice) {
        return dice.weighted(NEEDS);
    }

    static String source(Dice dice, int yearEnd) {
        String source = dice.weighted(SOURCES);
        return source.equals("5D") && yearEnd < 2023 ? "5B" : source;
    }

    /** Working days from referral to authorisation: mostly late in the 45, some beyond. */
    static int workingDays(Calibration calibration, LocalDate day, Dice dice) {
        if (dice.chance(calibration.probability("assessments-in-time", day))) {
            return dice.chance(0.25) ? dice.between(6, 24) : dice.between(25, 45);
        }
        return 46 + Math.min(60, dice.daysUntil(14));
    }

    static Case.Assessment assessment(LocalDate referred, int workingDays, List<String> factors, Dice dice) {
        LocalDate started = Days.workingOnOrAfter(referred.plusDays(dice.between(0, 1)));
        LocalDate authorised = Days.after(referred, workingDays);
        return new Case.Assessment(started, Days.later(authorised, started), factors);
    }

    static List<String> factors(Dice dice) {
        List<String> factors = new ArrayList<>();
        for (int count = dice.between(1, 4); count > 0; count--) {
            String factor = dice.weighted(FACTORS);
            if (!factors.contains(factor)) {
                factors.add(factor);
            }
        }
        return factors;
    }

    /** An enquiry that ends without a conference. */
    static Case.Enquiry enquiryWithoutConference(LocalDate started) {
        return new Case.Enquiry(started, Days.after(started, 15), null);
    }

    /** Working days from the strategy discussion to the conference, in time or not as the calibration has it. */
    static int workingDaysToConference(Calibration calibration, LocalDate day, Dice dice) {
        return dice.chance(calibration.probability("conferences-in-time", day))
                ? dice.between(8, 15)
                : 15 + dice.between(1, 9);
    }

    /** An enquiry whose conference is on a given working day. */
    static Case.Enquiry enquiryBefore(LocalDate conference, Records records, Dice dice) {
        int workingDays = workingDaysToConference(records.calibration, conference, dice);
        LocalDate started = Days.workingOnOrBefore(Days.before(conference, workingDays));
        return new Case.Enquiry(started, Days.after(started, 15), conference);
    }
}
