package org.goldenthread.returns.derived;

import java.util.Collection;
import java.util.List;
import org.goldenthread.returns.LoadedTables;
import org.goldenthread.returns.derived.CoverageBlocks.Block;
import org.goldenthread.snapshot.Coverage;

/**
 * Sets what the statutory clocks decide: {@code gt_due_date}, {@code gt_working_days} and {@code gt_in_time} of assessments
 * and initial conferences, the rows of {@code gt_obligations}, the cohort columns of {@code gt_care_leaver_birthdays}, and whether an assessment
 * found private fostering.
 *
 * <p>Call it once, when the rows of all returns have been joined and periods of care are made. Each kind is judged at the
 * end of the last day that its return covers; a kind that no return covers is left undecided.
 */
public final class DerivedClocks {
    private static final List<String> ASSESSMENTS = List.of("cin", "ssd.ssd_cin_assessments");
    private static final List<String> CONFERENCES = List.of("cin", "ssd.ssd_initial_cp_conference");
    private static final List<String> CHILD_PROTECTION_REVIEWS = List.of("cin", "ssd.ssd_cp_reviews");
    private static final List<String> LOOKED_AFTER_REVIEWS = List.of("ssda903.reviews", "ssd.ssd_cla_reviews");

    private DerivedClocks() {}

    public static void derive(LoadedTables tables, Collection<Coverage> coverage) {
        Obligations obligations = new Obligations(tables);
        List<Block> assessments = CoverageBlocks.of(coverage, ASSESSMENTS);
        if (!assessments.isEmpty()) {
            new AssessmentClocks(tables, obligations, assessments.getLast().to()).derive();
        }
        List<Block> conferences = CoverageBlocks.of(coverage, CONFERENCES);
        if (!conferences.isEmpty()) {
            new ConferenceClocks(tables, obligations, conferences.getLast().to()).derive();
        }
        new ReviewClocks(tables, obligations, CoverageBlocks.of(coverage, CHILD_PROTECTION_REVIEWS))
                .deriveChildProtection();
        new ReviewClocks(tables, obligations, CoverageBlocks.of(coverage, LOOKED_AFTER_REVIEWS)).deriveLookedAfter();
        CareLeavers.derive(tables);
        PrivateFostering.derive(tables);
    }
}
