package org.goldenthread.app.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** The council's identity provider, where one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenIdProperties.class)
class OpenIdConfiguration {

    static final String REGISTRATION = "council";

    // The provider is asked at the first sign-in, so that one which is down does not keep us from starting.
    @Bean
    @ConditionalOnExpression("!'${goldenthread.oidc.issuer:}'.isBlank()")
    ClientRegistrationRepository openIdProvider(OpenIdProperties properties) {
        return new SupplierClientRegistrationRepository(() ->
                new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(properties.issuer())
                        .registrationId(REGISTRATION)
                        .clientId(properties.clientId())
                        .clientSecret(properties.clientSecret())
                        .scope("openid", "profile")
                        .build()));
    }
}
