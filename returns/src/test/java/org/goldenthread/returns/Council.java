package org.goldenthread.returns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.annexa.AnnexAExport;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/** A made-up council whose returns a test writes by hand, loads and asks questions of. */
final class Council {
    static final String EPISODES =
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
    static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

    private final Path folder;
    private final SnapshotKeys keys;
    private final LoadRequest.Builder request = LoadRequest.of("399", "London Borough of Fairmead");
    private LoadResult result;

    Council(Path folder) {
        this.folder = folder;
        keys = SnapshotKeys.load(folder.resolve("keys/snapshot.key"));
    }

    LoadRequest.Builder request() {
        return request;
    }

    SnapshotKeys keys() {
        return keys;
    }

    Path out() {
        return folder.resolve("snapshot");
    }

    /** Where {@link #exportAnnexA} writes that of a day. */
    Path annexA(LocalDate day) {
        return folder.resolve("out/annex-a-" + day + ".xlsx");
    }

    /** Writes Annex A of a day from the snapshot that was loaded. */
    List<Path> exportAnnexA(LocalDate day) throws IOException {
        Path into = Files.createDirectories(folder.resolve("out"));
        return new AnnexAExport()
                .write(
                        Snapshot.open(out(), keys),
                        new ExportRequest(CollectionYear.containing(day).end(), day, "xlsx"),
                        into);
    }

    /** Writes a file of an SSDA903 return; the return is asked for as soon as it has one. */
    Council lookedAfter(String year, String file, String text) {
        Path target = folder.resolve("ssda903-" + year);
        if (!Files.exists(target)) {
            request.ssda903(target);
        }
        write(target.resolve(file), text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Council census(String file, String text) {
        write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
        request.cin(folder.resolve(file));
        return this;
    }

    void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    Council load() {
        result = new ReturnsLoader()
                .load(
                        request.build(),
                        out(),
                        keys,
                        InstantSource.fixed(Instant.parse("2024-05-01T09:00:00Z")),
                        Progress.SILENT);
        return this;
    }

    LoadResult result() {
        return result;
    }

    /** The problems found, each with its source and line. */
    List<String> problems() {
        return result.findings().stream()
                .map(finding ->
                        finding.source() + ":" + finding.line() + " " + finding.column() + ": " + finding.problem())
                .toList();
    }

    List<Finding> findings() {
        return result.findings();
    }

    /** The rows that a query gives, fields joined by a bar, nothing for null. */
    List<String> ask(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Snapshot.open(out(), keys).attach(connection);
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    StringBuilder answer = new StringBuilder();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        String value = rows.getString(column);
                        answer.append(column == 1 ? "" : "|").append(value == null ? "" : value);
                    }
                    answers.add(answer.toString());
                }
            }
            return answers;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
