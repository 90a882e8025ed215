package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Row;

/** A referral: a CINdetails record with all that is inside it. */
public final class Referral {
    private final int place;
    private final Row details;
    private final List<Assessment> assessments = new ArrayList<>(2);
    private final List<Row> plans = new ArrayList<>(2);
    private final List<Row> enquiries = new ArrayList<>(2);
    private final List<ProtectionPlan> protectionPlans = new ArrayList<>(1);
    private final List<Row> proceedings = new ArrayList<>(0);

    /**
     * @param place among the child's referrals, from 1
     * @param details its CINdetails record; one that is {@linkplain CinTable#absent() absent} where the file has none
     */
    Referral(int place, Row details) {
        this.place = place;
        this.details = details;
    }

    /** Place among the child's referrals in the order of the file, from 1. */
    public int place() {
        return place;
    }

    public Row details() {
        return details;
    }

    public List<Assessment> assessments() {
        return assessments;
    }

    /** Its CINplanDates records. */
    public List<Row> plans() {
        return plans;
    }

    /** Its Section47 records. */
    public List<Row> enquiries() {
        return enquiries;
    }

    public List<ProtectionPlan> protectionPlans() {
        return protectionPlans;
    }

    /** Its PreProceedingsandFGDM records. */
    public List<Row> proceedings() {
        return proceedings;
    }
}
