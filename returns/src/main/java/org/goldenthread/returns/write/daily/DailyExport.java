package org.goldenthread.returns.write.daily;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.SnapshotExport;
import org.goldenthread.snapshot.Snapshot;

/**
 * The bodies that the daily collection would be sent for a whole snapshot, at most 100 children a file. They say how things stand in the
 * snapshot; the year and day of the request do not matter.
 */
public final class DailyExport implements SnapshotExport {
    /** How many children the collection takes at once. */
    static final int MOST_CHILDREN = 100;

    @Override
    public String name() {
        return "daily";
    }

    @Override
    public String description() {
        return "Daily children's social care data (DfE), all children";
    }

    @Override
    public List<String> formats() {
        return List.of("json");
    }

    @Override
    public List<Path> write(Snapshot snapshot, ExportRequest request, Path folder) throws IOException {
        DailyPayload payload = DailyPayload.of(snapshot);
        List<Path> files = new ArrayList<>();
        List<DailyChild> children = payload.children();
        for (int first = 0; first < children.size(); first += MOST_CHILDREN) {
            List<DailyChild> some = children.subList(first, Math.min(children.size(), first + MOST_CHILDREN));
            Path file = folder.resolve(String.format("children-%04d.json", files.size() + 1));
            Files.writeString(file, body(some.stream().map(DailyChild::json).toList()), StandardCharsets.UTF_8);
            files.add(file);
        }
        List<Refusal> refusals = Stream.concat(payload.cannotBeSent().stream(), payload.leftOut().stream())
                .map(refusal -> new Refusal(
                        "snapshot " + snapshot.manifest().id(),
                        null,
                        "Child " + refusal.person() + ": " + refusal.problem(),
                        refusal.action()))
                .toList();
        NotWritten.write(refusals, folder).ifPresent(files::add);
        return files;
    }

    /** Objects of the schema as one body. */
    static String body(List<String> objects) {
        return objects.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
