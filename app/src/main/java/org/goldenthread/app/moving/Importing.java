package org.goldenthread.app.moving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.returns.DroppedFiles;
import org.springframework.stereotype.Service;

/** Imports the mirror of an area, in the place of the one before. */
@Service
class Importing {

    private static final int STEPS = 3;

    private final Mirrors mirrors;
    private final MirrorPeople people;
    private final MirrorWorkers workers;
    private final RecordTypes types;
    private final TypedRecords typed;
    private final Viewers viewers;
    private final Steps steps;

    Importing(
            Mirrors mirrors,
            MirrorPeople people,
            MirrorWorkers workers,
            RecordTypes types,
            TypedRecords typed,
            Viewers viewers,
            Steps steps) {
        this.mirrors = mirrors;
        this.people = people;
        this.workers = workers;
        this.types = types;
        this.typed = typed;
        this.viewers = viewers;
        this.steps = steps;
    }

    /**
     * @param workspace a folder of the caller's, to be deleted afterwards
     * @return how many children it has, in words
     */
    String importFiles(Area area, List<Path> files, Path workspace, LocalDate asAt, Steps.Step step) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        step.progress().step("Reading and checking the files", 1, STEPS);
        Given given = read(area, files, workspace, asAt);
        step.progress().step("Keeping the mirror", 2, STEPS);
        String outcome = given.children().size() + " children are in the mirror now";
        steps.inOne(viewer, () -> {
            refuseClosed(area);
            List<MirrorPeople.Decided> before = people.listDecided(area);
            MirrorWorkers.Decided workersBefore = workers.listDecided(area);
            mirrors.replace(area, given, asAt, viewer.account(), viewer.post());
            people.restore(area, before);
            workers.add(area, given.workers());
            workers.restore(area, workersBefore);
            step.progress().step("Finding the children in the record", STEPS, STEPS);
            people.find(area);
            steps.end(
                    step,
                    viewer,
                    Action.MIRROR_IMPORTED,
                    area,
                    given.children().size() + " children as at " + asAt,
                    outcome);
        });
        return outcome;
    }

    /** Refuses, before files are sent and read, where nothing can come of it. */
    void prepare(Area area) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        steps.look(viewer, () -> refuseClosed(area));
    }

    private void refuseClosed(Area area) {
        if (mirrors.find(area).filter(mirror -> mirror.cutOver() != null).isPresent()) {
            throw new RefusedMovingException("This area is cut over: it is in the record, and its mirror is closed");
        }
    }

    private Given read(Area area, List<Path> files, Path workspace, LocalDate asAt) {
        DroppedFiles.Sorted sorted = sort(files, workspace);
        List<Area.Source> told = area.sources().stream()
                .filter(source -> !source.files().apply(sorted).isEmpty())
                .toList();
        if (told.size() > 1) {
            throw new RefusedMovingException("These files are of "
                    + told.getFirst().name() + " and of " + told.getLast().name()
                    + ", which would tell of the same children twice. Give one of them");
        }
        if (told.isEmpty()) {
            String why = sorted.refused().isEmpty()
                    ? ""
                    : ". " + sorted.refused().getFirst().source() + ": "
                            + sorted.refused().getFirst().problem();
            throw new RefusedMovingException(
                    "None of these files tells of " + area.title().toLowerCase(Locale.UK) + why);
        }
        Area.Source source = told.getFirst();
        Given read = source.reading().read(source.files().apply(sorted), asAt, this::problem);
        List<Given.Refused> refused = new ArrayList<>(read.refused());
        sorted.refused()
                .forEach(each -> refused.add(
                        new Given.Refused(String.valueOf(each.source()), 0, each.problem() + " " + each.action())));
        if (read.children().isEmpty()) {
            throw new RefusedMovingException("No child could be read from these files" + first(refused));
        }
        return new Given(
                read.source(), read.children(), read.facts(), refused, read.rows(), read.checked(), read.workers());
    }

    /** What was refused, as far as one example tells it; of a row rather than of a whole file. */
    private static String first(List<Given.Refused> refused) {
        return refused.stream()
                .max(Comparator.comparing(each -> each.line() > 0))
                .map(each -> ": " + each.file() + (each.line() > 0 ? ", line " + each.line() : "") + ": " + each.why())
                .orElse("");
    }

    private static DroppedFiles.Sorted sort(List<Path> files, Path workspace) {
        try {
            return DroppedFiles.sort(files, Files.createDirectories(workspace));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String problem(Fact fact) {
        try {
            var unused = typed.read(types.getType(fact.kind()), fact.answers());
            return "";
        } catch (RefusedException refused) {
            return types.getType(fact.kind()).title() + ": " + refused.getMessage();
        }
    }
}
