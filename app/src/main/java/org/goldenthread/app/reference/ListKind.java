package org.goldenthread.app.reference;

import java.time.LocalDate;
import java.time.Period;
import org.goldenthread.returns.check.Need;

/** A kind of list that a council keeps for the checks. */
public enum ListKind {
    /** Published each quarter; streets are built and authorities are merged. */
    POSTCODES("Postcode directory", "postcodes", 12, Need.POSTCODES),
    /** Given to authorities each month; homes open and close. */
    PROVIDERS("Ofsted’s list of providers", "providers", 3, Need.PROVIDERS);

    private final String title;
    private final String entries;
    private final int oldAfterMonths;
    private final Need need;

    ListKind(String title, String entries, int oldAfterMonths, Need need) {
        this.title = title;
        this.entries = entries;
        this.oldAfterMonths = oldAfterMonths;
        this.need = need;
    }

    public String title() {
        return title;
    }

    /** What its rows are, such as "postcodes". */
    public String entries() {
        return entries;
    }

    /** What checks call it that cannot run without it. */
    public Need need() {
        return need;
    }

    /** After how many months a list should be replaced by a newer one. */
    int oldAfterMonths() {
        return oldAfterMonths;
    }

    /** How old a list is in whole months. */
    static int months(LocalDate ownDate, LocalDate today) {
        return (int) Math.max(0, Period.between(ownDate, today).toTotalMonths());
    }
}
