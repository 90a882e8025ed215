package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sign-in by the council's own provider. */
class OpenIdTest {

    private static IdentityProvider provider;
    private static RunningApplication application;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws Exception {
        provider = new IdentityProvider();
        settings = Map.of(
                "goldenthread.oidc.issuer", provider.issuer(),
                "goldenthread.oidc.client-id", "golden-thread",
                "goldenthread.oidc.client-secret", "between us",
                "goldenthread.oidc.roles.fairmead-analysts", "ANALYST",
                "goldenthread.oidc.roles.fairmead-members", "COUNCILLOR_PART_1");
        settings.forEach(System::setProperty);
        application = RunningApplication.empty(false);
    }

    @AfterAll
    static void stop() {
        settings.keySet().forEach(System::clearProperty);
        application.close();
        provider.close();
    }

    @Test
    void theClaimOfWhomTheProviderLetsThroughGivesTheirRole() throws Exception {
        provider.letThrough("a.person@fairmead.example", "another-group", "Fairmead-Analysts");
        HttpResponse<String> page = follow("/oauth2/authorization/council");
        assertThat(page.uri().getPath()).isEqualTo("/changes");
        assertThat(page.body()).contains("Performance analyst").contains("Load returns");
    }

    @Test
    void whoeverHasNoClaimThatGivesARoleIsTurnedAway() throws Exception {
        provider.letThrough("b.person@fairmead.example", "catering");
        HttpResponse<String> page = follow("/oauth2/authorization/council");
        assertThat(page.uri().toString()).endsWith("/sign-in?no-role");
        assertThat(page.body()).contains("have no role here");
    }

    @Test
    void theSignInPageOffersTheProviderAndNoDemoAccounts() throws Exception {
        assertThat(follow("/sign-in").body())
                .contains("Sign in with your council account")
                .doesNotContain("Choose whom to be");
    }

    private static HttpResponse<String> follow(String path) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create(application.address(path))).build(), BodyHandlers.ofString());
    }
}
