package org.goldenthread.app.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads old addresses of a person whose record was merged on to the one who stays: a link or bookmark by going there, and a form that
 * was open at the time by being saved there, so that nothing that was typed is lost. Of a person whose record was destroyed it says so.
 *
 * <p>A program is led on by the same, with these differences: only where it may see the one who stays, since whom it may not see is not
 * there for it; and a change of the merged record itself is refused as that of a version that is no longer the present one, since by
 * its number it could pass for one of the other record's.
 */
@Configuration(proxyBeanMethods = false)
class LeadOn implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String PEOPLE = "/people/";
    private static final String OWN_RECORD = "/records/person/";
    private static final String API = "/api/v1";
    private static final Pattern ADDRESS =
            Pattern.compile("^((" + API + ")?(" + PEOPLE + "|" + OWN_RECORD + "))" + ID + "(/.*)?$");

    private final JdbcClient jdbc;

    LeadOn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of the person who is asked for.
     *
     * @param stays whom they stand for now; themselves where they are not merged
     * @param seen whether they are merged with somebody whom whoever asks may see
     */
    private record Fate(boolean destroyed, UUID stays, boolean seen) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(Stream.of(PEOPLE, OWN_RECORD, API + PEOPLE, API + OWN_RECORD)
                        .flatMap(start -> Stream.of(start + "*", start + "*/**"))
                        .toList());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            return true;
        }
        UUID asked = UUID.fromString(address.group(4));
        Fate fate = fate(asked);
        if (fate.destroyed()) {
            response.sendError(HttpStatus.GONE.value());
            return false;
        }
        boolean ofProgram = address.group(2) != null;
        boolean ownRecord = address.group(3).equals(OWN_RECORD);
        // As it was known on an earlier day the old record is still one of its own, and so are its versions on the
        // pages.
        if (fate.stays().equals(asked)
                || ofProgram && !fate.seen()
                || !ofProgram && ownRecord
                || request.getParameter("as-known") != null
                || request.getParameter("asKnown") != null) {
            return true;
        }
        String rest = address.group(5) == null ? "" : address.group(5);
        String onwards = address.group(1) + fate.stays() + rest;
        if (!request.getMethod().equals("GET")) {
            if (ownRecord) {
                response.sendError(HttpStatus.PRECONDITION_FAILED.value());
            } else {
                request.getRequestDispatcher(onwards).forward(request, response);
            }
            return false;
        }
        String query = request.getQueryString();
        String location = onwards + (query == null ? "" : "?" + query);
        if (ofProgram) {
            // Not for good: a merge can be undone.
            response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, location);
        } else {
            response.sendRedirect(location);
        }
        return false;
    }

    private Fate fate(UUID asked) {
        return jdbc.sql("select was_destroyed(:asked) as destroyed, stays, stays <> :asked and may_see(stays) as seen"
                        + " from (select stands_for(:asked) as stays) as person")
                .param("asked", asked)
                .query((row, number) -> new Fate(
                        row.getBoolean("destroyed"), row.getObject("stays", UUID.class), row.getBoolean("seen")))
                .single();
    }
}
