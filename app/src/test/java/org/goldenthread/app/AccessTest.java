package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who can reach what, asked of the running application at every address it has. */
class AccessTest {

    private static final Set<String> OPEN_TO_ALL = Set.of("/sign-in", "/help", "/health", "/error");
    private static final List<String> ROLES = List.of(
            "analyst",
            "manager",
            "front-door-worker",
            "democratic-services",
            "councillor-part-2",
            "councillor-part-1",
            "administrator",
            "auditor");
    private static final String CHILDREN = "/part-2/2024-03/indicators/15/children?period=M2024-03";

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.demo();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whoeverIsNotSignedInIsSentToSignInFromEveryAddress() {
        Visitor stranger = new Visitor(application);
        for (String address : everyAddress()) {
            if (OPEN_TO_ALL.contains(address) || address.startsWith("/assets/")) {
                continue;
            }
            if (address.startsWith("/api/")) {
                // No provider is configured here, and without one there is no API.
                assertThat(stranger.get(address).statusCode()).as(address).isEqualTo(404);
                continue;
            }
            HttpResponse<String> answer = stranger.get(address);
            if (address.matches("/calendar/.*\\.ics")) {
                // A calendar has no sign-in: it is found by its secret alone, and by a wrong one there is nothing.
                assertThat(answer.statusCode()).as(address).isEqualTo(404);
                continue;
            }
            assertThat(answer.statusCode()).as(address).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(address)
                    .contains("/sign-in");
        }
    }

    @Test
    void aCouncillorWithPartOneRightsReachesPartTwoByNoAddress() {
        String report = issuedReport();
        Visitor councillor = Visitor.signedInTo(application, "councillor-part-1");
        List<String> addresses = new ArrayList<>(everyAddress());
        for (String format : List.of("csv", "json", "html", "pdf", "docx", "xlsx", "csvw")) {
            addresses.add("/reports/" + report + "/part-2/" + format);
        }
        for (String address : addresses) {
            HttpResponse<String> got = councillor.get(address);
            assertThat(got.body())
                    .as(address)
                    .doesNotContain("not for publication")
                    .doesNotContain("PART_2");
            if (address.contains("part-2")) {
                assertThat(got.statusCode()).as(address).isIn(403, 404);
                assertThat(councillor
                                .post(address, Map.of("text", "x", "number", "19"))
                                .statusCode())
                        .as(address)
                        .isIn(403, 404, 405);
            }
        }
        assertThat(councillor.get("/part-1/2024-03/scorecard").statusCode()).isEqualTo(200);
        assertThat(councillor
                        .get("/scorecard?part=2")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/part-1/");
    }

    @Test
    void theAnalystAloneReachesChildren() {
        for (String role : ROLES) {
            Visitor visitor = Visitor.signedInTo(application, role);
            int expected = role.equals("analyst") ? 200 : 403;
            assertThat(visitor.get(CHILDREN).statusCode()).as(role).isEqualTo(expected);
            assertThat(visitor.get("/changes").statusCode()).as(role).isEqualTo(expected);
        }
    }

    @Test
    void everyLookAtChildrenIsInTheAuditLog() {
        Visitor analyst = Visitor.signedInTo(application, "analyst");
        assertThat(analyst.get(CHILDREN).body()).contains("17 counted");
        assertThat(analyst.get("/audit").statusCode()).isEqualTo(403);
        String log = Visitor.signedInTo(application, "auditor").get("/audit").body();
        assertThat(log).contains("Looked at the children behind a figure").contains("15 children-looked-after");
    }

    @Test
    void aFormWithoutTheTokenOfItsSessionIsRefused() {
        Visitor manager = Visitor.signedInTo(application, "manager");
        assertThat(manager.postBare("/part-2/2024-03/below-expectation", "number=19&text=forged")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.get("/part-2/2024-03/below-expectation").body()).doesNotContain("forged");
    }

    @Test
    void everyPageForbidsInlineScriptsFramesAndCaches() {
        HttpResponse<String> page =
                Visitor.signedInTo(application, "councillor-part-2").get("/part-2/2024-03/scorecard");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain(" style=\"").doesNotContain(" onclick=");
    }

    @Test
    void whoeverGuessesPasswordsIsHeldOff() {
        Visitor guesser = new Visitor(application);
        Map<String, String> guess = Map.of("account", "somebody", "password", "guess");
        for (int tries = 0; tries < 5; tries++) {
            assertThat(location(guesser.post("/sign-in", guess))).endsWith("/sign-in?wrong");
        }
        assertThat(location(guesser.post("/sign-in", guess))).endsWith("/sign-in?locked");
    }

    @Test
    void aSessionEndsWhenItsAccountIsSwitchedOff() {
        Visitor auditor = Visitor.signedInTo(application, "auditor");
        Visitor administrator = Visitor.signedInTo(application, "administrator");
        assertThat(auditor.get("/audit").statusCode()).isEqualTo(200);
        administrator.post("/accounts/standing", Map.of("name", "auditor", "enabled", "false"));
        assertThat(location(auditor.get("/audit"))).endsWith("/sign-in?ended");
        administrator.post("/accounts/standing", Map.of("name", "auditor", "enabled", "true"));
    }

    private static String issuedReport() {
        Visitor analyst = Visitor.signedInTo(application, "analyst");
        Issuing.issue(analyst, "2024-03");
        var report = java.util.regex.Pattern.compile("/reports/([0-9]+)/part-2/csv")
                .matcher(analyst.get("/reports").body());
        assertThat(report.find()).isTrue();
        return report.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Every address that any controller answers at, with places filled in, for both parts. */
    private static Set<String> everyAddress() {
        Set<String> addresses = new TreeSet<>();
        application
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(pattern -> {
                    for (String part : List.of("1", "2")) {
                        addresses.add(pattern.replaceAll("part-\\{part:[^}]*}", "part-" + part)
                                .replaceAll("\\{part:[^}]*]}", "part-" + part)
                                .replaceAll("\\{month:\\[0-9]\\{4}-\\[0-9]\\{2}}", "2024-03")
                                .replaceAll("\\{number}", "15")
                                .replaceAll("\\{person}", "0123456789abcdef01234567")
                                .replaceAll("\\{report:[^}]*}", "1")
                                .replaceAll("\\{format:[^}]*}", "csv")
                                .replaceAll("\\{place:\\[0-9]\\{1,3}}", "0")
                                .replaceAll("\\{form:\\[a-z0-9.-]\\{1,80}}", "draft")
                                .replaceAll("\\{[a-z]+:\\[0-9a-f-]\\{36}}", "00000000-0000-0000-0000-000000000000")
                                .replaceAll("\\{code:\\[0-9A-Za-z]\\{1,12}}", "501")
                                .replaceAll("\\{area:\\[a-z-]\\+}", "looked-after")
                                .replaceAll("\\{[a-z]+}", "golden-thread.css"));
                    }
                }));
        assertThat(addresses).noneMatch(address -> address.contains("{"));
        return addresses;
    }
}
