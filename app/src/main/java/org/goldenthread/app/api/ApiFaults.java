package org.goldenthread.app.api;

import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.StaleException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a form says beside its fields, said to a program. */
@RestControllerAdvice(basePackageClasses = ApiFaults.class)
class ApiFaults {

    @ExceptionHandler
    ResponseEntity<String> refused(RefusedException refused) {
        return Problem.refused(refused.faults()).answer();
    }

    @ExceptionHandler
    ResponseEntity<String> stale(StaleException unused) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED).answer();
    }
}
