package org.goldenthread.returns.write.daily;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.goldenthread.snapshot.SnapshotKeys;

/**
 * Sends the children who have changed since the last accepted sending, and purges those who have left: to the daily collection, or to whoever else
 * has a {@link Contract} of the same kind.
 *
 * <p>After each batch that the collection accepts the state file says so, before the next one goes. A sending that is cut off is gone on with by
 * sending again: at most one batch is sent twice, which does no harm, since the receiver replaces what it has of a child.
 */
public final class ChangeSender {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So many refused one after another, and none accepted, is no fault of a child's. */
    private static final int ALL_REFUSED = 25;

    private final Destination destination;
    private final Path stateFile;
    private final StateSeal seal;
    private final Tries tries;
    private final Line.Sleeper sleeper;
    private final Duration patience;
    private final Checkpoints checkpoints;

    /** @param stateFile where it is kept what the collection has; made by the first accepted batch */
    public ChangeSender(Destination destination, Path stateFile, SnapshotKeys keys, InstantSource clock) {
        this(
                destination,
                stateFile,
                keys,
                new Tries(
                        Tries.USUAL_MOST, Tries.USUAL_FIRST, Tries.USUAL_LONGEST, clock, RandomGenerator.getDefault()),
                Thread::sleep,
                PATIENCE,
                Checkpoints.NONE);
    }

    ChangeSender(
            Destination destination,
            Path stateFile,
            SnapshotKeys keys,
            Tries tries,
            Line.Sleeper sleeper,
            Duration patience,
            Checkpoints checkpoints) {
        this.destination = destination;
        this.stateFile = stateFile.toAbsolutePath();
        this.seal = new StateSeal(keys, destination.contract().purpose());
        this.tries = tries;
        this.sleeper = sleeper;
        this.patience = patience;
        this.checkpoints = checkpoints;
    }

    /** What sending would do; nothing is sent and nothing is written. */
    public SendOutcome rehearse(DailyPayload payload) throws IOException {
        SendPlan plan = plan(payload.children(), state(), false);
        return new SendOutcome(plan.added(), plan.changed(), plan.unchanged(), plan.toPurge(), 0, List.of());
    }

    /** @throws SendStopped where it cannot go on; what was accepted until then is recorded */
    public SendOutcome send(DailyPayload payload, AccessToken token) throws IOException, InterruptedException {
        return send(payload.children(), token, false, Witness.NONE);
    }

    /**
     * @param whole whether everything is sent, and not the changes alone
     * @param witness told what goes, before it goes
     * @throws SendStopped where it cannot go on; what was accepted until then is recorded
     */
    public SendOutcome send(List<DailyChild> children, AccessToken token, boolean whole, Witness witness)
            throws IOException, InterruptedException {
        Path lockFile = stateFile.resolveSibling(stateFile.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(
                        lockFile,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw taken();
            }
            SendState state = state();
            SendPlan plan = plan(children, state, whole);
            try (Line line = new Line(destination, token, patience, tries, sleeper)) {
                Sending sending = new Sending(line, state, witness);
                sending.sendAll(plan.items());
                return new SendOutcome(
                        plan.added(),
                        plan.changed(),
                        plan.unchanged(),
                        plan.toPurge(),
                        sending.accepted,
                        sending.refused);
            }
        } catch (OverlappingFileLockException already) {
            throw taken();
        }
    }

    private SendPlan plan(List<DailyChild> children, SendState state, boolean whole) {
        return SendPlan.of(children, state, seal, destination.contract().removal(), whole);
    }

    private SendStopped taken() {
        return new SendStopped(
                "Another sending with the state file " + stateFile + " is under way. Wait until it ends.");
    }

    private String receiver() {
        return destination.contract().receiver();
    }

    private SendState state() throws IOException {
        return SendState.read(
                stateFile, destination.address() + " for authority " + destination.authority(), checkpoints);
    }

    /** One run over what there is to send. */
    private final class Sending {
        private final Line line;
        private final SendState state;
        private final Witness witness;
        private final List<DailyRefusal> refused = new ArrayList<>();
        private int limit = DailyExport.MOST_CHILDREN;
        private int accepted;

        Sending(Line line, SendState state, Witness witness) {
            this.line = line;
            this.witness = witness;
            this.state = state;
        }

        void sendAll(List<SendPlan.Item> items) throws IOException, InterruptedException {
            int next = 0;
            while (next < items.size()) {
                // The limit may have become smaller since the batch before.
                int end = Math.min(items.size(), next + limit);
                sendBatch(items.subList(next, end));
                next = end;
            }
        }

        private void sendBatch(List<SendPlan.Item> batch) throws IOException, InterruptedException {
            checkpoints.reach("before a batch");
            witness.beforeBatch(ids(batch, false), ids(batch, true));
            Line.Answer answer = line.send(
                    DailyExport.body(batch.stream().map(SendPlan.Item::json).toList()));
            checkpoints.reach("answered");
            switch (answer) {
                case ACCEPTED -> record(batch);
                case MALFORMED ->
                    halve(batch, "The " + receiver() + " refused what is said of this child as malformed (400).");
                case TOO_MANY -> {
                    limit = Math.max(1, Math.min(limit, batch.size() / 2));
                    halve(batch, "The " + receiver() + " refused this child alone as too much (413).");
                }
            }
        }

        private static List<String> ids(List<SendPlan.Item> batch, boolean purge) {
            return batch.stream()
                    .filter(item -> item.purge() == purge)
                    .map(SendPlan.Item::id)
                    .toList();
        }

        private void record(List<SendPlan.Item> batch) throws IOException {
            Map<String, SendState.Entry> sent = new TreeMap<>();
            Set<String> purged = new HashSet<>();
            for (SendPlan.Item item : batch) {
                if (item.purge()) {
                    purged.add(item.name());
                } else {
                    sent.put(item.name(), item.after());
                }
            }
            state.record(sent, purged);
            accepted += batch.size();
            witness.accepted();
        }

        private void halve(List<SendPlan.Item> batch, String problem) throws IOException, InterruptedException {
            if (batch.size() > 1) {
                int middle = batch.size() / 2;
                sendBatch(batch.subList(0, middle));
                sendBatch(batch.subList(middle, batch.size()));
                return;
            }
            witness.refused(batch.getFirst().id(), problem);
            refused.add(new DailyRefusal(
                    batch.getFirst().name(),
                    problem,
                    "It is tried again at every sending; look at what is sent of the child."));
            if (accepted == 0 && refused.size() >= ALL_REFUSED) {
                throw new SendStopped(
                        "The " + receiver() + " refused " + refused.size() + " children one after another and accepted"
                                + " none, so the fault lies not with a child. Check the address, and that its contract"
                                + " is still the one this was made for.");
            }
        }
    }
}
