package org.goldenthread.app.loading;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.snapshot.Finding;

/**
 * One load, from the dropping of files to the snapshot.
 *
 * @param what what is to be loaded
 * @param progress how far it has come
 */
record LoadRun(String id, What what, Progress progress) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        REFUSED
    }

    /**
     * A file as it was dropped.
     *
     * @param explanation what it was taken for, or why it is not taken and what to do
     */
    record Dropped(String name, boolean taken, String explanation) {}

    /**
     * What is to be loaded.
     *
     * @param account who dropped the files
     * @param folder where the dropped files wait; deleted when the load ends
     * @param endsDemo whether going on ends the demo, which is asked first
     */
    record What(String account, Path folder, LoadRequest request, List<Dropped> files, boolean endsDemo) {
        What {
            files = List.copyOf(files);
        }

        boolean hasAnythingToLoad() {
            return files.stream().anyMatch(Dropped::taken);
        }
    }

    /**
     * How far a load has come.
     *
     * @param message what became of it, or what it is doing
     * @param done steps done, of {@code total}
     */
    record Progress(State state, String message, long done, long total, List<Finding> findings) {
        Progress {
            findings = List.copyOf(findings);
        }
    }

    static LoadRun waiting(String id, What what) {
        return new LoadRun(id, what, new Progress(State.WAITING, "", 0, 0, List.of()));
    }

    LoadRun running(String step, long done, long total) {
        return new LoadRun(id, what, new Progress(State.RUNNING, step, done, total, List.of()));
    }

    LoadRun ended(State state, String message, List<Finding> findings) {
        return new LoadRun(id, what, new Progress(state, message, 0, 0, findings));
    }
}
