package org.goldenthread.app.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by OpenID Connect.
 *
 * @param issuer the provider's issuer address; empty where it is not used
 * @param clientId our id at the provider
 * @param clientSecret our secret at the provider
 * @param label what the button on the sign-in page says
 * @param nameClaim the claim that names the account
 * @param postClaim the claim that holds the person's post
 * @param roleClaim the claim that holds groups or roles
 * @param roles which value of that claim gives which role
 */
@ConfigurationProperties("goldenthread.oidc")
record OpenIdProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("Sign in with your council account") String label,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("job_title") String postClaim,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue Map<String, Role> roles) {

    /** The role that a value of the claim gives, small and capital letters alike; null where it gives none. */
    @Nullable Role roleOf(String value) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(value))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    Optional<String> findName(Map<String, Object> claims) {
        return text(claims, nameClaim);
    }

    Optional<String> findPost(Map<String, Object> claims) {
        return text(claims, postClaim);
    }

    Optional<Role> findRole(Map<String, Object> claims) {
        Collection<?> values = switch (claims.get(roleClaim)) {
            case Collection<?> several -> several;
            case String one -> List.of(one);
            case null, default -> List.of();
        };
        // Where a person has several, the first role in the order of the enum is the one with the most rights.
        return values.stream()
                .map(value -> roleOf(String.valueOf(value)))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(claims.get(name)).map(String::valueOf).filter(value -> !value.isBlank());
    }
}
