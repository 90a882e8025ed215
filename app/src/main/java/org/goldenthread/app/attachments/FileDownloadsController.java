package org.goldenthread.app.attachments;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives files out in a way in which no browser opens or runs them within this site. */
@Controller
class FileDownloadsController {

    private final Attachments attachments;

    FileDownloadsController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/records/attachment/{id:[0-9a-f-]{36}}/files/{number}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable int number) {
        Attachments.Given given =
                attachments.give(id, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, given.file().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(given.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(given.content());
    }
}
