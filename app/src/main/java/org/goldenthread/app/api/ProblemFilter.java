package org.goldenthread.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.goldenthread.app.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers as {@link Problem} whatever fails behind it, where a page would lead on to the page for errors. */
final class ProblemFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, new Answering(response));
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw new IOException(failure);
            }
            response.reset();
            response.setHeader("Cache-Control", "no-store");
            problemOf(failure).write(response);
        }
    }

    private static Problem problemOf(Exception failure) {
        String reference = Long.toString(System.nanoTime() & 0xffffffL, 36).toUpperCase(Locale.ROOT);
        // The provider whose keys a token is checked with is away, or the database.
        if (failure instanceof AuthenticationServiceException
                || failure instanceof JwtDecoderInitializationException
                || Outage.of(failure) != null) {
            LOG.error("A request of the API could not be answered just now; reference {}.", reference, failure);
            return Outage.of(failure) == Outage.CROSSED
                    ? Problem.crossed()
                    : Problem.of(HttpStatus.SERVICE_UNAVAILABLE);
        }
        LOG.error("A request of the API failed; reference {}.", reference, failure);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The fault is ours. Nothing that was saved before is lost. Give your administrator the reference "
                        + reference + ": it finds the cause in the log.");
    }

    private static final class Answering extends HttpServletResponseWrapper {

        private final HttpServletResponse response;

        Answering(HttpServletResponse response) {
            super(response);
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            HttpStatus known = HttpStatus.resolve(status);
            response.resetBuffer();
            Problem.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known).write(response);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            // The message may quote what was sent.
            sendError(status);
        }
    }
}
