package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds out which rows of several returns are of one child.
 *
 * <p>The council's own identifier joins rows wherever it is the same. Two different identifiers are joined when both have
 * the same unique pupil number and the dates of birth do not differ; anything less is listed, never assumed.
 */
final class People {
    private static final Pattern PUPIL_NUMBER = Pattern.compile("[A-Z][0-9]{11}[0-9A-Z]");

    private final Findings findings;
    private final Map<String, String> joinedTo = new HashMap<>();
    private final Map<String, LocalDate> births = new HashMap<>();
    private final List<Named> identifiers = new ArrayList<>();
    private final List<Named> held = new ArrayList<>();
    private final Set<String> joinedByUpn = new TreeSet<>();

    People(Findings findings) {
        this.findings = findings;
    }

    /** An identifier that a source gave for a child whom it knows by {@code child}. */
    record Named(String child, IdentifierKind kind, String value, String source, int line) {}

    void identifier(String child, IdentifierKind kind, String value, String source, int line) {
        identifiers.add(new Named(child, kind, value.strip(), source, line));
    }

    /** Keeps what was taken out of a row. It identifies nobody and joins nothing. */
    void hold(String child, String value, String source, int line) {
        held.add(new Named(child, IdentifierKind.RETURN_ROW, value, source, line));
    }

    List<Named> listHeld() {
        return List.copyOf(held);
    }

    void born(String child, LocalDate birth) {
        births.putIfAbsent(child, birth);
    }

    /** Joins the identifiers of one child. To be called once, when every file is read. */
    void resolve() {
        Map<String, List<Named>> byUpn = new TreeMap<>();
        for (Named named : identifiers) {
            boolean pupilNumber = named.kind() == IdentifierKind.UPN || named.kind() == IdentifierKind.FORMER_UPN;
            if (pupilNumber && PUPIL_NUMBER.matcher(named.value()).matches()) {
                byUpn.computeIfAbsent(named.value(), upn -> new ArrayList<>()).add(named);
            }
        }
        byUpn.values().forEach(this::joinHolders);
    }

    /** The identifier that stands for a child whom a source knows by {@code child}. */
    String canonical(String child) {
        String current = child;
        for (String next = joinedTo.get(current); next != null; next = joinedTo.get(current)) {
            current = next;
        }
        return current;
    }

    boolean isJoinedByUpn(String canonical) {
        return joinedByUpn.contains(canonical);
    }

    List<Named> listIdentifiers() {
        return List.copyOf(identifiers);
    }

    private void joinHolders(List<Named> holders) {
        Named first = holders.getFirst();
        for (Named other : holders) {
            String one = canonical(first.child());
            String two = canonical(other.child());
            if (one.equals(two)) {
                continue;
            }
            LocalDate oneBirth = births.get(first.child());
            LocalDate otherBirth = births.get(other.child());
            if (first.source().equals(other.source())) {
                findings.warning(
                        other.source(),
                        other.line(),
                        "UPN",
                        "Two children of this file have the same unique pupil number (see also line " + first.line()
                                + "). They were kept apart.",
                        "If they are one child, merge the records in your system; otherwise correct the number.");
            } else if (oneBirth != null && otherBirth != null && !Objects.equals(oneBirth, otherBirth)) {
                findings.warning(
                        other.source(),
                        other.line(),
                        "UPN",
                        "The unique pupil number is also that of a child with another identifier and another date of"
                                + " birth in " + first.source() + ", line " + first.line() + ". They were kept apart.",
                        "If they are one child, correct the date of birth; otherwise correct the number.");
            } else {
                String kept = one.compareTo(two) <= 0 ? one : two;
                joinedTo.put(kept.equals(one) ? two : one, kept);
                joinedByUpn.remove(kept.equals(one) ? two : one);
                joinedByUpn.add(kept);
            }
        }
    }
}
