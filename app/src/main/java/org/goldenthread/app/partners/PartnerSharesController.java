package org.goldenthread.app.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.SharedWords;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** What is shared with a partner's agency. */
@Controller
class PartnerSharesController {

    private static final int PAGE_SIZE = 20;

    private final Pages pages;
    private final Sharings sharings;
    private final RecordTypes types;

    PartnerSharesController(Pages pages, Sharings sharings, RecordTypes types) {
        this.pages = pages;
        this.sharings = sharings;
        this.types = types;
    }

    @GetMapping("/agency/shares")
    View list(@RequestParam(defaultValue = "1") int page) {
        List<Sharings.Shared> all = sharings.listShared();
        Paging paging = new Paging(page, all.size(), PAGE_SIZE, "/agency/shares");
        List<Sharings.Shared> shown =
                all.stream().skip(paging.from()).limit(PAGE_SIZE).toList();
        sharings.logListed(shown);
        return pages.of("agency-list", "Shared with you")
                .with(new AgencyList(
                        "What a worker of the council shared with your agency, for the purpose that stands beside it and no other.",
                        List.of("What", "Child", "Born", "What for", "Shared"),
                        shown.stream()
                                .map(each -> new AgencyList.Row(
                                        type(each).title(),
                                        "/agency/shares/" + each.id(),
                                        List.of(
                                                each.child(),
                                                each.born() == null ? "" : Words.day(each.born()),
                                                each.purpose(),
                                                dates(each))))
                                .toList(),
                        "Nothing is shared with your agency now.",
                        "",
                        "",
                        paging));
    }

    @GetMapping("/agency/shares/{id:[0-9a-f-]{36}}")
    View show(@PathVariable UUID id) {
        Sharings.Shared shared = sharings.listShared().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String columns = sharings.open(shared).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<String> notes = new ArrayList<>(List.of(
                "For this alone: " + shared.purpose(),
                Basis.valueOf(shared.basis()).label() + ".",
                "As it stood when " + shared.post() + " shared it, " + dates(shared)
                        + ". That you looked is recorded."));
        return pages.of("agency-words", type(shared).title() + " of " + shared.child())
                .under("Shared with you", "/agency/shares")
                .with(new AgencyWords(
                        "",
                        notes,
                        SharedWords.lines(type(shared), columns).stream()
                                .map(line -> new AgencyWords.Line(line.field().label(), line.words()))
                                .toList(),
                        List.of(),
                        ""));
    }

    private static String dates(Sharings.Shared shared) {
        return "from " + Words.day(shared.started())
                + (shared.ended() == null ? "" : " until before " + Words.day(shared.ended()));
    }

    private RecordType<?> type(Sharings.Shared shared) {
        return types.getType(shared.kind().replace('_', '-'));
    }
}
