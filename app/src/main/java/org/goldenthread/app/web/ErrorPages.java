package org.goldenthread.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.goldenthread.app.database.Outage;
import org.goldenthread.core.disclosure.NotProvedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What a person sees when a page cannot be shown: what is wrong and what to do. */
@Controller
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * What an error page says.
     *
     * @param reference finds the cause in the log; empty where there is none to find
     */
    public record Said(String what, String action, String reference) {}

    @RequestMapping("/error")
    View show(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        return switch (status) {
            case NOT_FOUND ->
                page(
                        status,
                        "Page not found",
                        "There is no page at this address. It may have been mistyped, or what it showed is no longer kept.",
                        "Check the address, or go back to the scorecard.");
            case GONE ->
                page(
                        status,
                        "This record was destroyed",
                        "It was kept as long as it had to be. What was in it is gone, and nobody can bring it back.",
                        "Ask information governance for the certificate if you must show that it was.");
            case FORBIDDEN ->
                page(
                        status,
                        "You cannot see this page",
                        "Your account does not have the right to see or do this, or the form was open so long that your"
                                + " session ended.",
                        "Go back and try again. If you need the right for your work, ask your administrator.");
            case BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE ->
                page(
                        status,
                        "That could not be understood",
                        "Something in the address or the form is not what this page expects.",
                        "Go back and try again from the page you came from.");
            case CONTENT_TOO_LARGE ->
                page(
                        status,
                        "The files are too large",
                        "Together the files are larger than one gigabyte, which is more than one load takes.",
                        "Load them in smaller lots.");
            default -> failure(request);
        };
    }

    private View failure(HttpServletRequest request) {
        String reference = Long.toString(System.nanoTime() & 0xffffffL, 36).toUpperCase(java.util.Locale.ROOT);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (cause instanceof Throwable thrown && isNotProved(thrown)) {
            return page(
                    HttpStatus.CONFLICT,
                    "The public scorecard cannot be shown",
                    "It could not be proved that these figures, with those published before, tell nothing of a person.",
                    "Ask your analyst to look at what was revised since the last report.");
        }
        Outage outage = cause instanceof Throwable thrown ? Outage.of(thrown) : null;
        if (outage != null) {
            LOG.error("The database could do nothing ({}); reference {}.", outage, reference, (Throwable) cause);
            return outage(outage, reference);
        }
        LOG.error("A page failed; reference {}.", reference, cause instanceof Throwable thrown ? thrown : null);
        return pages.of("error", "Something went wrong")
                .status(HttpStatus.INTERNAL_SERVER_ERROR)
                .with(new Said(
                        "The fault is ours. Nothing that was saved before is lost.",
                        "Try again in a minute. If it happens again, give your administrator the reference below: it finds the"
                                + " cause in the log.",
                        reference));
    }

    private View outage(Outage outage, String reference) {
        return pages.of("error", "That could not be saved or shown just now")
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .with(
                        switch (outage) {
                            case FULL ->
                                new Said(
                                        "The disk that the record is kept on is full. What was saved before is safe; what you"
                                                + " sent just now is not saved.",
                                        "Go back: what you typed is still in the form. Keep that page open, or copy your words"
                                                + " to where they are safe. Tell your administrator that the disk is full,"
                                                + " with the reference below, and press the button again when there is room.",
                                        reference);
                            case CROSSED ->
                                new Said(
                                        "Something else was being saved at the same moment, and the two waited for one another."
                                                + " What was saved before is safe; what you sent just now is not saved.",
                                        "Go back: what you typed is still in the form. Press the button again. What arrives"
                                                + " twice counts once. If it happens again, give your administrator the"
                                                + " reference below.",
                                        reference);
                            case AWAY ->
                                new Said(
                                        "The record’s database does not answer. What was saved before is safe; what you sent"
                                                + " just now may not be saved.",
                                        "Wait a minute and go back: what you typed is still in the form. Press the button"
                                                + " again. What arrives twice counts once. If it happens again, give your"
                                                + " administrator the reference below.",
                                        reference);
                        });
    }

    private static boolean isNotProved(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof NotProvedException) {
                return true;
            }
        }
        return false;
    }

    private View page(HttpStatus status, String title, String what, String action) {
        return pages.of("error", title).status(status).with(new Said(what, action, ""));
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
