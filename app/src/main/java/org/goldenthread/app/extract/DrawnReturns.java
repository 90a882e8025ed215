package org.goldenthread.app.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.runs.Refusal;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.write.ssda903.Ssda903CsvWriter;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.goldenthread.returns.write.ssda903.Ssda903XmlWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The statutory returns drawn from the record of everybody as of a day, with what their rules find in them. The files name children by the
 * council's ids, so they are gone when the server starts anew.
 */
@Service
class DrawnReturns {

    private static final int STEPS = 5;
    private static final String NOBODY = "Nobody allocated";

    private final RecordReturns returns;
    private final BesideTheRecord beside;
    private final JdbcClient jdbc;
    private final Path folder;

    DrawnReturns(
            RecordReturns returns, BesideTheRecord beside, JdbcClient jdbc, @Value("${goldenthread.home}") Path home) {
        this.returns = returns;
        this.beside = beside;
        this.jdbc = jdbc;
        this.folder = home.resolve("extracts").resolve("record-returns");
        RecordSnapshots.deleteIfThere(folder);
    }

    /**
     * What was drawn.
     *
     * @param files by the name that they are downloaded under
     * @param rules those that found anything, those that found most first
     * @param workers of the children in whom anything was found, those with most first
     * @param children how much was found in each, by the council's number
     * @param notRun rules that could not be run, by reason
     * @param old how old each list is that should be replaced by a newer one
     */
    record Result(
            LocalDate day,
            Map<String, Path> files,
            List<ByRule> rules,
            List<ByWorker> workers,
            Map<String, Integer> children,
            List<NotRun> notRun,
            List<String> old) {}

    /** @param returnName what the return is called */
    record ByRule(String returnName, String rule, boolean error, String message, int found, int children) {}

    /** @param worker the allocated worker's post; empty where a team has nobody named yet */
    record ByWorker(String team, String worker, int found, int children) {}

    private record Worker(String team, String post) {}

    /**
     * Draws and checks every return.
     *
     * @param number the council's three-digit number
     */
    Result draw(String id, LocalDate day, String number, Progress progress) {
        CollectionYear year = CollectionYear.containing(day);
        Path place = folder.resolve(id);
        try {
            Files.createDirectories(place);
            Map<String, Path> files = new LinkedHashMap<>();
            progress.step("Drawing the SSDA903", 1, STEPS);
            Ssda903Tables care = returns.drawLookedAfter(year, day);
            files.put("ssda903-" + year.label() + "-csv.zip", zip(care, place));
            files.put("ssda903-" + year.label() + ".xml", xml(care, year, place));
            progress.step("Drawing the children in need census", 2, STEPS);
            returns.writeCensus(year, day, number, place);
            Path census = place.resolve("cin-" + year.label() + ".xml");
            files.put(String.valueOf(census.getFileName()), census);
            progress.step("Drawing last year’s SSDA903, to compare with", 3, STEPS);
            Ssda903Children.Beside with = returns.beside(year, day, number);
            progress.step("Checking both with the department’s rules", 4, STEPS);
            List<Validation> checked =
                    List.of(CareReturnOfRecord.check(care, year.end(), with), CinValidation.run(census, year.end()));
            progress.step("Drawing Annex A", 5, STEPS);
            for (Path written : returns.writeAnnexA(day, number, Files.createDirectories(place.resolve("annex-a")))) {
                String name = String.valueOf(written.getFileName());
                files.put(name.startsWith("annex-a") ? name : "annex-a-" + name, written);
            }
            return result(day, files, checked);
        } catch (IOException problem) {
            RecordSnapshots.deleteIfThere(place);
            throw new UncheckedIOException("The returns could not be written to " + place, problem);
        } catch (IllegalStateException nothingKnown) {
            RecordSnapshots.deleteIfThere(place);
            throw new Refusal(String.valueOf(nothingKnown.getMessage()), nothingKnown);
        }
    }

    private static Path zip(Ssda903Tables care, Path place) throws IOException {
        Path tables = Files.createDirectories(place.resolve("ssda903"));
        Path zip = place.resolve("ssda903.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : Ssda903CsvWriter.write(care, tables)) {
                out.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return zip;
    }

    private static Path xml(Ssda903Tables care, CollectionYear year, Path place) throws IOException {
        Path file = place.resolve("ssda903.xml");
        try (OutputStream stream = Files.newOutputStream(file)) {
            Ssda903XmlWriter.write(care, year.end(), stream);
        }
        return file;
    }

    private Result result(LocalDate day, Map<String, Path> files, List<Validation> checked) {
        List<ByRule> rules = new ArrayList<>();
        Map<String, Integer> children = new TreeMap<>();
        for (Validation validation : checked) {
            Map<String, List<Validation.Fault>> byRule = new LinkedHashMap<>();
            for (Validation.Fault fault : validation.faults()) {
                byRule.computeIfAbsent(fault.rule(), unused -> new ArrayList<>())
                        .add(fault);
                if (!fault.child().isEmpty()) {
                    children.merge(fault.child(), 1, Integer::sum);
                }
            }
            String name = validation.returnName().equals("cin") ? "Census" : "SSDA903";
            byRule.forEach((rule, faults) -> {
                Set<String> whose = new HashSet<>();
                faults.forEach(fault -> whose.add(fault.child()));
                whose.remove("");
                Validation.Fault first = faults.getFirst();
                rules.add(new ByRule(
                        name, rule, first.kind() == Kind.ERROR, first.message(), faults.size(), whose.size()));
            });
        }
        rules.sort(Comparator.comparingInt(ByRule::found).reversed());
        return new Result(
                day,
                files,
                rules,
                workers(children),
                children,
                checked.stream().flatMap(each -> NotRun.of(each).stream()).toList(),
                beside.old(day));
    }

    /** Findings by who works with the child now. */
    private List<ByWorker> workers(Map<String, Integer> children) {
        Map<String, Worker> allocated = new HashMap<>();
        AsSystem.run(() -> jdbc.sql("""
                        select p.local_number, t.name, coalesce(w.post, '')
                        from allocation a join person p on p.id = a.person join team t on t.id = a.team left join account w on w.name = a.account
                        where a.duty = 'ALLOCATED_WORKER' and a.ended is null and not a.withdrawn
                        """).query(row -> {
            allocated.put(row.getString(1), new Worker(row.getString(2), row.getString(3)));
        }));
        Map<Worker, int[]> counts = new HashMap<>();
        children.forEach((child, found) -> {
            int[] count =
                    counts.computeIfAbsent(allocated.getOrDefault(child, new Worker(NOBODY, "")), unused -> new int[2]);
            count[0] += found;
            count[1]++;
        });
        return counts.entrySet().stream()
                .map(each -> new ByWorker(
                        each.getKey().team(), each.getKey().post(), each.getValue()[0], each.getValue()[1]))
                .sorted(Comparator.comparingInt(ByWorker::found)
                        .reversed()
                        .thenComparing(ByWorker::team)
                        .thenComparing(ByWorker::worker))
                .toList();
    }
}
