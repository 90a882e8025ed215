package org.goldenthread.app.records;

import java.util.List;

/** Every version of a record, the present one first, each with what it changed. */
public record VersionsPage(PersonBar bar, Kept<?> record, List<Version> versions) {

    public record Version(
            int number, String madeAt, String by, String why, String state, boolean withdrawn, List<Change> changes) {}

    /** What one version changed; of the first, what it said. */
    public record Change(String label, String before, String after) {}

    static List<Version> versions(List<? extends Kept<?>> newestFirst) {
        List<Version> versions = new java.util.ArrayList<>();
        for (int place = 0; place < newestFirst.size(); place++) {
            Kept<?> version = newestFirst.get(place);
            Kept<?> before = place + 1 < newestFirst.size() ? newestFirst.get(place + 1) : null;
            List<Change> changes = new java.util.ArrayList<>();
            for (Field field : version.type().fields()) {
                String was = before == null ? "" : field.words(before.content());
                String is = field.words(version.content());
                if (!was.equals(is)) {
                    changes.add(new Change(field.label(), was, is));
                }
            }
            versions.add(new Version(
                    version.version(),
                    Words.moment(version.knownFrom()),
                    version.post(),
                    version.why(),
                    version.stateWords(),
                    version.withdrawn(),
                    changes));
        }
        return versions;
    }
}
