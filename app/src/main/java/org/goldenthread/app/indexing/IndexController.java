package org.goldenthread.app.indexing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.goldenthread.app.indexing.IndexPage.RowFields;
import org.goldenthread.app.scorecard.IndexStore;
import org.goldenthread.app.scorecard.SavedIndex;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.web.Pages;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.IndexRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Setting up the index. Every save is kept, and any of them can be gone back to. */
@Controller
class IndexController {

    private final Pages pages;
    private final IndexStore store;
    private final Scorecards scorecards;

    IndexController(Pages pages, IndexStore store, Scorecards scorecards) {
        this.pages = pages;
        this.store = store;
        this.scorecards = scorecards;
    }

    @GetMapping("/index")
    View show() {
        SavedIndex current = store.current();
        return page(
                "",
                current.definition().title(),
                current.definition().toCsv(),
                current.layout().asText());
    }

    @PostMapping("/index")
    View save(
            @RequestParam String title,
            @RequestParam String csv,
            @RequestParam String layout,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        String text = file == null || file.isEmpty() ? csv : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            check(IndexDefinition.parse("council", title, text, "the index"));
            store.save(title.strip(), text, layout, "Edited as a whole");
        } catch (IllegalArgumentException problem) {
            return page(String.valueOf(problem.getMessage()), title, text, layout);
        }
        pages.notice(request, "The index is saved.");
        return new RedirectView("/index");
    }

    @PostMapping("/index/go-back")
    View goBack(@RequestParam long version, HttpServletRequest request) {
        SavedIndex wanted = store.listVersions().stream()
                .filter(one -> one.id() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        save(wanted, wanted.definition(), "Gone back to an earlier save: " + wanted.note());
        pages.notice(request, "The index is as it was then.");
        return new RedirectView("/index");
    }

    @GetMapping("/index/export")
    ResponseEntity<String> export() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"index.csv\"")
                .body(store.current().definition().toCsv());
    }

    @GetMapping("/index/rows/{place:[0-9]{1,3}}")
    View row(@PathVariable int place) {
        IndexRow row = rowAt(place);
        return rowPage(place, row, "", RowFields.of(row));
    }

    @PostMapping("/index/rows/{place:[0-9]{1,3}}")
    View saveRow(@PathVariable int place, @ModelAttribute RowFields fields, HttpServletRequest request) {
        IndexRow row = rowAt(place);
        SavedIndex current = store.current();
        try {
            IndexDefinition changed = IndexEditing.withRow(current.definition(), place, fields, scorecards.catalogue());
            save(current, changed, "Changed indicator " + fields.number());
        } catch (IllegalArgumentException problem) {
            return rowPage(place, row, String.valueOf(problem.getMessage()), fields);
        }
        pages.notice(request, "Indicator " + fields.number() + " is saved.");
        return new RedirectView("/index");
    }

    @PostMapping("/index/rows/{place:[0-9]{1,3}}/move")
    View move(@PathVariable int place, @RequestParam int by) {
        IndexRow row = rowAt(place);
        SavedIndex current = store.current();
        save(current, IndexEditing.moved(current.definition(), place, Integer.signum(by)), "Moved " + row.number());
        return new RedirectView("/index");
    }

    @PostMapping("/index/rows/{place:[0-9]{1,3}}/remove")
    View remove(@PathVariable int place, HttpServletRequest request) {
        IndexRow row = rowAt(place);
        SavedIndex current = store.current();
        save(current, IndexEditing.without(current.definition(), place), "Took out " + row.number());
        pages.notice(request, "Indicator " + row.number() + " is taken out. You can go back to the save before.");
        return new RedirectView("/index");
    }

    private void save(SavedIndex current, IndexDefinition changed, String note) {
        store.save(changed.title(), changed.toCsv(), current.layout().asText(), note);
    }

    private void check(IndexDefinition index) {
        for (IndexRow row : index.rows()) {
            if (scorecards.catalogue().findMeasure(row.measure()).isEmpty()) {
                throw new IllegalArgumentException("Indicator " + row.number() + " names the measure '" + row.measure()
                        + "', which does not exist. The list of measures is on the page of each indicator.");
            }
        }
    }

    private IndexRow rowAt(int place) {
        var rows = store.current().definition().rows();
        if (place >= rows.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return rows.get(place);
    }

    private View page(String problem, String title, String csv, String layout) {
        return pages.of("index", "Set up the index")
                .with(new IndexPage(store.current(), store.listVersions(), problem, title, csv, layout));
    }

    private View rowPage(int place, IndexRow row, String problem, RowFields typed) {
        return pages.of("index-row", "Indicator " + row.number())
                .under("Set up the index", "/index")
                .with(new IndexPage.RowForm(
                        row,
                        place,
                        store.current().definition().rows().size(),
                        scorecards.catalogue().listMeasures().stream()
                                .map(Measure::id)
                                .sorted()
                                .toList(),
                        problem,
                        typed));
    }
}
