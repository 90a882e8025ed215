package org.goldenthread.app.nightlist;

import java.time.InstantSource;
import java.time.LocalDate;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.publication.EncryptedPdf;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Tonight's list for whoever may open any file out of hours. */
@Controller
class NightListController {

    private final Pages pages;
    private final NightLists lists;
    private final Viewers viewers;
    private final InstantSource clock;

    NightListController(Pages pages, NightLists lists, Viewers viewers, InstantSource clock) {
        this.pages = pages;
        this.lists = lists;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping("/night-list")
    View show() {
        viewers.require(Right.BREAK_GLASS);
        return page("");
    }

    @PostMapping("/night-list")
    Object make(@RequestParam(defaultValue = "") String passphrase, @RequestParam(defaultValue = "") String again) {
        Viewer viewer = viewers.require(Right.BREAK_GLASS);
        if (!EncryptedPdf.isPassphrase(passphrase)) {
            return page("Enter a passphrase of " + EncryptedPdf.SHORTEST + " to " + EncryptedPdf.LONGEST
                    + " letters, figures, blanks and signs of an English keyboard");
        } else if (!passphrase.equals(again)) {
            return page("Enter the same passphrase twice");
        }
        NightLists.Made made =
                lists.make(passphrase, viewer.account(), viewer.role().label(), "downloaded");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"night-list-" + LocalDate.ofInstant(clock.instant(), Words.LONDON)
                                + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(made.pdf());
    }

    private View page(String problem) {
        return pages.of("night-list", "Tonight’s list")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new NightListPage(problem));
    }
}
