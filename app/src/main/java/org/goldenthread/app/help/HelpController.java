package org.goldenthread.app.help;

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
    private final JdbcClient jdbc;

    HelpController(Pages pages, JdbcClient jdbc) {
        this.pages = pages;
        this.jdbc = jdbc;
    }

    @GetMapping("/help")
    View help() {
        return pages.of("help", "Help").with("");
    }

    /** Answers "ok" while the database does. */
    @GetMapping("/health")
    ResponseEntity<String> health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok("ok");
    }
}
