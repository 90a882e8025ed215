package org.goldenthread.returns.write.daily;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Carries one body to the collection, trying again where that may help. */
final class Line implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
    private final Destination destination;
    private final AccessToken token;
    private final Duration patience;
    private final Tries tries;
    private final Sleeper sleeper;

    /** @param patience how long an answer may take */
    Line(Destination destination, AccessToken token, Duration patience, Tries tries, Sleeper sleeper) {
        this.destination = destination;
        this.token = token;
        this.patience = patience;
        this.tries = tries;
        this.sleeper = sleeper;
    }

    /** Waits. */
    interface Sleeper {
        void sleep(Duration wait) throws InterruptedException;
    }

    /** What became of a body that cannot be sent again to any use. */
    enum Answer {
        ACCEPTED,
        MALFORMED,
        TOO_MANY
    }

    /** @throws SendStopped where the collection does not let the council in, gives no answer that the contract has, or all tries failed */
    Answer send(String body) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            String failure;
            Optional<String> retryAfter = Optional.empty();
            try {
                HttpResponse<Void> response = client.send(request(body), HttpResponse.BodyHandlers.discarding());
                int status = response.statusCode();
                switch (status) {
                    case 200, 204 -> {
                        return Answer.ACCEPTED;
                    }
                    case 400 -> {
                        return Answer.MALFORMED;
                    }
                    case 413 -> {
                        return Answer.TOO_MANY;
                    }
                    case 401, 403 -> throw refusedEntry(status);
                    default -> {
                        if (status != 429 && status != 408 && status < 500) {
                            throw new SendStopped(
                                    "The " + destination.contract().receiver() + " answered " + status
                                            + ", which its contract does not know." + " Check the address "
                                            + destination.address() + ".");
                        }
                    }
                }
                failure = "it answered " + status;
                retryAfter = response.headers().firstValue("Retry-After");
            } catch (IOException broken) {
                failure = "there was no answer (" + broken.getClass().getSimpleName() + ")";
            }
            if (tried >= tries.most()) {
                throw new SendStopped("The " + destination.contract().receiver() + " could not be reached in " + tried
                        + " tries: at the last " + failure
                        + ". What it accepted is recorded: send again later, and the rest goes.");
            }
            sleeper.sleep(tries.waitAfter(tried, retryAfter));
        }
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(destination.address())
                .timeout(patience)
                .header("Authorization", token.header())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private SendStopped refusedEntry(int status) {
        return new SendStopped(
                status == 401
                        ? "The " + destination.contract().receiver()
                                + " does not know the token (401). Get a new one, and send again."
                        : "The " + destination.contract().receiver() + " does not let this token send for authority "
                                + destination.authority()
                                + " (403). Check the number, and that the token is that authority's.");
    }

    @Override
    public void close() {
        client.close();
    }
}
