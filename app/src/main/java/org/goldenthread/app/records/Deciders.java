package org.goldenthread.app.records;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Role;

/** Who decides, in words. */
final class Deciders {

    private Deciders() {}

    static String words(Collection<String> deciders) {
        return Arrays.stream(Role.values())
                .filter(role -> deciders.contains(role.decider()))
                .map(role -> role.label().toLowerCase(Locale.UK))
                .collect(Collectors.joining(" or "));
    }
}
