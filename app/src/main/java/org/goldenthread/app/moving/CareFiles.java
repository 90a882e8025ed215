package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the files of the return of children looked after say, as facts of the record's kinds.
 *
 * @param rows how many rows the files have
 * @param refused those of them that are in no fact, each with why; with those read they are the whole file
 */
record CareFiles(List<Child> children, List<Fact> facts, List<Refused> refused, int rows) {

    /** @param number the council's own id of the child */
    record Child(
            String number, @Nullable LocalDate born, String sex, String ethnicity, String upn, String upnUnknown) {}

    /**
     * Something that was so from one day to another.
     *
     * @param id of the fact among those of the import
     * @param kind of record that it would be
     * @param follows the fact that it comes of; null for none
     * @param answers what would be typed into the form of that kind
     * @param ended null while it lasts
     */
    record Fact(
            int id,
            String number,
            String kind,
            @Nullable Integer follows,
            Map<String, String> answers,
            LocalDate began,
            @Nullable LocalDate ended,
            String file,
            int line) {}

    /** @param line of the file, from 1; nought where it is about the whole file */
    record Refused(String file, int line, String why) {}
}
