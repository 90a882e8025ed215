package org.goldenthread.returns;

import java.nio.file.Path;
import java.util.List;
import org.goldenthread.snapshot.Finding;

/** Tells by their content what files that a person dropped on a page are. */
public final class DroppedFiles {
    private DroppedFiles() {}

    /**
     * What the files are, in groups as {@link LoadRequest} wants them.
     *
     * @param ssda903 a folder for each SSDA903 return, or its file of XML
     * @param cin children in need census files
     * @param annexA Annex A workbooks
     * @param local files of local counts and of population estimates
     * @param ssd folders of a Standard Safeguarding Dataset extract
     * @param recognised what each file that is taken was taken for, in words
     * @param refused why each other file is not taken, and what to do
     */
    public record Sorted(
            List<Path> ssda903,
            List<Path> cin,
            List<Path> annexA,
            List<Path> local,
            List<Path> ssd,
            List<Recognised> recognised,
            List<Finding> refused) {
        public Sorted {
            ssda903 = List.copyOf(ssda903);
            cin = List.copyOf(cin);
            annexA = List.copyOf(annexA);
            local = List.copyOf(local);
            ssd = List.copyOf(ssd);
            recognised = List.copyOf(recognised);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A file and what it was taken for.
     *
     * @param file its own name
     * @param as such as "SSDA903 episodes"
     */
    public record Recognised(String file, String as) {}

    /**
     * Sorts files by their content. Files of one SSDA903 return or one extract are gathered into a folder, and zip files
     * are unpacked, within limits, below {@code workspace}.
     *
     * @param workspace an empty folder of the caller's, readable by its owner alone, to be deleted after the load
     */
    public static Sorted sort(List<Path> files, Path workspace) {
        return new DroppedFileSorter(workspace).sort(files);
    }
}
