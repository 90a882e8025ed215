package org.goldenthread.app.correcting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.app.web.Pages;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Problem;
import org.goldenthread.returns.correct.RowId;
import org.goldenthread.returns.correct.ShownField;
import org.goldenthread.returns.correct.ShownRow;
import org.goldenthread.returns.correct.ShownTable;
import org.springframework.stereotype.Component;

/** What the pages of a return have in common. */
@Component
class Shown {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Explanations explanations;
    private final WorkStore store;
    private final Pages pages;

    Shown(Explanations explanations, WorkStore store, Pages pages) {
        this.explanations = explanations;
        this.store = store;
        this.pages = pages;
    }

    Standing standing(Work work, Desk desk) {
        return new Standing(desk, explanations.of(work));
    }

    ReturnPage.Head head(Work work, Desk desk, Standing all) {
        return new ReturnPage.Head(
                work.id().toString(),
                work.returnName().equals("cin"),
                work.address(),
                work.authority(),
                (int) desk.listChildren().stream()
                        .filter(child -> !child.isEmpty())
                        .count(),
                all.errors(),
                all.queries(),
                all.explained(),
                work.problemsAtFirst(),
                store.countChanges(work.id()),
                desk.notRun().size(),
                desk.refusals().size(),
                all.isClean());
    }

    /** A page of a return, under the list and the return's own first page. */
    Pages.Making page(String template, String title, Work work) {
        Pages.Making making =
                pages.of(template, title).under("Statutory returns", "/returns").wide();
        return title.equals(work.title()) ? making : making.under(work.title(), work.address());
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Address of a child's page. */
    static String childAddress(Work work, String child) {
        return work.address() + "/child?child=" + URLEncoder.encode(child, StandardCharsets.UTF_8);
    }

    static String childTitle(Work work, String child) {
        return child.isEmpty()
                ? work.returnName().equals("cin") ? "The census itself" : "Rows without a child"
                : "Child " + child;
    }

    /** A row's place in the files, such as episodes.csv, row 12. */
    static String where(Work work, ShownRow row) {
        return row.isAdded()
                ? "added here"
                : row.file() + (work.returnName().equals("cin") ? ", line " : ", row ") + row.line();
    }

    /** The fields that a problem is about with what they hold. */
    static List<RulePage.Value> values(Desk desk, Problem problem) {
        RowId id = problem.row();
        List<RulePage.Value> values = new ArrayList<>();
        if (id == null) {
            return values;
        }
        ShownTable table = desk.getTable(id.table());
        desk.findRow(id)
                .ifPresent(row -> problem.fields().forEach(name -> {
                    int place = table.place(name);
                    if (place >= 0) {
                        ShownField field = table.fields().get(place);
                        String text = row.texts().get(place);
                        values.add(new RulePage.Value(name, field.title(), text, meaning(field, text)));
                    }
                }));
        return values;
    }

    static String meaning(ShownField field, String text) {
        return field.codes()
                .getOrDefault(text.toUpperCase(Locale.ROOT), field.codes().getOrDefault(text, ""));
    }

    /** The social workers that the return names. */
    static List<String> workers(Desk desk) {
        Set<String> workers = new TreeSet<>();
        for (String child : desk.listChildren()) {
            String worker = desk.worker(child);
            if (!worker.isEmpty()) {
                workers.add(worker);
            }
        }
        return List.copyOf(workers);
    }
}
