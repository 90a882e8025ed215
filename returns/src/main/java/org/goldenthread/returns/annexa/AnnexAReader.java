package org.goldenthread.returns.annexa;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.tabular.Workbook;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Annex A workbook into {@code gt_annex_a_1} to {@code gt_annex_a_11}, and what it says of children into {@code
 * ssd_person}.
 *
 * <p>Sheets are told by their headings, whatever they are named and in whatever order. Rows do not go into the event tables
 * of the Standard Safeguarding Dataset, where they would be counted beside the same events of another return.
 */
public final class AnnexAReader {
    /** What the returns of a snapshot call it. */
    public static final String RETURN = "annex-a";

    private AnnexAReader() {}

    /**
     * @param extracted day on which the newest returns were taken from the council's system; null where nobody said. A date
     *     in the file's name goes before it, and it is not believed where the lists end long before or go on after
     */
    public static void read(Path file, @Nullable LocalDate extracted, RowSink sink) {
        try (Workbook workbook = Workbook.open(file)) {
            List<RecognisedSheet> sheets = recognise(workbook, sink);
            if (sheets.isEmpty()) {
                throw new RefusedFile(
                        "No sheet of the workbook has the headings of an Annex A list.",
                        "Load the workbook that was made for Ofsted, with its headings as Ofsted words them.");
            }
            LocalDate day = ListDay.find(file, extracted, sheets, sink);
            String name = String.valueOf(file.getFileName());
            Map<AnnexAList, Integer> told = new HashMap<>();
            Map<AnnexAList, List<String>> names = names(sheets);
            warnOfRepeatedLists(names, sink);
            for (RecognisedSheet sheet : sheets) {
                boolean oneOfSeveral =
                        names.getOrDefault(sheet.list(), List.of()).size() > 1;
                new ListReader(sheet, oneOfSeveral, name, day, sink).read();
                told.put(sheet.list(), new GivenList(sheet).tell(told.getOrDefault(sheet.list(), 0), day, sink));
            }
            noteMissingLists(sheets, sink);
        } catch (RefusedFile refused) {
            sink.finding(Severity.ERROR, null, "", refused.problem(), refused.action());
        } catch (IOException broken) {
            sink.finding(
                    Severity.ERROR,
                    null,
                    "",
                    "The workbook cannot be read.",
                    "Check that it exists and that you may read it.");
        }
    }

    /** Whether the file is a workbook with at least one Annex A list. */
    public static boolean recognises(Path file) {
        try (Workbook workbook = Workbook.open(file)) {
            for (Workbook.Worksheet sheet : workbook.listSheets()) {
                if (RecognisedSheet.recognises(sheet)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static List<RecognisedSheet> recognise(Workbook workbook, RowSink sink) throws RefusedFile {
        List<RecognisedSheet> sheets = new ArrayList<>();
        for (Workbook.Worksheet sheet : workbook.listSheets()) {
            RecognisedSheet found = RecognisedSheet.recognise(sheet).orElse(null);
            if (found == null) {
                sink.finding(
                        Severity.NOTE,
                        null,
                        "",
                        "The sheet \"" + sheet.name() + "\" is no Annex A list and was not read.",
                        "Nothing, unless it should be one: then check its headings.");
            } else if (sheet.isHidden()) {
                sink.finding(
                        Severity.WARNING,
                        null,
                        "",
                        "The sheet \"" + sheet.name() + "\" is hidden and was not read.",
                        "Show the sheet if its rows are to count.");
            } else {
                sheets.add(found);
            }
        }
        return sheets;
    }

    /** The names of the sheets that are each list. */
    private static Map<AnnexAList, List<String>> names(List<RecognisedSheet> sheets) {
        return sheets.stream()
                .collect(Collectors.groupingBy(
                        RecognisedSheet::list,
                        () -> new TreeMap<>(Comparator.comparing(AnnexAList::number)),
                        Collectors.mapping(sheet -> "\"" + sheet.name() + "\"", Collectors.toList())));
    }

    private static void warnOfRepeatedLists(Map<AnnexAList, List<String>> names, RowSink sink) {
        names.forEach((list, sheets) -> {
            if (sheets.size() > 1) {
                sink.finding(
                        Severity.WARNING,
                        null,
                        "",
                        list.about() + " is in " + sheets.size() + " sheets, " + String.join(" and ", sheets)
                                + "; the rows of all were read.",
                        "If one repeats another take it out, or its rows count twice.");
            }
        });
    }

    private static void noteMissingLists(List<RecognisedSheet> sheets, RowSink sink) {
        Set<Integer> found =
                sheets.stream().map(sheet -> sheet.list().number()).collect(Collectors.toCollection(TreeSet::new));
        for (AnnexAList list : AnnexAList.listAll()) {
            if (!found.contains(list.number())) {
                sink.finding(
                        Severity.NOTE,
                        null,
                        "",
                        "The workbook has no list " + list.number() + " (" + list.title() + ").",
                        "Add it if measures are to be made from it.");
            }
        }
    }
}
