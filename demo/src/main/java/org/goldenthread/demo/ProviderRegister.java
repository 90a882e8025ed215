package org.goldenthread.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The made-up providers that Ofsted inspects: fostering and adoption agencies, homes, schools, supported accommodation. */
final class ProviderRegister {
    private static final String FOSTERING = "U1, U2, U3, U4, U5, U6, A3, A5";
    private static final String ADOPTION = "A3, A4, A5, A6";
    private static final int AGENCIES = 14;

    private final List<Provider> providers = new ArrayList<>();

    /**
     * One registration.
     *
     * @param places placement codes that it may have, as Ofsted's list has them: parted by commas
     * @param provider provider code
     * @param postcode of its office, or of the home itself
     * @param isSetting whether children live at the postcode; an agency's live with its carers
     */
    record Provider(
            String urn,
            String name,
            String places,
            String provider,
            String postcode,
            Nearness where,
            boolean isSetting) {
        /** The postcode that a child's placement has there; null where it is the carer's. */
        @Nullable String setting() {
            return isSetting ? postcode : null;
        }

        boolean takes(String type, String code) {
            return provider.equals(code) && List.of(places.split(", ")).contains(type);
        }
    }

    ProviderRegister(Dice dice) {
        add("Fairmead fostering service", FOSTERING, "PR1", Nearness.HOME, false, dice);
        add("Fairmead adoption service", ADOPTION, "PR1", Nearness.HOME, false, dice);
        for (int index = 1; index <= AGENCIES; index++) {
            Nearness where = index <= 3 ? Nearness.HOME : index <= 10 ? Nearness.NEIGHBOURING : Nearness.FAR;
            add("Made-up fostering agency " + index, FOSTERING, "PR4", where, false, dice);
        }
        addSettings("Made-up children's home", "K2", "PR4", new int[] {7, 14, 10}, dice);
        addSettings("Made-up secure home", "K1", "PR2", new int[] {0, 2, 3}, dice);
        addSettings("Made-up residential school", "S1", "PR4", new int[] {2, 3, 4}, dice);
        addSettings("Made-up family centre", "R3", "PR4", new int[] {2, 3, 2}, dice);
        addSettings("Made-up supported accommodation", "H5, K3", "PR4", new int[] {14, 10, 4}, dice);
    }

    /** @param counts how many there are of each nearness */
    private void addSettings(String name, String places, String code, int[] counts, Dice dice) {
        int number = 0;
        for (Nearness where : Nearness.values()) {
            for (int left = counts[where.ordinal()]; left > 0; left--) {
                number++;
                add(name + " " + number, places, code, where, true, dice);
            }
        }
    }

    private void add(String name, String places, String code, Nearness where, boolean isSetting, Dice dice) {
        String urn = String.valueOf(9_100_000 + 137 * (providers.size() + 1));
        providers.add(new Provider(urn, name, places, code, Postcodes.within(where, dice), where, isSetting));
    }

    List<Provider> listProviders() {
        return List.copyOf(providers);
    }

    /**
     * One that takes the type of placement, as near as said if there is one.
     *
     * @param draw chooses among them
     * @param left postcode of the placement before, which nobody moves to again at once
     */
    Provider choose(String type, String code, Nearness where, long draw, String left) {
        List<Provider> all = matching(provider -> provider.takes(type, code)
                && !(provider.isSetting() && provider.postcode().equals(left)));
        List<Provider> near = all.stream()
                .filter(provider -> provider.isSetting() && provider.where() == where)
                .toList();
        List<Provider> choices = near.isEmpty() ? all : near;
        if (choices.isEmpty()) {
            throw new IllegalStateException(
                    "The made-up register has no provider " + code + " of placements " + type + ".");
        }
        return choices.get((int) Math.floorMod(draw, (long) choices.size()));
    }

    private List<Provider> matching(Predicate<Provider> wanted) {
        return providers.stream().filter(wanted).toList();
    }
}
