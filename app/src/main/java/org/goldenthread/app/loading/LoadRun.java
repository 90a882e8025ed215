package org.goldenthread.app.loading;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.returns.LoadRequest;

/**
 * What one load is to load, from the dropping of the files to the snapshot.
 *
 * @param account who dropped the files
 * @param folder where the dropped files wait; deleted when the load ends
 * @param endsDemo whether going on ends the demo, which is asked first
 */
record LoadRun(String account, Path folder, LoadRequest request, List<Dropped> files, boolean endsDemo) {

    /**
     * A file as it was dropped.
     *
     * @param explanation what it was taken for, or why it is not taken and what to do
     */
    record Dropped(String name, boolean taken, String explanation) {}

    LoadRun {
        files = List.copyOf(files);
    }

    boolean hasAnythingToLoad() {
        return files.stream().anyMatch(Dropped::taken);
    }
}
