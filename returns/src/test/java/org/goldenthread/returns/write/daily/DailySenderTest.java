package org.goldenthread.returns.write.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.goldenthread.snapshot.SnapshotKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailySenderTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T09:00:00Z"));

    @TempDir
    private Path folder;

    private final List<Duration> waits = new ArrayList<>();
    private CollectionServer server;
    private SnapshotKeys keys;

    @BeforeEach
    void open() throws IOException {
        server = new CollectionServer();
        keys = SnapshotKeys.load(folder.resolve("keys"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Thrown where the sender is killed. */
    private static final class Killed extends RuntimeException {}

    private ChangeSender sender(Checkpoints checkpoints) {
        return new ChangeSender(
                new Destination(server.address(), "399"),
                folder.resolve("state"),
                keys,
                new Tries(5, Duration.ofSeconds(1), Duration.ofMinutes(1), CLOCK, new Random(1)),
                waits::add,
                Duration.ofSeconds(20),
                checkpoints);
    }

    private SendOutcome send(DailyPayload payload) throws IOException, InterruptedException {
        return sender(Checkpoints.NONE).send(payload, AccessToken.of(CollectionServer.TOKEN, "the test"));
    }

    private static DailyPayload payload(int children, String of) {
        List<DailyChild> list = new ArrayList<>();
        for (int number = 0; number < children; number++) {
            list.add(child("KID-" + number, of));
        }
        return new DailyPayload(list, List.of(), List.of());
    }

    private static DailyChild child(String id, String of) {
        Map<String, Object> content = new TreeMap<>(Map.of("la_child_id", id, "purge", false));
        content.put("child_details", Map.of("ethnicity", of));
        return new DailyChild("pseudonym of " + id, id, Json.canonical(content));
    }

    private static Map<String, String> content(DailyPayload payload) {
        Map<String, String> content = new TreeMap<>();
        payload.children().forEach(child -> content.put(child.id(), child.json()));
        return content;
    }

    @Test
    void onlyWhatChangedIsSentAndWhoeverLeftIsPurgedOnce() throws Exception {
        assertThat(send(payload(250, "WBRI"))).isEqualTo(new SendOutcome(250, 0, 0, 0, 250, List.of()));
        assertThat(server.sizes).containsExactly(100, 100, 50);
        assertThat(send(payload(250, "WBRI"))).isEqualTo(new SendOutcome(0, 0, 250, 0, 0, List.of()));

        List<DailyChild> later = new ArrayList<>(payload(249, "WBRI").children());
        later.set(3, child("KID-3", "WIRI"));
        DailyPayload changed = new DailyPayload(later, List.of(), List.of());
        assertThat(sender(Checkpoints.NONE).rehearse(changed)).isEqualTo(new SendOutcome(0, 1, 248, 1, 0, List.of()));
        assertThat(send(changed)).isEqualTo(new SendOutcome(0, 1, 248, 1, 2, List.of()));
        assertThat(server.store).isEqualTo(content(changed));
        assertThat(send(changed).toPurge()).isZero();
        assertThat(server.purges).isEqualTo(1);
    }

    @Test
    void theStateNamesNobodyAndIsItsOwnersAlone() throws Exception {
        send(payload(5, "WBRI"));

        // Base64 has neither hyphen nor quotation mark, so that chance cannot write one of these.
        assertThat(Files.readString(folder.resolve("state"))).doesNotContain("KID-", "\"WBRI\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))))
                .isEqualTo("rw-------");
        Files.writeString(
                folder.resolve("state"),
                Files.readString(folder.resolve("state")).replace("end 5", "end 6"));
        assertThatThrownBy(() -> send(payload(5, "WBRI")))
                .isInstanceOf(SendStopped.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aCollectionThatAsksForTimeIsGivenItAndOneThatFailsIsTriedAgain() throws Exception {
        List<CollectionServer.Fault> ahead = new ArrayList<>(List.of(
                CollectionServer.Fault.TOO_OFTEN, CollectionServer.Fault.BROKEN, CollectionServer.Fault.BROKEN));
        server.faults = body -> ahead.isEmpty() ? CollectionServer.Fault.NONE : ahead.removeFirst();

        assertThat(send(payload(10, "WBRI")).accepted()).isEqualTo(10);
        // 7 s were asked for; then half to all of 2 s, and half to all of 4 s.
        assertThat(waits).hasSize(3);
        assertThat(waits.get(0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(waits.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aChildThatIsRefusedKeepsNoOtherBack() throws Exception {
        server.faults = body ->
                body.toString().contains("\"KID-42\"") ? CollectionServer.Fault.MALFORMED : CollectionServer.Fault.NONE;

        SendOutcome outcome = send(payload(130, "WBRI"));

        assertThat(outcome.accepted()).isEqualTo(129);
        assertThat(outcome.refused()).hasSize(1);
        assertThat(outcome.refused().getFirst().toString()).doesNotContain("KID");
        assertThat(server.store).hasSize(129).doesNotContainKey("KID-42");
    }

    @Test
    void aCollectionThatTakesFewerIsSentFewer() throws Exception {
        server.faults = body -> body.size() > 30 ? CollectionServer.Fault.TOO_MANY : CollectionServer.Fault.NONE;

        assertThat(send(payload(200, "WBRI")).accepted()).isEqualTo(200);
        // 100 and 50 are too many; four times 25 are the first hundred, and four times 25 the next.
        assertThat(server.sizes).containsExactly(100, 50, 25, 25, 50, 25, 25, 25, 25, 25, 25);
    }

    @Test
    void nothingGoesWithoutARightTokenOrOverAnOpenLine() throws Exception {
        server.faults = body -> CollectionServer.Fault.FORBIDDEN;
        assertThatThrownBy(() -> send(payload(3, "WBRI")))
                .isInstanceOf(SendStopped.class)
                .hasMessageContaining("403");
        assertThatThrownBy(() -> sender(Checkpoints.NONE).send(payload(3, "WBRI"), AccessToken.of("wrong", "the test")))
                .isInstanceOf(SendStopped.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("wrong");
        assertThat(waits).isEmpty();
        assertThat(folder.resolve("state")).doesNotExist();
        assertThatThrownBy(() -> new Destination(URI.create("http://collection.example/api"), "399"))
                .isInstanceOf(SendStopped.class)
                .hasMessageContaining("https");
        Path file = Files.writeString(folder.resolve("token"), "secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> AccessToken.read(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void whereverItIsKilledTheCollectionEndsWithWhatTheSnapshotHas() throws Exception {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            Files.deleteIfExists(folder.resolve("state"));
            server.store.clear();
            server.faults = body -> switch (random.nextInt(8)) {
                case 0 -> CollectionServer.Fault.TOO_OFTEN;
                case 1 -> CollectionServer.Fault.BROKEN;
                case 2 -> CollectionServer.Fault.DROPPED_AFTER_TAKING;
                case 3 -> body.size() > 40 ? CollectionServer.Fault.TOO_MANY : CollectionServer.Fault.NONE;
                default -> CollectionServer.Fault.NONE;
            };
            for (int day = 0; day < 3; day++) {
                List<DailyChild> children = new ArrayList<>();
                for (int number = 0; number < 300; number++) {
                    if (random.nextInt(10) > 0) {
                        children.add(child("KID-" + number, "E" + random.nextInt(3)));
                    }
                }
                DailyPayload payload = new DailyPayload(children, List.of(), List.of());
                sendUntilDone(payload, random);
                assertThat(server.store).as("seed %d, day %d", seed, day).isEqualTo(content(payload));
                assertThat(sender(Checkpoints.NONE).rehearse(payload).unchanged())
                        .isEqualTo(children.size());
            }
        }
    }

    private void sendUntilDone(DailyPayload payload, Random random) throws IOException, InterruptedException {
        for (int run = 0; run < 1000; run++) {
            try {
                sender(where -> {
                            if (random.nextInt(6) == 0) {
                                throw new Killed();
                            }
                        })
                        .send(payload, AccessToken.of(CollectionServer.TOKEN, "the test"));
                return;
            } catch (Killed | SendStopped cutOff) {
                // Sent again from where it was.
            }
        }
        throw new AssertionError("It never ended.");
    }
}
