package org.goldenthread.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goldenthread.app.records.Event;
import org.junit.jupiter.api.Test;

class TurningPointsTest {

    private static final UUID REFERRAL = UUID.randomUUID();

    /** A referral that is not decided on yet is told of; once it is decided on, the decision is. */
    @Test
    void aStepIsToldUntilItIsOvertaken() {
        Event received = event(REFERRAL, "referral-received", 1);
        Event decided = event(REFERRAL, "referral-decided", 2);
        Event elsewhere = event(UUID.randomUUID(), "referral-decided", 3);
        assertThat(TurningPoints.of(List.of(elsewhere, received)).first()).containsExactly(received, elsewhere);
        assertThat(TurningPoints.of(List.of(elsewhere, decided, received)).first())
                .containsExactly(decided, elsewhere);
    }

    @Test
    void ofMoreThanFortyTheMiddleIsLeftOut() {
        List<Event> events = IntStream.rangeClosed(1, 41)
                .mapToObj(day -> event(UUID.randomUUID(), "missing-began", 42 - day))
                .toList();
        StoryPage.Happened all = TurningPoints.of(events.subList(1, 41));
        assertThat(all.first()).hasSize(40).first().isEqualTo(events.getLast());
        assertThat(all.latest()).isEmpty();
        assertThat(all.leftOut()).isZero();

        StoryPage.Happened most = TurningPoints.of(events);
        assertThat(most.leftOut()).isEqualTo(1);
        assertThat(Stream.concat(most.first().stream(), most.latest().stream()).toList())
                .hasSize(40)
                .isSortedAccordingTo(Comparator.comparing(Event::on))
                .contains(events.getFirst(), events.getLast())
                // The ninth from the beginning.
                .doesNotContain(events.get(32));
    }

    private static Event event(UUID record, String name, int day) {
        return new Event(
                record, "referral", name, record, LocalDate.of(2024, 1, 1).plusDays(day), null, name, false);
    }
}
