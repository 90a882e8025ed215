package org.goldenthread.app.api;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.TokenCallers;
import org.goldenthread.app.access.Viewers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.client.RestTemplate;

/**
 * The way into the API, apart from that of the pages: a bearer token with every request, no session, no cookie, and so no forged form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, bearer tokens</a>
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiSecurity {

    private static final String READ = "SCOPE_READ";
    private static final String WRITE = "SCOPE_WRITE";
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Bean
    @Order(1)
    SecurityFilterChain tokens(
            HttpSecurity http, ApiProperties properties, TokenCallers callers, Viewers viewers, InstantSource clock) {
        http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ProblemFilter(), DisableEncodeUrlFilter.class);
        if (callers.issuer().isBlank() || properties.audience().isBlank()) {
            // Off: as if it were not there, whoever asks.
            http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                    .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                    (request, response, problem) -> response.sendError(404))
                            .accessDeniedHandler((request, response, problem) -> response.sendError(404)));
            return http.build();
        }
        AuthenticationEntryPoint unknown = unknownCaller();
        AccessDeniedHandler denied = denied(properties);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/people")
                        .access(both(READ, Right.SEARCH_PEOPLE))
                        .requestMatchers(HttpMethod.GET, "/api/v1/**")
                        .access(both(READ, Right.SEE_RECORDS))
                        .requestMatchers(HttpMethod.POST, "/api/v1/**")
                        .access(both(WRITE, Right.WRITE_RECORDS))
                        .requestMatchers(HttpMethod.PUT, "/api/v1/**")
                        .access(both(WRITE, Right.WRITE_RECORDS))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(denied))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unknown)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.decoder(decoder(callers.issuer(), properties.audience(), clock))
                                .jwtAuthenticationConverter(token -> caller(token, properties, callers))))
                .addFilterAfter(
                        new ApiLimits(viewers, clock, properties.perMinute()), BearerTokenAuthenticationFilter.class);
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> both(String scope, Right right) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(scope),
                AuthorityAuthorizationManager.hasAuthority(right.name()));
    }

    // The provider is asked for its keys at the first token, so that one which is down does not keep us from starting.
    private static JwtDecoder decoder(String issuer, String audience, InstantSource clock) {
        return new SupplierJwtDecoder(() -> {
            SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
            connections.setConnectTimeout(LONGEST_WAIT);
            connections.setReadTimeout(LONGEST_WAIT);
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .jwsAlgorithms(allowed -> allowed.addAll(
                            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                    .restOperations(new RestTemplate(connections))
                    .build();
            JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
            times.setClock(clock.withZone(ZoneOffset.UTC));
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtClaimValidator<Object>("exp", Objects::nonNull),
                    times,
                    new JwtIssuerValidator(issuer),
                    new JwtClaimValidator<Collection<String>>(
                            "aud", audiences -> audiences != null && audiences.contains(audience))));
            return decoder;
        });
    }

    private static AbstractAuthenticationToken caller(Jwt token, ApiProperties properties, TokenCallers callers) {
        List<String> scopes = scopes(token);
        List<String> authorities = new ArrayList<>();
        if (scopes.contains(properties.readScope())) {
            authorities.add(READ);
        }
        if (scopes.contains(properties.writeScope())) {
            authorities.add(WRITE);
        }
        return callers.find(token.getClaims(), authorities, authorities.contains(WRITE))
                .orElseThrow(
                        () -> new InvalidBearerTokenException("The token speaks for no worker of this role here."));
    }

    /** RFC 8693 calls the claim {@code scope}; Microsoft's provider {@code scp}. */
    private static List<String> scopes(Jwt token) {
        Object claim = token.getClaims().getOrDefault("scope", token.getClaims().get("scp"));
        return switch (claim) {
            case String words -> List.of(words.split(" "));
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    private static AuthenticationEntryPoint unknownCaller() {
        return (request, response, problem) -> {
            boolean sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"golden-thread\"" + (sent ? ", error=\"invalid_token\"" : ""));
            Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            sent
                                    ? "The token is not valid here. It must come from your council’s provider, be for this"
                                            + " API, not have expired, and be of a worker who has signed in to the pages with"
                                            + " the role that they have now."
                                    : "Send an access token of your council’s provider, as Authorization: Bearer.")
                    .write(response);
        };
    }

    private static AccessDeniedHandler denied(ApiProperties properties) {
        return (request, response, problem) -> {
            boolean reading = request.getMethod().equals("GET");
            var caller = SecurityContextHolder.getContext().getAuthentication();
            boolean inScope = caller != null
                    && caller.getAuthorities().stream()
                            .anyMatch(each -> (reading ? READ : WRITE).equals(each.getAuthority()));
            if (inScope) {
                Problem.of(HttpStatus.FORBIDDEN).write(response);
                return;
            }
            String scope = reading ? properties.readScope() : properties.writeScope();
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"golden-thread\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
            Problem.of(HttpStatus.FORBIDDEN, "The token does not bear the scope " + scope + ".")
                    .write(response);
        };
    }
}
