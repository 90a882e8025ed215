package org.goldenthread.app.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads old addresses of a person whose record was merged on to the one who stays: a link or bookmark by going there, and a form that
 * was open at the time by being saved there, so that nothing that was typed is lost. Of a person whose record was destroyed it says so.
 */
@Configuration(proxyBeanMethods = false)
class LeadOn implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern PERSON =
            Pattern.compile("^((?:/api/v1)?/people/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)?$");

    private final JdbcClient jdbc;

    LeadOn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/people/*", "/people/*/**", "/api/v1/people/*", "/api/v1/people/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        Matcher matcher = PERSON.matcher(request.getRequestURI());
        if (!matcher.matches()) {
            return true;
        }
        UUID asked = UUID.fromString(matcher.group(2));
        UUID person = jdbc.sql("select case when was_destroyed(?) then null else stands_for(?) end")
                .params(asked, asked)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(null);
        if (person == null) {
            response.sendError(HttpStatus.GONE.value());
            return false;
        }
        // As it was known on an earlier day the old record is still one of its own.
        if (person.equals(asked)
                || request.getParameter("as-known") != null
                || request.getParameter("asKnown") != null) {
            return true;
        }
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        String address = matcher.group(1) + person + rest;
        if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            response.sendRedirect(address + (query == null ? "" : "?" + query));
        } else {
            request.getRequestDispatcher(address).forward(request, response);
        }
        return false;
    }
}
