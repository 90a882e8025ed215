package org.goldenthread.app.correcting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.web.Pages;
import org.goldenthread.returns.correct.ConflictException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Says that a change was not made because somebody else was first, on the page that it was asked for from. */
@ControllerAdvice(assignableTypes = {ChildController.class, BulkController.class})
class ConflictAdvice {
    private static final Pattern RETURN = Pattern.compile("/returns/[0-9a-f-]{36}");

    private final Pages pages;

    ConflictAdvice(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(ConflictException.class)
    View conflict(ConflictException conflict, HttpServletRequest request) {
        pages.notDone(request, String.valueOf(conflict.getMessage()));
        Matcher address = RETURN.matcher(request.getRequestURI());
        String base = address.find() ? address.group() : "/returns";
        String child = request.getParameter("child");
        return new RedirectView(
                child == null
                        ? base
                        : base + "/child?child="
                                + java.net.URLEncoder.encode(child, java.nio.charset.StandardCharsets.UTF_8));
    }
}
