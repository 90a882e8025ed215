package org.goldenthread.app.loading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.app.scorecard.IndexStore;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.scorecard.IndexRow;
import org.goldenthread.returns.local.LocalCountsTemplate;
import org.goldenthread.returns.local.LocalMeasure;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The table of local counts that a council fills in: the local measures of its index, for its year. */
@Controller
class TemplateController {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Scorecards scorecards;
    private final IndexStore index;
    private final InstantSource clock;

    TemplateController(Scorecards scorecards, IndexStore index, InstantSource clock) {
        this.scorecards = scorecards;
        this.index = index;
        this.clock = clock;
    }

    @GetMapping("/loading/local-counts-template.{kind:csv|xlsx}")
    ResponseEntity<byte[]> download(@PathVariable String kind) throws IOException {
        List<LocalMeasure> measures = index.current().definition().rows().stream()
                .map(IndexRow::measure)
                .distinct()
                .flatMap(id -> scorecards.catalogue().findMeasure(id).stream())
                .filter(Measure::isLocal)
                .map(TemplateController::localMeasure)
                .toList();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (kind.equals("csv")) {
            LocalCountsTemplate.writeCsv(content, months(), measures);
        } else {
            LocalCountsTemplate.writeWorkbook(content, months(), measures);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.equals("csv") ? "text/csv;charset=UTF-8" : SPREADSHEET))
                .header("Content-Disposition", "attachment; filename=\"local-counts." + kind + "\"")
                .body(content.toByteArray());
    }

    /** The twelve months of the financial year of the last month loaded, or before the first load of today. */
    private List<YearMonth> months() {
        LocalDate day = scorecards.listMonths().stream()
                .findFirst()
                .map(YearMonth::atEndOfMonth)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")));
        YearMonth first = YearMonth.from(YearBasis.FINANCIAL.startOfYear(day));
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(12).toList();
    }

    private static LocalMeasure localMeasure(Measure measure) {
        LocalMeasure.Shape shape = measure.unit() == Unit.PERCENT || measure.unit() == Unit.RATE_PER_10000
                ? LocalMeasure.Shape.NUMERATOR_AND_DENOMINATOR
                : LocalMeasure.Shape.VALUE;
        return new LocalMeasure(measure.local(), measure.name(), shape, measure.definition());
    }
}
