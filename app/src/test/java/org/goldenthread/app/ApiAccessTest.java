package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.goldenthread.app.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets into the API, with which token, and how far. */
class ApiAccessTest {

    private static final String NOBODY = "people/00000000-0000-4000-8000-000000000000";
    private static final Path CHECKED_IN = Path.of("..", "docs", "api", "openapi.json");

    private static ApiWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new ApiWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void everyRoleReachesByTokenWhatTheTableSaysAndNothingElse() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Role role : Role.values()) {
            ApiWorld.Caller caller = world.as(role);
            for (String route : routes()) {
                String[] parts = route.split(" ", 2);
                int status = caller.send(
                                parts[0],
                                WhoMayTest.filled(parts[1]) + (parts[1].endsWith("/people") ? "?q=Nobody" : ""),
                                parts[0].equals("GET") ? "" : "{}",
                                Map.of())
                        .statusCode();
                assertThat(status).as("%s as %s", route, role).isLessThan(500).isNotIn(400, 401, 405, 415);
                Set<String> roles = found.computeIfAbsent(route, unused -> new TreeSet<>());
                if (status != 403) {
                    roles.add(role.decider());
                }
            }
        }
        Map<String, Set<String>> table = WhoMayTest.table();
        table.keySet().removeIf(route -> !route.contains(ApiWorld.ADDRESSES));
        assertThat(WhoMayTest.lines(found)).isEqualTo(WhoMayTest.lines(table));
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        world.application
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ApiWorld.ADDRESSES))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern))));
        assertThat(routes).hasSizeGreaterThan(8);
        return routes;
    }

    @Test
    void aTokenThatIsNotExactlyRightIsRefusedInTheSameWords() throws Exception {
        assertThat(world.as(Role.SOCIAL_WORKER).get(NOBODY).statusCode()).isEqualTo(404);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(
                "expired",
                token(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))));
        wrong.put("without an end", token(claims -> claims.expirationTime(null)));
        wrong.put(
                "not begun",
                token(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
        wrong.put("for the pages", token(claims -> claims.audience("golden-thread")));
        wrong.put("for nobody", token(claims -> claims.audience((String) null)));
        wrong.put("of another issuer", token(claims -> claims.issuer("https://elsewhere.example")));
        wrong.put("of a program for itself", token(claims -> claims.subject("another-program")));
        wrong.put("of nobody", token(claims -> claims.claim("preferred_username", null)));
        wrong.put("of one without an account", token(claims -> claims.claim("preferred_username", "stranger")));
        wrong.put("of a demo account", token(claims -> claims.claim("preferred_username", "social-worker")));
        wrong.put("with a greater role", token(claims -> claims.claim("roles", List.of("director"))));
        wrong.put("without a role", token(claims -> claims.claim("roles", List.of("catering"))));
        JWTClaimsSet good = claims();
        RSAKey other = new RSAKeyGenerator(2048).keyID("one").generate();
        wrong.put("by another key", IdentityProvider.signed(good, other));
        wrong.put("unsigned", new PlainJWT(good).serialize());
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), good);
        confused.sign(new MACSigner(world.provider.publicKey().toRSAPublicKey().getEncoded()));
        wrong.put("by the public key as a secret", confused.serialize());
        String sound = world.token(Role.SOCIAL_WORKER, "record.read");
        wrong.put("cut short", sound.substring(0, sound.length() - 8));
        wrong.put("no token at all", "anything");

        Set<String> answers = new TreeSet<>();
        wrong.forEach((how, token) -> {
            HttpResponse<String> answer = world.with(token).get(NOBODY);
            assertThat(answer.statusCode()).as(how).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .as(how)
                    .hasValue("Bearer realm=\"golden-thread\", error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            answers.add(answer.body());
        });
        assertThat(answers).hasSize(1);
        HttpResponse<String> none = world.with("").get(NOBODY);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"golden-thread\"");
    }

    @Test
    void aScopeIsNeededForEachOfReadingAndRecording() {
        ApiWorld.Caller reader = world.with(world.token(Role.SOCIAL_WORKER, "record.read"));
        HttpResponse<String> refused = reader.post(NOBODY + "/records/case-note", "", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("error=\"insufficient_scope\", scope=\"record.write\"");
        ApiWorld.Caller writer = world.with(world.token(Role.SOCIAL_WORKER, "record.write"));
        assertThat(writer.get(NOBODY).statusCode()).isEqualTo(403);
        assertThat(writer.post(NOBODY + "/records/case-note", "", "{}").statusCode())
                .isEqualTo(404);
        HttpResponse<String> role = world.as(Role.ANALYST).get(NOBODY);
        assertThat(role.statusCode()).isEqualTo(403);
        assertThat(role.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void pagesTakeNoTokenAndTheApiNoCookie() {
        assertThat(world.as(Role.SOCIAL_WORKER).get("/work").statusCode()).isEqualTo(302);
        Visitor signedIn = Visitor.signedInTo(world.application, "social-worker");
        assertThat(signedIn.get("/work").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = signedIn.get("/api/v1/" + NOBODY);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(world.as(Role.SOCIAL_WORKER).get(NOBODY).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aRoleThatWasTakenAwayIsNotGivenBackByAnOldToken() throws Exception {
        ApiWorld.Caller old = world.as(Role.REVIEWING_OFFICER);
        world.signIn(Role.REVIEWING_OFFICER, Role.AUDITOR.decider());
        try {
            assertThat(old.get(NOBODY).statusCode()).isEqualTo(401);
        } finally {
            world.signIn(Role.REVIEWING_OFFICER, Role.REVIEWING_OFFICER.decider());
        }
        assertThat(old.get(NOBODY).statusCode()).isEqualTo(404);
        Visitor administrator = Visitor.signedInTo(world.application, "administrator");
        Map<String, String> off = Map.of("name", ApiWorld.account(Role.REVIEWING_OFFICER), "enabled", "false");
        administrator.post("/accounts/standing", off);
        try {
            assertThat(old.get(NOBODY).statusCode()).isEqualTo(401);
        } finally {
            administrator.post(
                    "/accounts/standing", Map.of("name", ApiWorld.account(Role.REVIEWING_OFFICER), "enabled", "true"));
        }
    }

    @Test
    void whatIsTooLargeOrOfNoKindIsRefusedAsAProblem() {
        ApiWorld.Caller caller = world.as(Role.FRONT_DOOR_WORKER);
        String large = "{\"content\":{\"note\":\"" + "x".repeat(1_000_000) + "\"}}";
        HttpResponse<String> tooLarge = caller.post(NOBODY + "/records/case-note", "", large);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        for (HttpResponse<String> answer : List.of(
                tooLarge,
                caller.get("nothing-of-the-kind"),
                caller.get(NOBODY + "/records/nothing-of-the-kind"),
                caller.get(NOBODY + "/chronology?page=first"),
                caller.get(NOBODY + "/chronology?asKnown=yesterday"),
                caller.send("DELETE", NOBODY, "", Map.of()))) {
            assertThat(answer.statusCode()).isBetween(400, 413);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(ApiWorld.json(answer).path("status").asInt()).isEqualTo(answer.statusCode());
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        ApiWorld.Caller caller = world.as(Role.EMERGENCY_DUTY_WORKER);
        HttpResponse<String> answer = caller.get(NOBODY);
        // Where a minute of the clock ends in between, the count begins anew: twice the number is enough whenever.
        for (int asked = 0; asked < 2 * 300 + 2 && answer.statusCode() != 429; asked++) {
            answer = caller.get(NOBODY);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 60);
        assertThat(world.as(Role.FRONT_DOOR_WORKER).get(NOBODY).statusCode()).isEqualTo(404);
    }

    @Test
    void theDocumentThatIsCheckedInIsWhatTheKindsOfRecordMake() throws Exception {
        HttpResponse<String> served = world.with("").get("openapi.json");
        assertThat(served.statusCode()).isEqualTo(200);
        if (Boolean.getBoolean("golden-thread.write-openapi")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, served.body());
        }
        assertThat(served.body().equals(Files.readString(CHECKED_IN)))
                .as(
                        "docs/api/openapi.json is not what the kinds of record make. Write it anew with JAVA_TOOL_OPTIONS="
                                + "-Dgolden-thread.write-openapi=true, run this test, and read what changed: other programs rely on it.")
                .isTrue();
    }

    private static JWTClaimsSet claims() throws Exception {
        return SignedJWT.parse(world.token(Role.SOCIAL_WORKER, "record.read record.write"))
                .getJWTClaimsSet();
    }

    private static String token(java.util.function.Consumer<JWTClaimsSet.Builder> wrong) {
        return world.provider.accessToken(ApiWorld.AUDIENCE, ApiWorld.account(Role.SOCIAL_WORKER), claims -> {
            claims.claim("roles", List.of(Role.SOCIAL_WORKER.decider())).claim("scope", "record.read record.write");
            wrong.accept(claims);
        });
    }
}
