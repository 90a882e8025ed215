package org.goldenthread.app.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goldenthread.app.database.ActingFor;
import org.goldenthread.app.database.CurrentIdentity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in on this thread. */
@Component
public class Viewers implements CurrentIdentity {

    public Optional<Viewer> findViewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedIn signedIn ? Optional.of(signedIn.viewer()) : Optional.empty();
    }

    public Viewer getViewer() {
        return findViewer().orElseThrow(() -> new AccessDeniedException("Nobody is signed in."));
    }

    /** The person signed in, who must have {@code right}. */
    public Viewer require(Right right) {
        Viewer viewer = getViewer();
        if (!viewer.may(right)) {
            throw new AccessDeniedException(
                    "The role " + viewer.role().label() + " does not have the right " + right + ".");
        }
        return viewer;
    }

    /** The same work, done for the person who is signed in now on whatever thread it is done. */
    public <A, T> Function<A, T> carrying(Function<A, T> work) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return argument -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
            try {
                return work.apply(argument);
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
    }

    @Override
    public ActingFor current() {
        return findViewer()
                .map(viewer -> new ActingFor(viewer.account(), rights(viewer)))
                .orElse(ActingFor.NOBODY);
    }

    private static Set<String> rights(Viewer viewer) {
        Set<String> rights = viewer.role().rights().stream()
                .filter(viewer::may)
                .map(Right::name)
                .collect(Collectors.toCollection(HashSet::new));
        if (viewer.readsOnly()) {
            rights.add(ActingFor.READ_ONLY);
        }
        return rights;
    }
}
