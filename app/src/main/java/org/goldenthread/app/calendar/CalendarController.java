package org.goldenthread.app.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** The feed itself, which its secret address opens, and the page on which the address is made and taken back. */
@Controller
class CalendarController {

    private final Pages pages;
    private final CalendarFeeds feeds;
    private final Viewers viewers;

    CalendarController(Pages pages, CalendarFeeds feeds, Viewers viewers) {
        this.pages = pages;
        this.feeds = feeds;
        this.viewers = viewers;
    }

    @GetMapping("/calendar")
    View show() {
        viewers.require(Right.SEE_RECORDS);
        return page("");
    }

    /** The address is shown in the answer itself and nowhere again, so this is not led on to another page. */
    @PostMapping("/calendar")
    View make(@RequestParam(defaultValue = "false") boolean number) {
        String secret = feeds.make(number);
        return page(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/calendar/" + secret + ".ics")
                .toUriString());
    }

    @PostMapping("/calendar/take-back")
    View takeBack(HttpServletRequest request) {
        feeds.takeBack();
        pages.notice(request, "The address is taken back. It leads nowhere from now on.");
        return new RedirectView("/calendar");
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        String calendar = feeds.read(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"due-dates.ics\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    private View page(String address) {
        Optional<CalendarFeeds.Standing> standing = feeds.findStanding();
        return pages.of("calendar", "Your due dates in a calendar")
                .under("Work", "/work")
                .with(new CalendarPage(
                        address,
                        standing.map(each -> Words.moment(each.madeAt())).orElse(""),
                        standing.map(CalendarFeeds.Standing::saysNumber).orElse(true)));
    }
}
