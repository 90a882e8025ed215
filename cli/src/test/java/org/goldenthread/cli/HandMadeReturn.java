package org.goldenthread.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;

/** The files of one SSDA903 return, put together by a test, and the encrypted snapshot that they become. */
final class HandMadeReturn {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final List<String> header = new ArrayList<>(List.of("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"));
    private final Set<String> children = new LinkedHashSet<>();
    private final List<String> episodes = new ArrayList<>(
            List.of("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"));

    HandMadeReturn child(String child, LocalDate birthday) {
        children.add(child);
        header.add(child + ",1," + DAY.format(birthday) + ",WBRI,UN1,,");
        return this;
    }

    /**
     * One row of the episodes.
     *
     * @param what RNE, LS, PLACE and PLACE_PROVIDER, parted by spaces
     * @param end null while it lasts
     * @param endReason REC
     */
    HandMadeReturn episode(String child, LocalDate start, String what, @Nullable LocalDate end, String endReason) {
        if (!children.contains(child)) {
            child(child, LocalDate.of(2012, 6, 15));
        }
        String[] codes = what.split(" ", -1);
        boolean moves = endReason.equals("X1");
        episodes.add(String.join(
                ",",
                child,
                DAY.format(start),
                codes[0],
                codes[1],
                "N1",
                codes[2],
                codes[3],
                end == null ? "" : DAY.format(end),
                endReason,
                moves ? "PLAN" : "",
                "ZZ99 3VZ",
                "ZZ99 3WZ",
                codes[2].startsWith("U") ? "SC000001" : ""));
        return this;
    }

    /** Writes the files and loads them, as extracted on a day, into a snapshot that is encrypted at rest. */
    LoadResult load(Path folder, LocalDate extracted) throws IOException {
        Path files = Files.createDirectories(folder.resolve("ssda903"));
        Files.write(files.resolve("header.csv"), header);
        Files.write(files.resolve("episodes.csv"), episodes);
        LoadRequest request = LoadRequest.of("399", "London Borough of Fairmead")
                .ssda903(files)
                .extracted(extracted)
                .build();
        return new ReturnsLoader()
                .load(
                        request,
                        folder.resolve("snapshot"),
                        keys(folder),
                        InstantSource.fixed(Instant.parse("2022-04-12T09:30:00Z")),
                        Progress.SILENT);
    }

    static SnapshotKeys keys(Path folder) {
        return SnapshotKeys.load(folder.resolve("snapshot.key"));
    }
}
