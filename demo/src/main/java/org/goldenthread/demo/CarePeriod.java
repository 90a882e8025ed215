package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One unbroken time of being looked after. */
final class CarePeriod {
    final LocalDate started;
    final LocalDate ended;
    final String endReason;
    final String need;
    /** A series of short breaks, which no measure of looked after children counts. */
    final boolean shortBreaks;

    final List<Legal> legal = new ArrayList<>();
    final List<Placement> placements = new ArrayList<>();
    final List<LocalDate> reviews = new ArrayList<>();
    final List<Absence> absences = new ArrayList<>();
    final List<WorkerSpell> workers = new ArrayList<>();

    @Nullable AdoptionCourse adoption;

    CarePeriod(LocalDate started, LocalDate ended, String endReason, String need, boolean shortBreaks) {
        this.started = started;
        this.ended = ended;
        this.endReason = endReason;
        this.need = need;
        this.shortBreaks = shortBreaks;
    }

    boolean isOpenOn(LocalDate day) {
        return !started.isAfter(day) && ended.isAfter(day);
    }

    /** The day on which the next placement begins, or care ends. */
    LocalDate endOf(Placement placement) {
        int next = placements.indexOf(placement) + 1;
        return next < placements.size() ? placements.get(next).from() : ended;
    }

    /** Whether it ended in adoption: the child has another identity from then on. */
    boolean isAdopted() {
        return endReason.equals("E11") || endReason.equals("E12");
    }

    /** Whether the child is placed for adoption with who was the foster carer. */
    boolean isAdoptedByFosterCarer() {
        return placements.getLast().type().equals("A5");
    }

    /** The last social worker goes on with the child at home, up to the day on which care begins again. */
    void keepWorkerUntil(LocalDate again) {
        if (!workers.isEmpty() && workers.getLast().to().isBefore(again)) {
            WorkerSpell last = workers.removeLast();
            workers.add(new WorkerSpell(last.worker(), last.from(), again, last.reason()));
        }
    }

    /** A legal status, in force until the next one. */
    record Legal(LocalDate from, String status) {}

    /**
     * A placement, until the next one.
     *
     * @param sameCarer the carer is the one of the placement before
     * @param reason why the placement before it ended; blank for the first and around a temporary placement
     * @param provider blank for a temporary placement
     */
    record Placement(
            LocalDate from,
            String type,
            String provider,
            String postcode,
            String urn,
            boolean inBorough,
            boolean sameCarer,
            String reason) {
        boolean isTemporary() {
            return type.startsWith("T");
        }
    }

    /** A time missing ({@code M}) or away without authorisation ({@code A}). */
    record Absence(String kind, LocalDate from, LocalDate to) {}

    /** A social worker's time with the child; the reason is why it began. */
    record WorkerSpell(String worker, LocalDate from, LocalDate to, String reason) {}

    /** The course of an adoption: each date may lie beyond the day that the borough is made up to. */
    record AdoptionCourse(
            LocalDate decided,
            LocalDate ordered,
            @Nullable LocalDate matched,
            @Nullable LocalDate placed,
            @Nullable LocalDate adopted,
            @Nullable LocalDate reversed,
            String adopters,
            String adoptersStatus,
            boolean byFosterCarer) {}
}
