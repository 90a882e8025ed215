package org.goldenthread.app.access;

import static org.goldenthread.app.access.Right.ACT_FOR_AGENCY;
import static org.goldenthread.app.access.Right.ALLOCATE;
import static org.goldenthread.app.access.Right.BREAK_GLASS;
import static org.goldenthread.app.access.Right.CONFIGURE_INDEX;
import static org.goldenthread.app.access.Right.CONFIGURE_PRACTICE;
import static org.goldenthread.app.access.Right.CORRECT_RETURNS;
import static org.goldenthread.app.access.Right.DECIDE_DESTRUCTION;
import static org.goldenthread.app.access.Right.DRAW_RETURNS;
import static org.goldenthread.app.access.Right.FIND_EVERY_CHILD;
import static org.goldenthread.app.access.Right.ISSUE_REPORT;
import static org.goldenthread.app.access.Right.LOAD_RETURNS;
import static org.goldenthread.app.access.Right.MANAGE_ACCOUNTS;
import static org.goldenthread.app.access.Right.MERGE_PEOPLE;
import static org.goldenthread.app.access.Right.MOVE_IN;
import static org.goldenthread.app.access.Right.OVERRIDE_RATING;
import static org.goldenthread.app.access.Right.PLAN_DESTRUCTION;
import static org.goldenthread.app.access.Right.RESTRICT;
import static org.goldenthread.app.access.Right.REVEAL_CHILDREN;
import static org.goldenthread.app.access.Right.REVIEW_BREAK_GLASS;
import static org.goldenthread.app.access.Right.SEAL_IDENTITY;
import static org.goldenthread.app.access.Right.SEARCH_PEOPLE;
import static org.goldenthread.app.access.Right.SEE_AUDIT;
import static org.goldenthread.app.access.Right.SEE_CHILDREN;
import static org.goldenthread.app.access.Right.SEE_CPIS;
import static org.goldenthread.app.access.Right.SEE_PART_1;
import static org.goldenthread.app.access.Right.SEE_PART_2;
import static org.goldenthread.app.access.Right.SEE_RECORDS;
import static org.goldenthread.app.access.Right.SEE_SOCIAL_CARE;
import static org.goldenthread.app.access.Right.WRITE_COMMENTARY;
import static org.goldenthread.app.access.Right.WRITE_RECORDS;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which address asks for which right. An address that is not named here is refused to everybody. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** No script or style but from our own files, nothing from elsewhere, in nobody's frame. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; manifest-src 'self'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            OpenIdSignIn openIdSignIn,
            ObjectProvider<ClientRegistrationRepository> openId,
            Accounts accounts,
            Viewers viewers,
            DemoStanding standing,
            InstantSource clock) {
        http.authorizeHttpRequests(SecurityConfiguration::authorize)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .successHandler(new SimpleUrlAuthenticationSuccessHandler("/"))
                        .failureHandler(failureHandler()))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .deleteCookies("GOLDEN_THREAD"))
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(
                        new SessionLimits(accounts, viewers, standing, clock), SecurityContextHolderFilter.class);
        if (openId.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .successHandler(openIdSignIn)
                    .failureHandler((request, response, problem) -> response.sendRedirect("/sign-in?refused")));
        }
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/assets/**", "/sign-in", "/help", "/health")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/calendar/*.ics")
                .permitAll()
                .requestMatchers("/calendar", "/calendar/take-back")
                .hasAuthority(SEE_RECORDS.name())
                .requestMatchers(HttpMethod.POST, "/sign-in/demo")
                .permitAll()
                .requestMatchers("/", "/account/password")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/part-2/*/indicators/*/children/*/identity")
                .denyAll()
                .requestMatchers(HttpMethod.POST, "/part-2/*/indicators/*/children/*/identity")
                .hasAuthority(REVEAL_CHILDREN.name())
                .requestMatchers(HttpMethod.POST, "/part-2/*/indicators/*/children/*/record")
                .access(AuthorizationManagers.allOf(
                        AuthorityAuthorizationManager.hasAuthority(SEE_CHILDREN.name()),
                        AuthorityAuthorizationManager.hasAuthority(SEE_RECORDS.name())))
                .requestMatchers("/part-2/*/indicators/*/children", "/part-2/*/indicators/*/children/**")
                .hasAuthority(SEE_CHILDREN.name())
                .requestMatchers(HttpMethod.POST, "/part-2/*/indicators/*/rating")
                .hasAuthority(OVERRIDE_RATING.name())
                .requestMatchers(HttpMethod.POST, "/part-2/*/below-expectation")
                .hasAuthority(WRITE_COMMENTARY.name())
                .requestMatchers(HttpMethod.GET, "/part-2/**")
                .hasAuthority(SEE_PART_2.name())
                .requestMatchers(HttpMethod.GET, "/part-1/**", "/scorecard", "/reports", "/reports/*/part-1/*")
                .hasAuthority(SEE_PART_1.name())
                .requestMatchers(HttpMethod.GET, "/reports/*/part-2/*")
                .hasAuthority(SEE_PART_2.name())
                .requestMatchers("/reports/issue", "/reports/issue/*")
                .hasAuthority(ISSUE_REPORT.name())
                .requestMatchers("/changes", "/changes/**")
                .hasAuthority(SEE_CHILDREN.name())
                .requestMatchers("/loading", "/loading/**")
                .hasAuthority(LOAD_RETURNS.name())
                .requestMatchers("/record-returns/*/files/*")
                .hasAuthority(CORRECT_RETURNS.name())
                .requestMatchers("/record-returns", "/record-returns/**")
                .hasAuthority(DRAW_RETURNS.name())
                .requestMatchers("/check-lists", "/check-lists/**")
                .hasAnyAuthority(CORRECT_RETURNS.name(), CONFIGURE_PRACTICE.name())
                .requestMatchers("/returns", "/returns/**")
                .hasAuthority(CORRECT_RETURNS.name())
                .requestMatchers("/index", "/index/**", "/small-numbers")
                .hasAuthority(CONFIGURE_INDEX.name())
                .requestMatchers("/accounts", "/accounts/**")
                .hasAuthority(MANAGE_ACCOUNTS.name())
                .requestMatchers(HttpMethod.GET, "/people")
                .hasAuthority(SEARCH_PEOPLE.name())
                .requestMatchers("/audit", "/audit/**")
                .hasAuthority(SEE_AUDIT.name())
                .requestMatchers("/people/*/open")
                .hasAuthority(BREAK_GLASS.name())
                .requestMatchers("/people/*/access/allocate", "/people/*/access/end")
                .hasAuthority(ALLOCATE.name())
                .requestMatchers("/people/*/access/restrict", "/people/*/access/lift", "/people/*/access/members")
                .hasAuthority(RESTRICT.name())
                .requestMatchers("/people/*/returns")
                .hasAuthority(SEE_SOCIAL_CARE.name())
                .requestMatchers("/people/*/merge", "/people/*/merge/*", "/people/*/merges/*/undo")
                .hasAuthority(MERGE_PEOPLE.name())
                .requestMatchers(HttpMethod.POST, "/people/*/sealed")
                .hasAuthority(SEAL_IDENTITY.name())
                .requestMatchers(HttpMethod.POST, "/retention/destructions/**")
                .hasAuthority(DECIDE_DESTRUCTION.name())
                .requestMatchers(HttpMethod.POST, "/retention/**")
                .hasAuthority(PLAN_DESTRUCTION.name())
                .requestMatchers("/retention", "/retention/**")
                .hasAnyAuthority(PLAN_DESTRUCTION.name(), DECIDE_DESTRUCTION.name())
                .requestMatchers("/moving-in", "/moving-in/**")
                .hasAuthority(MOVE_IN.name())
                .requestMatchers("/night-list")
                .hasAuthority(BREAK_GLASS.name())
                .requestMatchers("/cp-is")
                .hasAuthority(SEE_CPIS.name())
                .requestMatchers("/work/openings")
                .hasAuthority(REVIEW_BREAK_GLASS.name())
                .requestMatchers("/supervision")
                .hasAuthority(WRITE_RECORDS.name())
                .requestMatchers("/practice", "/practice/**")
                .hasAuthority(CONFIGURE_PRACTICE.name())
                .requestMatchers("/teams", "/teams/**")
                .hasAuthority(MANAGE_ACCOUNTS.name())
                .requestMatchers("/people/*/agencies", "/people/*/agencies/**")
                .hasAuthority(SEE_SOCIAL_CARE.name())
                .requestMatchers("/agency-referrals", "/agency-referrals/**")
                .hasAuthority(FIND_EVERY_CHILD.name())
                .requestMatchers("/agency", "/agency/**")
                .hasAuthority(ACT_FOR_AGENCY.name())
                .requestMatchers(HttpMethod.POST, "/people/**", "/records/**")
                .hasAuthority(WRITE_RECORDS.name())
                .requestMatchers("/people/**", "/records/**", "/work", "/work/**")
                .hasAuthority(SEE_RECORDS.name())
                .requestMatchers(HttpMethod.POST, "/drafts/*")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(
                        strict -> strict.includeSubDomains(false).maxAgeInSeconds(31_536_000))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private static AuthenticationFailureHandler failureHandler() {
        return (request, response, problem) ->
                response.sendRedirect(problem instanceof LockedException ? "/sign-in?locked" : "/sign-in?wrong");
    }
}
