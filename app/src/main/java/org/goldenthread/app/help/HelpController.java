package org.goldenthread.app.help;

import org.goldenthread.app.scorecard.DisclosureStore;
import org.goldenthread.app.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The help page, and an address that a watch may ask. */
@Controller
class HelpController {

    private final Pages pages;
    private final DisclosureStore disclosure;
    private final JdbcClient jdbc;

    HelpController(Pages pages, DisclosureStore disclosure, JdbcClient jdbc) {
        this.pages = pages;
        this.disclosure = disclosure;
        this.jdbc = jdbc;
    }

    @GetMapping("/help")
    View help() {
        return pages.of("help", "Help").with(disclosure.current().smallCounts());
    }

    /** Answers "ok" while the database does. */
    @GetMapping("/health")
    ResponseEntity<String> health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok("ok");
    }
}
