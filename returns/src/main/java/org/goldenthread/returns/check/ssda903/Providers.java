package org.goldenthread.returns.check.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.check.Refusal;
import org.jspecify.annotations.Nullable;

/** Ofsted's list of registered providers, by unique reference number (URN). */
public final class Providers {
    /** The department's code for a placement of which no unique reference number can be given. */
    public static final String NO_URN = "XXXXXXX";

    private final Map<String, List<Provider>> byUrn;
    private @Nullable Map<String, List<Provider>> byPostcode;
    private final List<Refusal> refusals;

    public Providers(Map<String, List<Provider>> byUrn) {
        this(byUrn, List.of());
    }

    /** @param refusals what of the lists could not be read */
    public Providers(Map<String, List<Provider>> byUrn, List<Refusal> refusals) {
        this.byUrn = Map.copyOf(byUrn);
        this.refusals = List.copyOf(refusals);
    }

    /** What of the lists could not be read; empty where all of them was. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /**
     * One registration.
     *
     * @param places codes of the placement types that it may be used for
     * @param providerCodes codes of the kinds of provider
     * @param end last day of the registration; null while it lasts
     * @param postcode upper case without spaces; empty where the list has none
     * @param authority upper-tier authority of that postcode; empty where it is not known
     */
    public record Provider(
            String urn,
            Set<String> places,
            Set<String> providerCodes,
            @Nullable LocalDate end,
            String postcode,
            String authority) {
        Provider in(Postcodes directory) {
            Postcodes.Place place = directory.find(postcode);
            return new Provider(urn, places, providerCodes, end, postcode, place == null ? "" : place.authority());
        }
    }

    /** Every registration under a URN, compared as trimmed upper-case text; empty where the list has none. */
    public List<Provider> list(String urn) {
        return byUrn.getOrDefault(urn.strip().toUpperCase(Locale.ROOT), List.of());
    }

    List<Provider> listAll() {
        return byUrn.values().stream().flatMap(List::stream).toList();
    }

    /** How many registrations they are. */
    public int count() {
        return byUrn.values().stream().mapToInt(List::size).sum();
    }

    /** The same providers, each with the authority that its postcode is in. */
    public Providers in(Postcodes postcodes) {
        Map<String, List<Provider>> placed = new HashMap<>();
        byUrn.forEach((urn, registrations) -> placed.put(
                urn, registrations.stream().map(one -> one.in(postcodes)).toList()));
        return new Providers(placed, refusals);
    }

    /** Every registration at a postcode, whatever its case and spaces; empty where the list has none. */
    public synchronized List<Provider> listAt(String postcode) {
        Map<String, List<Provider>> known = byPostcode;
        if (known == null) {
            Map<String, List<Provider>> made = new HashMap<>();
            byUrn.values().stream()
                    .flatMap(List::stream)
                    .filter(provider -> !provider.postcode().isEmpty())
                    .forEach(provider -> made.computeIfAbsent(provider.postcode(), any -> new ArrayList<>())
                            .add(provider));
            known = made;
            byPostcode = made;
        }
        return known.getOrDefault(postcode.toUpperCase(Locale.ROOT).replace(" ", ""), List.of());
    }
}
