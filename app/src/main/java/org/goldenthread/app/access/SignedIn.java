package org.goldenthread.app.access;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in viewer as Spring Security holds it: its authorities are the viewer's rights. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Viewer viewer;

    SignedIn(Viewer viewer) {
        this(viewer, List.of());
    }

    /** @param scopes what the token that the viewer came with is good for, besides */
    SignedIn(Viewer viewer, List<String> scopes) {
        super(authorities(viewer, scopes));
        this.viewer = viewer;
        setAuthenticated(true);
    }

    Viewer viewer() {
        return viewer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return viewer;
    }

    private static Collection<? extends GrantedAuthority> authorities(Viewer viewer, List<String> scopes) {
        List<SimpleGrantedAuthority> result = new java.util.ArrayList<>();
        for (Right right : viewer.role().rights()) {
            if (viewer.may(right)) {
                result.add(new SimpleGrantedAuthority(right.name()));
            }
        }
        scopes.forEach(scope -> result.add(new SimpleGrantedAuthority(scope)));
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && viewer.equals(that.viewer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(viewer);
    }
}
