package org.goldenthread.app.correcting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.reference.CouncilLists;
import org.goldenthread.app.reference.ListsChanged;
import org.goldenthread.returns.check.ssda903.ProviderList;
import org.goldenthread.returns.check.ssda903.Providers;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.ConflictException;
import org.goldenthread.returns.correct.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/**
 * The returns being corrected, each on its desk. A desk is in memory while it is used; it is set up again from the kept files and changes
 * when it is asked for after that, after a restart too. A change is in the database before it is on the desk.
 */
@Service
class Desks {
    private static final int MOST_OPEN = 4;

    private final WorkStore store;
    private final Viewers viewers;
    private final AuditLog audit;
    private final CouncilLists lists;
    private final Path scratch;
    private final Map<UUID, OpenDesk> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    Desks(
            WorkStore store,
            Viewers viewers,
            AuditLog audit,
            CouncilLists lists,
            @Value("${goldenthread.home}") Path home)
            throws IOException {
        this.store = store;
        this.viewers = viewers;
        this.audit = audit;
        this.lists = lists;
        this.scratch = home.resolve("returns-being-read");
        // Files that a stop left behind tell of real children; they are in the database.
        Folders.deleteIfThere(scratch);
    }

    /**
     * Takes files on as a return to be corrected.
     *
     * @param authority code of nine characters; empty where it is not known
     * @throws NotAReturnException where nothing of them can be read
     */
    Work take(String returnName, int year, String authority, List<WorkFile> files) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        Desk desk = setUp(returnName, year, authority, files);
        UUID id = UUID.randomUUID();
        int children = (int)
                desk.listChildren().stream().filter(child -> !child.isEmpty()).count();
        if (children == 0) {
            throw new NotAReturnException(desk.refusals());
        }
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.RETURN_OPENED,
                returnName + " " + year,
                "return " + id + ", " + children + " children");
        store.add(id, returnName, year, authority, children, desk.listProblems().size(), files);
        synchronized (open) {
            put(id, new OpenDesk(desk, 0));
        }
        return store.findWork(id).orElseThrow();
    }

    Work getWork(UUID id) {
        viewers.require(Right.CORRECT_RETURNS);
        return store.findWork(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The desk of a return, set up again where it is not in memory. */
    Desk getDesk(Work work) {
        return get(work).desk();
    }

    private OpenDesk get(Work work) {
        viewers.require(Right.CORRECT_RETURNS);
        synchronized (open) {
            OpenDesk known = open.get(work.id());
            // Another process on the same database may have made changes since.
            if (known != null && known.sets() == store.countChanges(work.id())) {
                return known;
            }
            Desk desk = setUp(work.returnName(), work.year(), work.authority(), store.listFiles(work.id()));
            List<ChangeSet> sets = store.listChanges(work.id());
            List<Change> all = new ArrayList<>();
            sets.forEach(set -> all.addAll(set.changes()));
            if (!all.isEmpty()) {
                desk.apply(all);
            }
            OpenDesk made = new OpenDesk(desk, sets.size());
            put(work.id(), made);
            return made;
        }
    }

    private void put(UUID id, OpenDesk desk) {
        open.put(id, desk);
        while (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    /**
     * Makes changes, keeps them and logs them.
     *
     * @param what was done, in words, without what is in the rows
     * @param child whose rows are changed; empty where they are of several
     * @throws ConflictException where they do not fit; nothing was changed
     */
    void change(Work work, List<Change> changes, String what, String child, @Nullable Integer undoes) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        OpenDesk desk = get(work);
        synchronized (desk) {
            desk.desk().verify(changes);
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.RETURN_CORRECTED,
                    subject(work, child),
                    what + ", change " + (desk.sets() + 1));
            try {
                store.addChanges(work.id(), desk.sets() + 1, changes, what, child, undoes);
            } catch (DuplicateKeyException other) {
                forget(work.id());
                throw ConflictException.madeMeanwhile();
            }
            desk.desk().apply(changes);
            desk.addSet();
        }
    }

    /** Takes back one set of changes. */
    void undo(Work work, int number) {
        ChangeSet set = store.listChanges(work.id()).stream()
                .filter(one -> one.number() == number && !one.undone())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        change(work, Desk.reversed(set.changes()), "Took back: " + set.what(), set.child(), number);
    }

    void remove(Work work) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.RETURN_REMOVED,
                work.returnName() + " " + work.year(),
                "return " + work.id());
        store.remove(work.id());
        forget(work.id());
    }

    /** Logs a look at a child, which has to be done before the child is shown. */
    void logLook(Work work, String child, Action action, String detail) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        audit.add(viewer.account(), viewer.role().label(), action, subject(work, child), detail);
    }

    private static String subject(Work work, String child) {
        return "return " + work.id() + (child.isEmpty() ? "" : ", child " + child);
    }

    /** Sets every desk up again when it is next asked for, with the lists that were loaded since. */
    @EventListener
    void forgetAll(ListsChanged changed) {
        synchronized (open) {
            open.clear();
        }
    }

    private void forget(UUID id) {
        synchronized (open) {
            open.remove(id);
        }
    }

    private Desk setUp(String returnName, int year, String authority, List<WorkFile> files) {
        Path folder = scratch.resolve(UUID.randomUUID().toString());
        try {
            List<Path> now = write(files, WorkFile.Kind.THIS_YEAR, folder);
            return switch (returnName) {
                case "ssda903" -> lookedAfter(now, year, authority, files, folder);
                case "cin" -> Desk.census(now, year);
                default -> throw new IllegalArgumentException("There is no return '" + returnName + "'.");
            };
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            Folders.deleteIfThere(folder);
        }
    }

    private Desk lookedAfter(List<Path> now, int year, String authority, List<WorkFile> files, Path folder)
            throws IOException {
        List<Path> last = write(files, WorkFile.Kind.LAST_YEAR, folder);
        List<Path> given = write(files, WorkFile.Kind.PROVIDERS, folder);
        var postcodes = lists.findPostcodes();
        // A return of an earlier year may be given with the list of its own time.
        Providers providers =
                given.isEmpty() ? lists.findProviders().orElse(null) : ProviderList.read(given, postcodes.orElse(null));
        return Desk.lookedAfter(
                Ssda903Rows.read(now),
                year,
                new Ssda903Children.Beside(
                        last.isEmpty() ? null : Ssda903Rows.read(last),
                        postcodes.orElse(null),
                        providers,
                        Optional.of(authority).filter(code -> !code.isEmpty()).orElse(null)));
    }

    private static List<Path> write(List<WorkFile> files, WorkFile.Kind kind, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (WorkFile file : files) {
            if (file.kind() == kind) {
                // Each in a folder of its own: two files may have one name.
                Path place = Files.createDirectories(folder.resolve(kind.name() + written.size()))
                        .resolve(file.name());
                Files.write(place, file.content());
                written.add(place);
            }
        }
        return written;
    }
}
