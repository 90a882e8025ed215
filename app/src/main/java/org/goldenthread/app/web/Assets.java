package org.goldenthread.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Styles and scripts, by name from a short list.
 *
 * <p>GOV.UK Frontend is served with its typeface taken out: the crown and GDS Transport are for GOV.UK itself, and a
 * council's pages use the reader's own.
 */
@Controller
class Assets {

    private static final String FRONTEND = "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final Map<String, String> FILES = Map.of(
            "govuk-frontend.css", FRONTEND + "govuk-frontend.min.css",
            "govuk-frontend.js", FRONTEND + "govuk-frontend.min.js",
            "golden-thread.css", "/org/goldenthread/app/assets/golden-thread.css",
            "golden-thread.js", "/org/goldenthread/app/assets/golden-thread.js",
            "begin.js", "/org/goldenthread/app/assets/begin.js",
            "icon.svg", "/org/goldenthread/app/assets/icon.svg");

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> show(@PathVariable String name) throws IOException {
        String resource = Optional.ofNullable(FILES.get(name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] content = contents.get(name);
        if (content == null) {
            content = read(resource);
            contents.put(name, content);
        }
        return ResponseEntity.ok()
                .contentType(typeOf(name))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(content);
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream file = Assets.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IOException("This build lacks " + resource + ".");
            }
            byte[] content = file.readAllBytes();
            return resource.endsWith("govuk-frontend.min.css")
                    ? withoutTypeface(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8)
                    : content;
        }
    }

    static String withoutTypeface(String css) {
        return css.replaceAll("/\\*! Copyright[^*]*\\*/", "")
                .replaceAll("@font-face\\{[^}]*}", "")
                .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "")
                .replace("GDS Transport,arial", "arial");
    }

    private static MediaType typeOf(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "css" -> new MediaType("text", "css", StandardCharsets.UTF_8);
            case "js" -> new MediaType("text", "javascript", StandardCharsets.UTF_8);
            default -> MediaType.valueOf("image/svg+xml");
        };
    }
}
