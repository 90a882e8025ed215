package org.goldenthread.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A council's identity provider, which lets everybody through as whoever the test says. */
final class IdentityProvider implements AutoCloseable {

    private static final String CLIENT = "golden-thread";

    private final HttpServer server;
    private final RSAKey key;
    private String nonce = "";
    private String person = "";
    private List<String> groups = List.of();
    private volatile boolean away;

    IdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** Answers nobody until it comes back. */
    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void letThrough(String account, String... inGroups) {
        person = account;
        groups = List.of(inGroups);
    }

    /** An access token of the provider's, for {@code audience}, that says besides what {@code claims} makes it say. */
    String accessToken(String audience, String account, Consumer<JWTClaimsSet.Builder> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .subject("subject-of-" + account)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("client_id", "another-program")
                .claim("preferred_username", account);
        claims.accept(said);
        return signed(said.build(), key);
    }

    static String signed(JWTClaimsSet claims, RSAKey by) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        try {
            token.sign(new RSASSASigner(by));
        } catch (JOSEException problem) {
            throw new IllegalStateException(problem);
        }
        return token.serialize();
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Stream.of(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        nonce = asked.get("nonce");
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=once&state=" + encode(asked.get("state")));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        String token = signed(
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject("subject-of-" + person)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", nonce)
                        .claim("preferred_username", person)
                        .claim("job_title", "Performance analyst")
                        .claim("roles", groups)
                        .build(),
                key);
        answer(
                exchange,
                200,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + token + "\"}");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        if (away) {
            exchange.close();
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
