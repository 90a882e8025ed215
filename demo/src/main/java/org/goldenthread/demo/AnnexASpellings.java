package org.goldenthread.demo;

/** The words that Annex A's lists use for the codes of the returns. */
final class AnnexASpellings {
    private AnnexASpellings() {}

    static String need(String code) {
        return switch (code) {
            case "N1" -> "N1 - Abuse or neglect";
            case "N2" -> "N2 - Child’s disability";
            case "N3" -> "N3 - Parental disability or illness";
            case "N4" -> "N4 - Family in acute stress";
            case "N5" -> "N5 - Family dysfunction";
            case "N6" -> "N6 - Socially unacceptable behaviour";
            case "N7" -> "N7 - Low income";
            case "N8" -> "N8 - Absent parenting";
            default -> "N0 - Not Stated";
        };
    }

    static String closure(String code) {
        return switch (code) {
            case "RC1" -> "RC1 - Adopted";
            case "RC2" -> "RC2 - Died";
            case "RC3" -> "RC3 - Child arrangements order";
            case "RC4" -> "RC4 - Special guardianship order";
            case "RC5" -> "RC5 - Transferred to services of another local authority";
            case "RC6" -> "RC6 - Transferred to adult social care services";
            case "RC8" -> "RC8 - Case closed after assessment, no further action";
            case "RC9" -> "RC9 - Case closed after assessment, referred to early help";
            default -> "RC7 - Services ceased for any other reason, including child no longer in need";
        };
    }

    static String abuse(String code) {
        return switch (code) {
            case "NEG" -> "a) Neglect";
            case "PHY" -> "b) Physical abuse";
            case "SAB" -> "c) Sexual abuse";
            case "EMO" -> "d) Emotional abuse";
            default -> "e) Multiple/not recommended";
        };
    }

    static String legalStatus(String code) {
        return switch (code) {
            case "C1" -> "C1: ICO";
            case "C2" -> "C2: FCO";
            case "E1" -> "E1: Placement order";
            case "J1" -> "J1: Remanded to LA or youth detention";
            case "L1" -> "L1: Police protection LA accommodation";
            case "V4" -> "V4: Short term breaks, agreements recorded";
            default -> "V2: Single period under S20";
        };
    }

    static String placement(String code) {
        return switch (code) {
            case "U1" -> "a) U1: Foster placement - relatives - long term";
            case "U3" -> "c) U3: Foster placement - relative - not FFA";
            case "U4" -> "d) U4: Foster placement - long term";
            case "U5" -> "e) U5: Foster placement - FFA";
            case "U6" -> "f) U6: Foster placement - not FFA";
            case "A5" -> "i) A5: Placed for adoption - order - foster";
            case "A6" -> "j) A6: Placed for adoption - order - not foster";
            case "P1" -> "k) P1: Placed with parents";
            case "H5" -> "n) H5: Residential accommodation";
            case "K1" -> "o) K1: Secure Children’s Homes";
            case "K2" -> "p) K2: Children’s Homes";
            case "R1" -> "q) R1: Residential Care Home";
            case "R2" -> "r) R2: NHS/Health Trust";
            case "R3" -> "s) R3: Family Centre or Mother and Baby Unit";
            case "R5" -> "t) R5: Young Offender Institution";
            case "S1" -> "u) S1: Residential school";
            case "T3" -> "z) T3: Temporary placement - carer holiday";
            default -> "v) Z1: Other placements";
        };
    }

    static String provider(String code) {
        return switch (code) {
            case "PR0" -> "a) PR0: Parents/Parental responsibility";
            case "PR1" -> "b) PR1: Own provision";
            case "PR2" -> "c) PR2: Other LA provision";
            case "PR3" -> "d) PR3: Other public provision";
            case "PR4" -> "e) PR4: Private provision";
            default -> "";
        };
    }

    static String ceased(String code) {
        return switch (code) {
            case "E11" -> "a) E11: Adopted - application unopposed";
            case "E12" -> "b) E12: Adopted - consent dispensed";
            case "E3" -> "d) E3: Care taken by another LA";
            case "E4A" -> "e) E4A: Returned home to live with parents or relatives - part of planning";
            case "E4B" -> "f) E4B: Returned home to live with parents or relatives - not part of planning";
            case "E13" -> "g) E13: Parents, relatives or other with no parental responsibility";
            case "E41" -> "h) E41: Residence order granted";
            case "E45" -> "i) E45: Special Guardianship Orders - former carer relative/friend";
            case "E46" -> "j) E46: Special Guardianship Orders - former carer other";
            case "E47" -> "k) E47: Special Guardianship Orders - relative/friend";
            case "E48" -> "l) E48: Special Guardianship Orders - other";
            case "E5" -> "m) E5: Moved into independent living - supported";
            case "E6" -> "n) E6: Moved into independent living - no support";
            case "E7" -> "o) E7: Transferred to residential care funded by adult social services";
            case "E15" -> "r) E15: Age assessment determined child was 18 or over";
            case "E16" -> "s) E16: Child moved abroad";
            case "E17" -> "v) E17: Aged 18+ and remained with current carers";
            default -> "t) E8: Care ceased for any other reason";
        };
    }

    static String activity(String code) {
        return switch (code) {
            case "F1" -> "F1: Full time in higher education";
            case "P1" -> "P1: Part time in higher education";
            case "F2" -> "F2: Full time in education other than higher";
            case "P2" -> "P2: Part time in education other than higher";
            case "F4" -> "F4: Young person engaged full time in an apprenticeship";
            case "P4" -> "P4: Young person engaged part time in an apprenticeship";
            case "F5" -> "F5: Young person engaged full time in training or employment (not apprenticeship)";
            case "P5" -> "P5: Young person engaged part time in training or employment (not apprenticeship)";
            case "G4" -> "G4: Not in education, employment or training - illness or disability";
            case "G5" -> "G5: Not in education, employment or training - other";
            case "G6" -> "G6: Not in education, employment or training - pregnancy or parenting";
            default -> "";
        };
    }

    /** @param code the letter of SSDA903's ACCOM */
    static String accommodation(char code) {
        return switch (code) {
            case 'B' -> "B: Parents/relatives";
            case 'C' -> "C: Community home / residential care";
            case 'D' -> "D: Semi-independent, transitional accommodation";
            case 'E' -> "E: Supported lodgings";
            case 'K' -> "K: Ordinary lodgings, without formal support";
            case 'S' -> "S: No fixed abode / homeless";
            case 'T' -> "T: Foyers and similar supported accommodation";
            case 'U' -> "U: Independent living";
            case 'V' -> "V: Emergency accommodation";
            case 'W' -> "W: Bed and breakfast";
            case 'X' -> "X: In custody";
            case 'Z' -> "Z: With former foster carers";
            default -> "R: Residence not known";
        };
    }
}
