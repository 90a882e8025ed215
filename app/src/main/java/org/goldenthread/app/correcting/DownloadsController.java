package org.goldenthread.app.correcting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goldenthread.app.audit.Action;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.report.ValidationFormat;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** What of a return can be taken away: itself as corrected, what was changed, what is wrong, and what explains it. */
@Controller
class DownloadsController {
    private final Desks desks;
    private final WorkStore store;
    private final Shown shown;
    private final ChildPages childPages;
    private final Path scratch;

    DownloadsController(
            Desks desks,
            WorkStore store,
            Shown shown,
            ChildPages childPages,
            @Value("${goldenthread.home}") Path home) {
        this.desks = desks;
        this.store = store;
        this.shown = shown;
        this.childPages = childPages;
        this.scratch = home.resolve("returns-being-read");
    }

    @GetMapping(ReturnsController.ONE + "/download")
    View page(@PathVariable UUID id) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        return shown.page("return-download", "Download", work)
                .with(new DownloadPage(
                        shown.head(work, desk, shown.standing(work, desk)),
                        desk.formats(),
                        Shown.workers(desk),
                        List.of(),
                        work.returnName().equals("ssda903")));
    }

    /** The corrected return with its change sheet and its explanations, in one archive. */
    @GetMapping(ReturnsController.ONE + "/files/corrected-{format:csv|xml}.zip")
    ResponseEntity<byte[]> corrected(@PathVariable UUID id, @PathVariable String format) throws IOException {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        if (!desk.formats().contains(format)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        desks.logLook(work, "", Action.RETURN_DOWNLOADED, "corrected, " + format);
        Path folder = scratch.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
            Desk.Corrected written = desk.write(format, folder);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Path file : written.files()) {
                    put(zip, String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
                // Beside the return and not among its files: whoever uploads it takes the return alone.
                put(zip, "about/changes.csv", ChangeSheet.csv(work, desk, store.listChanges(id)));
                put(zip, "about/explanations.csv", explanations(work, desk));
                if (!written.leftOut().isEmpty()) {
                    put(zip, "about/left-out.csv", leftOut(written.leftOut()));
                }
            }
            return file(work, "corrected-" + format + ".zip", "application/zip", bytes.toByteArray());
        } finally {
            Folders.deleteIfThere(folder);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] leftOut(List<Refusal> refusals) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("What", "Why it is not in this format", "What to do"));
        refusals.forEach(one -> rows.add(List.of(one.file(), one.problem(), one.action())));
        return ChangeSheet.csv(rows);
    }

    @GetMapping(ReturnsController.ONE + "/files/changes.csv")
    ResponseEntity<byte[]> changes(@PathVariable UUID id) {
        Work work = desks.getWork(id);
        desks.logLook(work, "", Action.RETURN_DOWNLOADED, "changes");
        return file(work, "changes.csv", "text/csv", ChangeSheet.csv(work, desks.getDesk(work), store.listChanges(id)));
    }

    @GetMapping(ReturnsController.ONE + "/files/explanations.csv")
    ResponseEntity<byte[]> explanationsFile(@PathVariable UUID id) {
        Work work = desks.getWork(id);
        desks.logLook(work, "", Action.RETURN_DOWNLOADED, "explanations");
        return file(work, "explanations.csv", "text/csv", explanations(work, desks.getDesk(work)));
    }

    private byte[] explanations(Work work, Desk desk) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Rule", "Child", "About", "Explanation", "Given"));
        list(work, desk)
                .forEach(line ->
                        rows.add(List.of(line.rule(), line.child(), line.subject(), line.words(), line.given())));
        return ChangeSheet.csv(rows);
    }

    private List<ExplanationsPage.Line> list(Work work, Desk desk) {
        Standing all = shown.standing(work, desk);
        Map<String, ExplanationsPage.Line> lines = new TreeMap<>();
        for (Problem problem : all.problems()) {
            Explanation one = all.explanation(problem);
            if (one != null) {
                lines.put(
                        one.key(),
                        new ExplanationsPage.Line(
                                problem.rule(),
                                problem.message(),
                                problem.child(),
                                problem.subject(),
                                one.words(),
                                one.post() + ", " + Shown.moment(one.at()),
                                one.year() != work.year()));
            }
        }
        return List.copyOf(lines.values());
    }

    @GetMapping(ReturnsController.ONE + "/explanations")
    View explanations(@PathVariable UUID id) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "explanations");
        return shown.page("return-explanations", "Explanations", work)
                .with(new ExplanationsPage(shown.head(work, desk, shown.standing(work, desk)), list(work, desk)));
    }

    @GetMapping(ReturnsController.ONE + "/files/problems.{format:json|csv|xlsx|html|txt}")
    ResponseEntity<byte[]> problems(@PathVariable UUID id, @PathVariable String format) throws IOException {
        Work work = desks.getWork(id);
        desks.logLook(work, "", Action.RETURN_DOWNLOADED, "problems, " + format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ValidationFormat.of(format.equals("txt") ? "text" : format)
                .write(desks.getDesk(work).validation(), bytes);
        String type = switch (format) {
            case "json" -> "application/json";
            case "csv" -> "text/csv";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "html" -> "text/html";
            default -> "text/plain";
        };
        return file(work, "problems." + format, type, bytes.toByteArray());
    }

    /** Problems on paper, child by child, for those who know the children. */
    @GetMapping(ReturnsController.ONE + "/print")
    View print(@PathVariable UUID id, @RequestParam(defaultValue = "") String worker) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "sheets to print");
        Standing all = shown.standing(work, desk);
        List<PrintPage.Sheet> sheets = new ArrayList<>();
        for (String child : desk.listChildren()) {
            List<Problem> left = desk.listProblems(child).stream()
                    .filter(problem -> !all.isAnswered(problem))
                    .toList();
            if (!left.isEmpty() && (worker.isEmpty() || worker.equals(desk.worker(child)))) {
                sheets.add(new PrintPage.Sheet(
                        Shown.childTitle(work, child),
                        desk.worker(child),
                        childPages.faults(work, desk, all, child, left)));
            }
        }
        sheets.sort(Comparator.comparing(PrintPage.Sheet::worker));
        return shown.page("return-print", "Problems to look into", work)
                .with(new PrintPage(shown.head(work, desk, all), worker, sheets));
    }

    private static ResponseEntity<byte[]> file(Work work, String name, String type, byte[] content) {
        String full = work.title().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + name;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(full, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
