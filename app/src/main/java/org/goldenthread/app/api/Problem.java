package org.goldenthread.app.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.records.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request was not done, by RFC 9457. It names no address and no person, so that it can be logged, and so that one who is not there
 * and one who must not be seen are answered in the same bytes.
 *
 * @param detail what is wrong and what to do
 * @param errors what is wrong with which answer, in the words of the form
 * @param retryAfter seconds after which it may be sent again; nought where sending again is no help
 */
record Problem(HttpStatus status, String detail, List<Fault> errors, int retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds in which a database that fell over is started again, and a provider that was away may be back. */
    private static final int UNTIL_BACK = 60;

    private static final JsonMapper JSON = new JsonMapper();

    static Problem of(HttpStatus status) {
        return new Problem(
                status,
                switch (status) {
                    case NOT_FOUND -> "There is nothing at this address, or nothing that you may see.";
                    case GONE -> "This record was kept as long as it had to be, and was destroyed.";
                    case FORBIDDEN -> "Your role does not have the right to see or do this.";
                    case METHOD_NOT_ALLOWED -> "This address does not take that method. See /api/v1/openapi.json.";
                    case NOT_ACCEPTABLE -> "The answer is JSON. Accept application/json.";
                    case UNSUPPORTED_MEDIA_TYPE -> "Send JSON, as application/json.";
                    case CONTENT_TOO_LARGE -> "The request is larger than one megabyte. Nothing was saved.";
                    case LENGTH_REQUIRED -> "Say with Content-Length how long the request is. Nothing was saved.";
                    case TOO_MANY_REQUESTS ->
                        "There were too many requests in one minute. Wait as long as Retry-After says.";
                    case PRECONDITION_FAILED ->
                        "Somebody else changed this record since you read it. Nothing was saved. Read it again, put both"
                                + " together, and send that with the new ETag.";
                    case PRECONDITION_REQUIRED ->
                        "Say with If-Match which version you read: its ETag. Nothing was saved.";
                    case SERVICE_UNAVAILABLE ->
                        "The record cannot be read or written just now. What was saved before is safe. Try again in a minute;"
                                + " with the same Idempotency-Key what arrives twice counts once.";
                    case BAD_REQUEST -> "Something in the request could not be understood. See /api/v1/openapi.json.";
                    default -> "This could not be done.";
                },
                List.of(),
                status == HttpStatus.SERVICE_UNAVAILABLE ? UNTIL_BACK : 0);
    }

    /** Two were saved at one moment and waited for one another: this one was given up, and can be sent again at once. */
    static Problem crossed() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Something else was being saved at the same moment, and the two waited for one another. Nothing of this request"
                        + " was saved. Send it again; with the same Idempotency-Key what arrives twice counts once.",
                List.of(),
                1);
    }

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, List.of(), 0);
    }

    static Problem refused(List<Fault> errors) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "Nothing was saved. Put right what the errors name.", errors, 0);
    }

    ResponseEntity<String> answer() {
        return ResponseEntity.status(status).header("Content-Type", MEDIA_TYPE).body(json());
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        if (retryAfter > 0) {
            response.setHeader("Retry-After", String.valueOf(retryAfter));
        }
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json());
    }

    private String json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return JSON.writeValueAsString(body);
    }
}
