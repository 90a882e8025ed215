package org.goldenthread.app.search;

import java.util.List;
import java.util.Objects;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page on which people are found. */
@Controller
class PeopleController {

    private final Pages pages;
    private final PersonSearch search;
    private final MirrorSearch mirrors;
    private final Viewers viewers;

    PeopleController(Pages pages, PersonSearch search, MirrorSearch mirrors, Viewers viewers) {
        this.pages = pages;
        this.search = search;
        this.mirrors = mirrors;
        this.viewers = viewers;
    }

    @GetMapping("/people")
    View find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        FoundPeople found = search.find(q, page);
        return pages.of("people", "Find a person")
                .with(new PeoplePage(
                        found,
                        found.page() == 1 ? mirrors.find(found.words()) : List.of(),
                        mirrors.listMirrored(found.people().stream()
                                .map(each -> each.shown().person())
                                .filter(Objects::nonNull)
                                .toList()),
                        viewers.getViewer().may(Right.FIND_EVERY_CHILD)));
    }
}
