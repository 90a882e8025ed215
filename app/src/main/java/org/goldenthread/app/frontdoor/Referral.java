package org.goldenthread.app.frontdoor;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;

/**
 * A request for services that the council accepted: the children in need census counts from here.
 *
 * @param primaryNeed a code of the census; needed in the return, not at the front door
 */
@Kind(
        id = "referral",
        title = "Referral",
        plural = "Referrals",
        follows = {"contact", "early-help-assessment", "family-plan"},
        together = true,
        events = "referral-received")
record Referral(
        @Ask(value = "Date of referral", needed = true, today = true)
        LocalDate received,

        @Ask(value = "Source of referral", codes = "cin ReferralSource", needed = true, from = "source")
        String source,

        @Ask(value = "Primary need", codes = "cin PrimaryNeedCode")
        String primaryNeed,

        @Ask(value = "Reason for referral", prose = true, needed = true, from = "concern")
        String concern)
        implements Content {

    @Override
    public String summary() {
        return "Referral from "
                + CodeSet.of("cin", "ReferralSource").findLabel(source).orElse(source);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("referral-received", received, summary()));
    }
}
