package org.goldenthread.app.drafts;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Takes what a page's script sends while a person types. */
@Controller
class DraftsController {

    static final int LONGEST = 400_000;

    private final Drafts drafts;

    DraftsController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping("/drafts/{form:[a-z0-9.-]{1,80}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String form, @RequestParam MultiValueMap<String, String> fields) {
        Map<String, String> kept = new HashMap<>();
        fields.forEach((name, values) -> kept.put(name, String.join("\n", values)));
        kept.remove("_csrf");
        if (kept.values().stream().mapToInt(String::length).sum() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        drafts.keep(form, kept);
    }
}
