package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.CensusReferral.Kind;
import org.goldenthread.returns.CensusReferral.Part;
import org.jspecify.annotations.Nullable;

/**
 * Several censuses as one history of each child's referrals.
 *
 * <p>A referral is the same when child and referral date are; the later census decides what it says of it, and what the
 * earlier ones tell beside that, such as an assessment of last year, is kept. Of two censuses of the same year the later
 * replaces all that the earlier said of the children in it.
 */
final class CensusHistory {
    private final List<Census> censuses;
    private final People people;
    private final Findings findings;

    CensusHistory(List<Census> censuses, People people, Findings findings) {
        this.censuses = censuses.stream()
                .sorted(Comparator.comparing(Census::last).thenComparing(Census::source))
                .toList();
        this.people = people;
        this.findings = findings;
    }

    /**
     * A referral as it is known in the end.
     *
     * @param child the child's identifier
     * @param told what the latest census that tells of it says
     * @param closed the day on which it was closed, or must have been
     * @param parts what happened in it, in the order of kind and start
     */
    record Referral(
            String child, CensusReferral told, @Nullable LocalDate closed, List<Part> parts) {
        Referral {
            parts = List.copyOf(parts);
        }

        LocalDate date() {
            return told.date();
        }

        String id() {
            return "referral|" + child + "|" + date();
        }

        List<Part> list(Kind kind) {
            return parts.stream().filter(part -> part.kind() == kind).toList();
        }
    }

    private static final class Growing {
        private final Map<String, Part> parts = new LinkedHashMap<>();
        private CensusReferral told;
        private Census by;

        private Growing(CensusReferral told, Census by) {
            this.told = told;
            this.by = by;
        }
    }

    /** The children of every census, the latest first, each with the census that it is in. */
    List<Census.Child> listChildren() {
        List<Census.Child> children = new ArrayList<>();
        censuses.reversed().forEach(census -> children.addAll(census.children()));
        return children;
    }

    /** The referrals of each child in the order of their dates. */
    Map<String, List<Referral>> listByChild() {
        Map<String, TreeMap<LocalDate, Growing>> growing = new TreeMap<>();
        Map<CollectionYear, Map<String, Census>> latest = latestOfYear();
        for (Census census : censuses) {
            for (Census.Child child : census.children()) {
                String id = people.canonical(child.id());
                Census deciding = latest.getOrDefault(census.year(), Map.of()).get(id);
                if (deciding == null || !deciding.equals(census)) {
                    continue;
                }
                TreeMap<LocalDate, Growing> referrals = growing.computeIfAbsent(id, any -> new TreeMap<>());
                child.referrals().forEach(referral -> add(referrals, referral, census));
            }
        }
        Map<String, List<Referral>> referrals = new TreeMap<>();
        growing.forEach((child, byDate) -> referrals.put(
                child,
                byDate.values().stream().map(grown -> finish(child, grown)).toList()));
        return referrals;
    }

    /** For each year and child the last census of that year that tells of the child. */
    private Map<CollectionYear, Map<String, Census>> latestOfYear() {
        Map<CollectionYear, Map<String, Census>> latest = new HashMap<>();
        for (Census census : censuses) {
            Map<String, Census> ofYear = latest.computeIfAbsent(census.year(), any -> new HashMap<>());
            census.children().forEach(child -> ofYear.put(people.canonical(child.id()), census));
        }
        return latest;
    }

    private static void add(Map<LocalDate, Growing> referrals, CensusReferral referral, Census census) {
        Growing grown = referrals.computeIfAbsent(referral.date(), any -> new Growing(referral, census));
        grown.told = referral;
        grown.by = census;
        for (Part part : referral.parts()) {
            grown.parts.merge(part.kind() + "|" + part.start(), part, CensusHistory::withEarlierDays);
        }
    }

    private static Part withEarlierDays(Part earlier, Part later) {
        SortedSet<LocalDate> days = new TreeSet<>(earlier.days());
        days.addAll(later.days());
        return new Part(later.kind(), later.start(), later.end(), List.copyOf(days), later.element(), later.source());
    }

    private Referral finish(String child, Growing grown) {
        List<Part> parts = new ArrayList<>();
        for (Part part : grown.parts.values()) {
            // An enquiry without a conference is nothing open: it may have needed none.
            boolean open = part.end() == null && part.kind() != Kind.ENQUIRY;
            if (open && !part.source().equals(grown.told.source())) {
                findings.warning(
                        part.source(),
                        part.line(),
                        part.kind().element(),
                        "It is open here, but the later census " + grown.told.source() + " (line " + grown.told.line()
                                + ") tells of the referral without it. It was left out.",
                        "If it did take place, put it into the later census.");
            } else {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(Part::kind).thenComparing(Part::start));
        return new Referral(child, grown.told, closed(grown), parts);
    }

    private @Nullable LocalDate closed(Growing grown) {
        CensusReferral told = grown.told;
        boolean laterCensus = censuses.stream().anyMatch(census -> census.year().compareTo(grown.by.year()) > 0);
        if (told.closed() != null || !laterCensus || "Y".equals(told.noFurtherAction())) {
            return told.closed();
        }
        LocalDate day = grown.by.last().plusDays(1);
        findings.warning(
                told.source(),
                told.line(),
                "CINclosureDate",
                "The referral is open at the end of its year, but no later census tells of it. It was taken to close on "
                        + day + ", for no known reason.",
                "Put it into the later census, or give its closure.");
        return day;
    }
}
