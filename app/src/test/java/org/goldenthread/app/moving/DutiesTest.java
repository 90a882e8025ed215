package org.goldenthread.app.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Duty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The involvements of one child as allocations, of which the record takes one at a time; each worked by hand. */
class DutiesTest {

    private static final String NORTH = "north";

    @Test
    void oneAfterAnotherStayAsTheyAre() {
        assertThat(spans(
                        involved(1, Duty.ALLOCATED_WORKER, "a", "2023-01-10", "2023-06-01"),
                        involved(2, Duty.ALLOCATED_WORKER, "b", "2023-06-01", null)))
                .containsExactlyInAnyOrder(
                        span(Duty.ALLOCATED_WORKER, "a", "2023-01-10", "2023-06-01"),
                        span(Duty.ALLOCATED_WORKER, "b", "2023-06-01", null));
    }

    @Test
    void whoeverTookADutyUpLastHasItAndTheOtherIsBesideThem() {
        // The hand-over lasted two weeks, and nobody ended the first worker of all.
        assertThat(spans(
                        involved(1, Duty.ALLOCATED_WORKER, "a", "2022-01-10", null),
                        involved(2, Duty.ALLOCATED_WORKER, "b", "2023-03-01", "2023-06-15"),
                        involved(3, Duty.ALLOCATED_WORKER, "c", "2023-06-01", null)))
                .containsExactlyInAnyOrder(
                        span(Duty.FURTHER_WORKER, "a", "2022-01-10", null),
                        span(Duty.FURTHER_WORKER, "b", "2023-03-01", "2023-06-15"),
                        span(Duty.ALLOCATED_WORKER, "c", "2023-06-01", null));
    }

    @Test
    void aWorkerNamedByEachReferralHasTheDutyOnceAndKeepsIt() {
        // The second referral closed; the first lasts, and so does the worker.
        assertThat(Duties.of(List.of(
                        involved(1, Duty.ALLOCATED_WORKER, "a", "2023-01-10", null),
                        involved(2, Duty.ALLOCATED_WORKER, "a", "2023-03-01", "2023-06-15"))))
                .singleElement()
                .satisfies(made -> {
                    assertThat(made.span()).isEqualTo(span(Duty.ALLOCATED_WORKER, "a", "2023-01-10", null));
                    assertThat(made.of()).hasSize(2);
                });
    }

    @Test
    void otherDutiesStandBesideIt() {
        assertThat(spans(
                        involved(1, Duty.ALLOCATED_WORKER, "a", "2023-01-10", null),
                        involved(2, Duty.REVIEWING_OFFICER, "b", "2023-01-10", null),
                        involved(3, Duty.FURTHER_WORKER, "c", "2023-01-10", null),
                        involved(4, Duty.FURTHER_WORKER, "d", "2023-01-10", null)))
                .extracting(Duties.Span::duty)
                .containsExactlyInAnyOrder(
                        Duty.ALLOCATED_WORKER, Duty.REVIEWING_OFFICER, Duty.FURTHER_WORKER, Duty.FURTHER_WORKER);
    }

    @Test
    void whatTheRecordHasStandsAgainstTheSameDutyAndTheSameWorker() {
        Duties.Span recorded = span(Duty.ALLOCATED_WORKER, "a", "2024-03-01", null);
        assertThat(recorded.standsAgainst(span(Duty.ALLOCATED_WORKER, "b", "2023-01-10", null)))
                .isTrue();
        assertThat(recorded.standsAgainst(span(Duty.ALLOCATED_WORKER, "b", "2023-01-10", "2024-03-01")))
                .isFalse();
        assertThat(recorded.standsAgainst(span(Duty.FURTHER_WORKER, "a", "2024-03-20", null)))
                .isTrue();
        assertThat(recorded.standsAgainst(span(Duty.FURTHER_WORKER, "b", "2024-03-20", null)))
                .isFalse();
        assertThat(recorded.standsAgainst(span(Duty.REVIEWING_OFFICER, "b", "2023-01-10", null)))
                .isFalse();
    }

    @Test
    void onlyPlainWordsAreADuty() {
        assertThat(WorkerRoles.find("Allocated Case Worker")).contains(Duty.ALLOCATED_WORKER);
        assertThat(WorkerRoles.find("ALLOCATED_WORKER")).contains(Duty.ALLOCATED_WORKER);
        assertThat(WorkerRoles.find("Social Worker (CIN)")).contains(Duty.ALLOCATED_WORKER);
        assertThat(WorkerRoles.find("IRO")).contains(Duty.REVIEWING_OFFICER);
        assertThat(WorkerRoles.find("Independent Reviewing Officer")).contains(Duty.REVIEWING_OFFICER);
        assertThat(WorkerRoles.find("Personal Adviser")).contains(Duty.PERSONAL_ADVISER);
        assertThat(WorkerRoles.find("Lead Professional")).contains(Duty.LEAD_PRACTITIONER);
        assertThat(WorkerRoles.find("Supervising Social Worker")).isEmpty();
        assertThat(WorkerRoles.find("Social Worker Assistant")).isEmpty();
        assertThat(WorkerRoles.find("Family Support Worker")).isEmpty();
        assertThat(WorkerRoles.find("")).isEmpty();
    }

    private static List<Duties.Span> spans(MirrorWorkers.Involved... involved) {
        return Duties.of(List.of(involved)).stream().map(Duties.Made::span).toList();
    }

    private static Duties.Span span(Duty duty, String account, String started, @Nullable String ended) {
        return new Duties.Span(
                duty, NORTH, account, LocalDate.parse(started), ended == null ? null : LocalDate.parse(ended));
    }

    private static MirrorWorkers.Involved involved(
            int id, Duty duty, String account, String started, @Nullable String ended) {
        return new MirrorWorkers.Involved(
                id,
                "81001",
                "P" + account,
                "",
                "",
                duty,
                NORTH,
                account,
                LocalDate.parse(started),
                ended == null ? null : LocalDate.parse(ended),
                "ssd_involvements.csv",
                id + 1);
    }
}
