package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * All that a census holds of one child: one Child element. Two with the same identifier are two children here, for the identifier may be
 * missing or wrong.
 */
public final class CensusChild {
    private static final int TABLES = CinTable.values().length;

    private static final Row NO_IDENTIFIERS = CinTable.CHILD_IDENTIFIERS.absent();

    private final String id;
    private final @Nullable List<Row>[] rows;
    private final List<Referral> referrals = new ArrayList<>(2);

    /** @param id the child's identifier as the return gives it; empty where it does not */
    @SuppressWarnings({"unchecked", "rawtypes"})
    CensusChild(String id) {
        this.id = id;
        this.rows = new List[TABLES];
    }

    public String id() {
        return id;
    }

    /** Records of a module in the order of the file. */
    public List<Row> rows(CinTable table) {
        List<Row> known = rows[table.ordinal()];
        return known == null ? List.of() : known;
    }

    /** The first ChildIdentifiers record; one that is {@linkplain CinTable#absent() absent} where there is none. */
    public Row identifiers() {
        List<Row> known = rows(CinTable.CHILD_IDENTIFIERS);
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        return NO_IDENTIFIERS;
    }

    public List<Referral> referrals() {
        return referrals;
    }

    void add(Row row) {
        int table = ((CinTable) row.table()).ordinal();
        List<Row> known = rows[table];
        if (known == null) {
            known = new ArrayList<>(2);
            rows[table] = known;
        }
        known.add(row);
    }

    /** Begins a referral with its CINdetails record. */
    Referral addReferral(Row details) {
        if (details.number() > 0) {
            add(details);
        }
        Referral referral = new Referral(referrals.size() + 1, details);
        referrals.add(referral);
        return referral;
    }

    void addAssessment(Referral referral, Assessment assessment) {
        add(assessment.row());
        referral.assessments().add(assessment);
    }

    void addPlan(Referral referral, Row plan) {
        add(plan);
        referral.plans().add(plan);
    }

    void addEnquiry(Referral referral, Row enquiry) {
        add(enquiry);
        referral.enquiries().add(enquiry);
    }

    void addProtectionPlan(Referral referral, ProtectionPlan plan) {
        add(plan.row());
        plan.reviews().forEach(this::add);
        referral.protectionPlans().add(plan);
    }

    void addProceedings(Referral referral, Row proceedings) {
        add(proceedings);
        referral.proceedings().add(proceedings);
    }
}
