package org.goldenthread.app.loading;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.snapshot.Finding;

/**
 * One load, from the dropping of files to the snapshot.
 *
 * @param folder where the dropped files wait; deleted when the load ends
 * @param sorted what each file was recognised as
 * @param endsDemo whether going on ends the demo, which is asked first
 * @param message what became of it, or what it is doing
 * @param done steps done, of {@code total}
 * @param snapshot id of the snapshot that it made; empty until then
 */
record LoadRun(
        String id,
        Path folder,
        String authorityCode,
        String authority,
        List<SortedFile> sorted,
        boolean endsDemo,
        State state,
        String message,
        long done,
        long total,
        List<Finding> findings,
        String snapshot) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        REFUSED
    }

    LoadRun {
        sorted = List.copyOf(sorted);
        findings = List.copyOf(findings);
    }

    static LoadRun waiting(
            String id,
            Path folder,
            String authorityCode,
            String authority,
            List<SortedFile> sorted,
            boolean endsDemo) {
        return new LoadRun(
                id, folder, authorityCode, authority, sorted, endsDemo, State.WAITING, "", 0, 0, List.of(), "");
    }

    LoadRun running(String step, long stepsDone, long stepsInAll) {
        return new LoadRun(
                id,
                folder,
                authorityCode,
                authority,
                sorted,
                endsDemo,
                State.RUNNING,
                step,
                stepsDone,
                stepsInAll,
                findings,
                snapshot);
    }

    LoadRun done(String words, List<Finding> found, String snapshotId) {
        return new LoadRun(
                id,
                folder,
                authorityCode,
                authority,
                sorted,
                endsDemo,
                State.DONE,
                words,
                total,
                total,
                found,
                snapshotId);
    }

    LoadRun refused(String words, List<Finding> found) {
        return new LoadRun(
                id,
                folder,
                authorityCode,
                authority,
                sorted,
                endsDemo,
                State.REFUSED,
                words,
                done,
                total,
                found,
                "");
    }

    boolean hasAnythingToLoad() {
        return sorted.stream().anyMatch(SortedFile::isTaken);
    }
}
