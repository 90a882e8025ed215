package org.goldenthread.core.codes;

import java.util.List;
import java.util.Optional;
import org.goldenthread.core.tables.ResourceTable;

/**
 * The kind of placement as sufficiency tables show it: a group, and a type within it.
 *
 * <p>Fostering by somebody other than a relative or friend is split by who provides it: the authority's own carers, or
 * anybody else's.
 *
 * @param group {@code Fostering}, {@code Other} or {@code Temporary}
 * @param name such as {@code Foster - long term: In-house}
 */
public record PlacementType(String group, String name) {
    private static final String OWN_PROVISION = "PR1";

    private static final List<Entry> ENTRIES =
            ResourceTable.load(PlacementType.class, "placement-types.csv").listRows().stream()
                    .map(row -> new Entry(
                            row.get("place"),
                            row.get("provider"),
                            new PlacementType(row.get("group"), row.get("type"))))
                    .toList();

    private record Entry(String place, String provider, PlacementType type) {
        private boolean covers(String placeCode, String providerCode) {
            return place.equals(placeCode)
                    && switch (provider) {
                        case "own" -> providerCode.equals(OWN_PROVISION);
                        case "other" -> !providerCode.equals(OWN_PROVISION);
                        default -> true;
                    };
        }
    }

    /**
     * @param place SSDA903 PLACE code
     * @param provider SSDA903 PLACE_PROVIDER code; empty where there is none
     * @return empty for a code that is not known
     */
    public static Optional<PlacementType> find(String place, String provider) {
        return ENTRIES.stream()
                .filter(entry -> entry.covers(place, provider))
                .map(Entry::type)
                .findFirst();
    }

    /** Every type once, in the order in which the tables print them. */
    public static List<PlacementType> listTypes() {
        return ENTRIES.stream().map(Entry::type).distinct().toList();
    }

    /** T0 to T4: a short absence from the placement proper, which it interrupts and does not end. */
    public static boolean isTemporary(String place) {
        return find(place, "").filter(type -> type.group().equals("Temporary")).isPresent();
    }
}
