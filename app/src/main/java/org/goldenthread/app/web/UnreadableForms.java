package org.goldenthread.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form that should bring files and is none, or is cut off, is the sender's fault and not ours: it is no failure in the log. */
@ControllerAdvice
class UnreadableForms {

    @ExceptionHandler
    void refuse(MultipartException problem, HttpServletResponse response) throws IOException {
        HttpStatus status = problem instanceof MaxUploadSizeExceededException
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }
}
