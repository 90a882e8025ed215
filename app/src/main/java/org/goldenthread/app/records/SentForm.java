package org.goldenthread.app.records;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** What a form sent, by the fields' names; each of several answers on a line of its own. */
final class SentForm {

    private SentForm() {}

    static Map<String, String> answers(MultiValueMap<String, String> sent) {
        Map<String, String> answers = new HashMap<>();
        sent.forEach((name, values) -> answers.put(name, String.join("\n", values)));
        answers.remove("_csrf");
        return answers;
    }

    /** The token that was made when the form was opened; a new one where it has none. */
    static UUID token(Map<String, String> answers) {
        String token = answers.getOrDefault("token", "");
        return token.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(token) : UUID.randomUUID();
    }

    /** A text as it is compared: browsers send other line ends than are kept. */
    static String normal(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
