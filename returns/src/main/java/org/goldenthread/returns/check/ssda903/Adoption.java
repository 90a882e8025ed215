package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_INT;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DATE_MATCH;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.FOSTER_CARE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.LS_ADOPTR;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.NB_ADOPTR;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX_ADOPTR;

import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;

/** What tells in a return that a child is placed for adoption, or was adopted. */
final class Adoption {
    private static final Ssda903Field[] DETAILS = {DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR};

    private Adoption() {}

    /** Whether the episode's placement is one for adoption. */
    static boolean isPlaced(Row episode) {
        return episode.isOneOf(PLACE, "A3", "A4", "A5", "A6");
    }

    /** Whether the episode ended with the child adopted. */
    static boolean isAdopted(Row episode) {
        return episode.isOneOf(REC, "E11", "E12");
    }

    /** Whether the episode ended, within the collection year, with the child adopted. */
    static boolean isAdoptedInYear(Row episode, ReturnFacts facts) {
        return isAdopted(episode) && Days.isWithin(episode.date(DEC), facts.start(), facts.end());
    }

    /** Whether a row of the AD1 table tells anything of the adoption. */
    static boolean hasAnyDetail(Row adoption) {
        return adoption.isAnyFilled(DETAILS);
    }

    /** Whether a row of the AD1 table tells all of the adoption. */
    static boolean hasEveryDetail(Row adoption) {
        return adoption.isAllFilled(DETAILS);
    }
}
