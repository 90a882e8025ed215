package org.goldenthread.app.cpis;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.goldenthread.returns.write.daily.AccessToken;
import org.goldenthread.returns.write.daily.Destination;
import org.goldenthread.returns.write.daily.SendStopped;

/**
 * Puts each file at an address of its own, {@code ENDPOINT/cp-is/ORGANISATION/files/NUMBER}: a receiver that gets it twice has one. For a council's
 * own hub, and for tests; the NHS itself takes files through MESH.
 */
final class CpisEndpoint implements CpisCarrier {

    private static final String RECEIVER = "NHS service";
    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration[] BETWEEN_TRIES = {Duration.ofSeconds(1), Duration.ofSeconds(5)};

    private final String base;
    private final AccessToken token;

    private CpisEndpoint(String base, AccessToken token) {
        this.base = base;
        this.token = token;
    }

    static CpisEndpoint of(CpisProperties settings) throws IOException {
        URI address;
        try {
            address = URI.create(settings.endpoint());
        } catch (IllegalArgumentException none) {
            throw new SendStopped("The address of the NHS service is none (GOLDENTHREAD_CPIS_ENDPOINT).");
        }
        Destination.requireFit(address, RECEIVER);
        String text = address.toString();
        return new CpisEndpoint(
                (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/cp-is/" + settings.organisation()
                        + "/files/",
                AccessToken.read(Path.of(settings.tokenFile())));
    }

    @Override
    public Optional<byte[]> carry(long number, byte[] file) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + number))
                .timeout(PATIENCE)
                .header("Authorization", token.header())
                .header("Content-Type", "application/xml")
                .header("Accept", "application/xml")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build()) {
            for (int tried = 0; ; tried++) {
                String failure;
                try {
                    HttpResponse<InputStream> response =
                            client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                    int status = response.statusCode();
                    // One byte more than is read tells that it is too long.
                    byte[] body;
                    try (InputStream stream = response.body()) {
                        body = stream.readNBytes(SmallXml.MOST_BYTES + 1);
                    }
                    if (status >= 200 && status < 300) {
                        return body.length == 0 ? Optional.empty() : Optional.of(body);
                    }
                    if (status != 408 && status != 429 && status < 500) {
                        throw refused(status);
                    }
                    failure = "it answered " + status;
                } catch (IOException broken) {
                    failure = "there was no answer (" + broken.getClass().getSimpleName() + ")";
                }
                if (tried >= BETWEEN_TRIES.length) {
                    throw new SendStopped("The NHS service could not be reached in " + (tried + 1)
                            + " tries: at the last " + failure + ". All of it is sent again later.");
                }
                Thread.sleep(BETWEEN_TRIES[tried]);
            }
        }
    }

    private static SendStopped refused(int status) {
        return new SendStopped(
                switch (status) {
                    case 401 -> "The NHS service does not know the token (401). Get a new one, and send again.";
                    case 403 ->
                        "The NHS service does not let this token send for this council (403). Check the"
                                + " organisation code, and that the token is this council’s.";
                    default -> "The NHS service would not have the file (" + status + "). Check the address.";
                });
    }
}
