package org.goldenthread.app.loading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.app.scorecard.IndexStore;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.measures.scorecard.IndexRow;
import org.goldenthread.returns.local.LocalCountsTemplate;
import org.goldenthread.returns.local.LocalMeasure;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The table of local counts that a council fills in: the local measures of its index, for its year. */
@Controller
class TemplateController {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Scorecards scorecards;
    private final IndexStore index;

    TemplateController(Scorecards scorecards, IndexStore index) {
        this.scorecards = scorecards;
        this.index = index;
    }

    /** @param year the calendar year in which the financial year begins */
    @GetMapping("/loading/local-counts-template")
    ResponseEntity<byte[]> download(@RequestParam int year, @RequestParam(defaultValue = "xlsx") String kind)
            throws IOException {
        if (year < EARLIEST || year > LATEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        List<YearMonth> months = Stream.iterate(YearMonth.of(year, 4), month -> month.plusMonths(1))
                .limit(12)
                .toList();
        List<LocalMeasure> measures = LocalMeasures.of(index.current().definition().rows().stream()
                .map(IndexRow::measure)
                .distinct()
                .flatMap(id -> scorecards.catalogue().findMeasure(id).stream()));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (kind.equals("csv")) {
            LocalCountsTemplate.writeCsv(content, months, measures);
        } else {
            LocalCountsTemplate.writeWorkbook(content, months, measures);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.equals("csv") ? "text/csv;charset=UTF-8" : SPREADSHEET))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"local-counts-" + year + "." + (kind.equals("csv") ? "csv" : "xlsx")
                                + "\"")
                .body(content.toByteArray());
    }
}
