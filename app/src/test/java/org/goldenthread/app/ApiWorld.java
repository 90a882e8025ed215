package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application with a council's provider, which lets a worker of every role through, and programs that ask for them. */
final class ApiWorld implements AutoCloseable {

    static final String ADDRESSES = "/api/";
    static final String AUDIENCE = "https://record.fairmead.example/api";
    private static final String DOCUMENT = "https://council.example/openapi.json";
    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final IdentityProvider provider;
    final RunningApplication application;
    private final InstantSource clock;
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable SchemaRegistry schemas;

    ApiWorld() throws Exception {
        this(InstantSource.system());
    }

    /** @param clock by which the application tells the time, and by which tokens are good */
    ApiWorld(InstantSource clock) throws Exception {
        this.clock = clock;
        provider = new IdentityProvider();
        settings.put("goldenthread.oidc.issuer", provider.issuer());
        settings.put("goldenthread.oidc.client-id", "golden-thread");
        settings.put("goldenthread.oidc.client-secret", "between us");
        settings.put("goldenthread.api.audience", AUDIENCE);
        for (Role role : Role.values()) {
            settings.put("goldenthread.oidc.roles." + role.decider(), role.name());
        }
        settings.forEach(System::setProperty);
        application = RunningApplication.demoWithClock(clock);
        for (Role role : Role.values()) {
            signIn(role, role.decider());
        }
    }

    static String account(Role role) {
        return role.decider() + "@fairmead.example";
    }

    /** Signs a worker in to the pages, which is how an account is made. */
    void signIn(Role role, String... groups) throws Exception {
        provider.letThrough(account(role), groups);
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        browser.send(
                HttpRequest.newBuilder(URI.create(application.address("/oauth2/authorization/council")))
                        .build(),
                BodyHandlers.discarding());
    }

    /** A good token of a worker of that role. */
    String token(Role role, String scopes) {
        return provider.accessToken(
                AUDIENCE,
                account(role),
                claims -> claims.claim("roles", List.of(role.decider()))
                        .claim("scope", scopes)
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plusSeconds(600))));
    }

    Caller as(Role role) {
        return new Caller(token(role, "openid record.read record.write"));
    }

    Caller with(String token) {
        return new Caller(token);
    }

    /** A program that asks with one token; empty for none. */
    final class Caller {

        private final String token;

        Caller(String token) {
            this.token = token;
        }

        HttpResponse<String> get(String path) {
            return send("GET", path, "", Map.of());
        }

        HttpResponse<String> post(String path, String key, String body) {
            return send("POST", path, body, Map.of("Idempotency-Key", key));
        }

        HttpResponse<String> put(String path, String version, String body) {
            return send("PUT", path, body, Map.of("If-Match", version));
        }

        HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(application.address(path.startsWith("/") ? path : "/api/v1/" + path)))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    request.header(name, value);
                }
            });
            try {
                return CLIENT.send(request.build(), BodyHandlers.ofString());
            } catch (java.io.IOException problem) {
                throw new java.io.UncheckedIOException(problem);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** What was answered, which must be as the description's {@code schema} says. */
    JsonNode valid(HttpResponse<String> answer, String schema) {
        if (schemas == null) {
            String document = with("").get("openapi.json").body();
            schemas = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, document)));
        }
        assertThat(schemas.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/" + schema))
                        .validate(answer.body(), InputFormat.JSON))
                .as(answer.body())
                .isEmpty();
        return json(answer);
    }

    /** A problem of that status, which nobody may keep a copy of. */
    JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode problem = valid(answer, "problem");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
        application.close();
        provider.close();
    }
}
