package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/** Rules 218 to 230: Ofsted's number of the placement, its provider, and why the placement changed. */
final class Rules218 {
    private static final Set<String> TEMPORARY = Set.of("T0", "T1", "T2", "T3", "T4");
    /** Placement types that Ofsted gives no number, as they were from one year to the next. */
    private static final Set<String> UNNUMBERED_TO_2023 =
            Set.of("H5", "P1", "P2", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4", "Z1");

    private static final Set<String> UNNUMBERED_IN_2024 =
            Set.of("P1", "P2", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4", "Z1");
    private static final Set<String> UNNUMBERED_IN_2025 =
            Set.of("P1", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4", "Z1");
    private static final Set<String> UNNUMBERED_FROM_2026 =
            Set.of("P1", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4", "Z11", "Z12", "Z13", "Z14");

    private static final Set<String> OUTSIDE_ENGLAND = Set.of("CON", "NIR", "SCO", "WAL", "NUK");
    /** From this day supported accommodation has to be registered. */
    private static final LocalDate SUPPORTED_ACCOMMODATION = LocalDate.of(2023, 10, 29);

    private Rules218() {}

    static void addTo(RuleBook book) {
        addNumberMissing(book.error("218").until(2024), UNNUMBERED_TO_2023);
        addNumberMissing(book.error("218").from(2025).until(2025), UNNUMBERED_IN_2025);
        addNumberMissing(book.error("218").from(2026), UNNUMBERED_FROM_2026);
        addPlaceOfProvider(book);
        addPostcodeOfProvider(book.error("221").until(2023), Set.of("K1", "K2", "R3", "S1"));
        addPostcodeOfProvider(book.error("221").from(2024).until(2024), Set.of("H5", "K1", "K2", "R3", "S1"));
        addPostcodeOfProvider(book.error("221").from(2025), Set.of("K1", "K2", "K3", "R3", "S1"));
        addNumberNotWanted(book.error("222").until(2023), UNNUMBERED_TO_2023);
        addNumberNotWanted(book.error("222").from(2024).until(2024), UNNUMBERED_IN_2024);
        addNumberNotWanted(book.error("222").from(2025).until(2025), UNNUMBERED_IN_2025);
        addNumberNotWanted(book.error("222").from(2026), UNNUMBERED_FROM_2026);
        addKindOfProvider(book);
        addReasonsForChange(book);
        addTimeOfRegistration(book);
        addAuthorityOfProvider(book);
        addSupportedAccommodation(book);
    }

    private static void addNumberMissing(RuleBook.Draft draft, Set<String> unnumbered) {
        draft.says("The placement has no Ofsted number (URN), which its type needs in England. Give it, or correct the"
                        + " placement type or postcode.")
                .at(URN, PLACE, PL_LA, DEC)
                .needs(Need.POSTCODES)
                .each(
                        EPISODES,
                        (row, child) -> row.isBlank(URN)
                                && !row.isOneOf(PLACE, unnumbered)
                                // A short break must have no number (rule 214), so it cannot be asked for one here.
                                && !ChildFile.isRespite(row)
                                && !isOutsideEngland(row, child)
                                && (row.isBlank(DEC)
                                        || Days.isFrom(
                                                row.date(DEC), child.facts().start())));
    }

    /** A placement whose authority is not known counted as outside England to 2024-25, and counts as in England since. */
    private static boolean isOutsideEngland(Row episode, ChildFile child) {
        if (child.facts().year() >= 2026) {
            return episode.isOneOf(PL_LA, OUTSIDE_ENGLAND);
        }
        return beginsWithAny(episode, "NWSC");
    }

    /** Whether the authority of the placement is blank or begins with one of the letters. */
    private static boolean beginsWithAny(Row episode, String letters) {
        String authority = episode.textOrEmpty(PL_LA).toUpperCase(Locale.ROOT);
        return authority.isEmpty() || letters.indexOf(authority.charAt(0)) >= 0;
    }

    private static boolean hasNumber(Row episode) {
        return episode.isFilled(URN) && !episode.is(URN, Providers.NO_URN);
    }

    /** Registrations under the episode's number; empty where the list has none. */
    private static List<Providers.Provider> registrations(Row episode, ChildFile child) {
        Providers providers = child.facts().providers();
        return providers == null ? List.of() : providers.list(episode.textOrEmpty(URN));
    }

    /** Whether no registration under the episode's number agrees with it; where a number has several, one that agrees is enough. */
    private static boolean noneAgrees(Row episode, ChildFile child, BiPredicate<Providers.Provider, Row> agrees) {
        return Among.none(registrations(episode, child), provider -> agrees.test(provider, episode));
    }

    private static void addPlaceOfProvider(RuleBook book) {
        book.error("219")
                .says("Ofsted's list does not have this number (URN) for this placement type. Correct the number or the"
                        + " placement type.")
                .at(URN, PLACE)
                .needs(Need.PROVIDERS)
                .each(
                        EPISODES,
                        (row, child) -> hasNumber(row)
                                && noneAgrees(
                                        row, child, (provider, episode) -> episode.isOneOf(PLACE, provider.places())));
    }

    private static void addPostcodeOfProvider(RuleBook.Draft draft, Set<String> homes) {
        draft.says("The placement's postcode is not the one that Ofsted's list has for its number (URN). Correct the"
                        + " postcode or the number.")
                .at(PL_POST, URN, PLACE, LS)
                .needs(Need.PROVIDERS)
                .each(
                        EPISODES,
                        (row, child) -> hasNumber(row)
                                && !ChildFile.isRespite(row)
                                && row.isOneOf(PLACE, homes)
                                && row.isFilled(PL_POST)
                                && noneAgrees(
                                        row,
                                        child,
                                        (provider, episode) ->
                                                provider.postcode().equals(postcode(episode))));
    }

    private static String postcode(Row episode) {
        return episode.textOrEmpty(PL_POST).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static void addNumberNotWanted(RuleBook.Draft draft, Set<String> unnumbered) {
        draft.says(
                        "The placement has an Ofsted number (URN), which placements of its type do not have. Remove the number,"
                                + " or correct the placement type.")
                .at(URN, PLACE)
                .each(EPISODES, row -> row.isOneOf(PLACE, unnumbered) && hasNumber(row));
    }

    private static void addKindOfProvider(RuleBook book) {
        book.error("224")
                .says("Ofsted's list does not have this number (URN) for this kind of placement provider. Correct the"
                        + " provider or the number.")
                .at(PLACE_PROVIDER, URN)
                .needs(Need.PROVIDERS)
                .each(
                        EPISODES,
                        (row, child) -> hasNumber(row)
                                && noneAgrees(
                                        row,
                                        child,
                                        (provider, episode) ->
                                                episode.isOneOf(PLACE_PROVIDER, provider.providerCodes())));
    }

    private static void addReasonsForChange(RuleBook book) {
        book.error("225")
                .says(
                        "The child moved to another placement, but the reason for the move is blank. Give it on the episode"
                                + " that ended.")
                .at(REASON_PLACE_CHANGE, REC, PLACE, RNE)
                .reads(EPISODES)
                .child(NamedChild.only((child, report) -> {
                    List<Row> episodes = child.episodes();
                    for (int place = 0; place + 1 < episodes.size(); place++) {
                        Row episode = episodes.get(place);
                        Row next = episodes.get(place + 1);
                        if (episode.is(REC, "X1")
                                && episode.isBlank(REASON_PLACE_CHANGE)
                                && !episode.isOneOf(PLACE, TEMPORARY)
                                && next.isOneOf(RNE, "P", "B", "T", "U")
                                && !next.isOneOf(PLACE, TEMPORARY)) {
                            report.row(episode);
                        }
                    }
                }));
        addReasonNotWanted(book.error("226")
                .until(2025)
                .says("A reason for the change of placement is given, but the child went to or from a temporary"
                        + " placement (T0 to T4). Remove the reason, or correct the placement type."));
        addReasonNotWanted(book.error("226")
                .from(2026)
                .says("A move to or from a temporary placement (T0 to T4) has a reason for the change, which it does"
                        + " not need. Remove the reason, or correct the placement type."));
    }

    private static void addReasonNotWanted(RuleBook.Draft draft) {
        draft.at(REASON_PLACE_CHANGE, PLACE).reads(EPISODES).child(NamedChild.only((child, report) -> {
            boolean reasonBefore = false;
            for (Row episode : child.episodes()) {
                boolean reason = episode.isFilled(REASON_PLACE_CHANGE);
                if (episode.isOneOf(PLACE, TEMPORARY) && (reason || reasonBefore)) {
                    report.row(episode);
                }
                reasonBefore = reason;
            }
        }));
    }

    private static void addTimeOfRegistration(RuleBook book) {
        book.error("227")
                .says(
                        "The episode began when the registration of its Ofsted number (URN) was over. Correct the number or the"
                                + " start of the episode.")
                .at(URN, DECOM)
                .needs(Need.PROVIDERS)
                .each(
                        EPISODES,
                        (row, child) -> isAllOver(
                                row, child, (provider, episode) -> Days.isFrom(episode.date(DECOM), provider.end())));
        book.error("228")
                .says(
                        "The episode went on when the registration of its Ofsted number (URN) was over. Correct the number or"
                                + " the end of the episode; an open episode may have to be moved to another placement.")
                .at(URN, DEC)
                .needs(Need.PROVIDERS)
                .each(
                        EPISODES,
                        (row, child) -> isAllOver(row, child, (provider, episode) -> {
                            LocalDate ended = episode.date(DEC);
                            return Days.isAfter(ended == null ? child.facts().end() : ended, provider.end());
                        }));
    }

    /** Whether the list has the episode's number and every registration under it was over for the episode. */
    private static boolean isAllOver(Row episode, ChildFile child, BiPredicate<Providers.Provider, Row> isOver) {
        if (!hasNumber(episode)) {
            return false;
        }
        List<Providers.Provider> registrations = registrations(episode, child);
        return !registrations.isEmpty() && Among.all(registrations, provider -> isOver.test(provider, episode));
    }

    private static void addAuthorityOfProvider(RuleBook book) {
        book.error("229")
                .says(
                        "The provider is given as the council itself (PR1) or as another council (PR2), but the postcode of its"
                                + " Ofsted number (URN) tells otherwise. Correct the provider or the number.")
                .at(URN, PLACE_PROVIDER)
                .needs(Need.PROVIDERS, Need.POSTCODES, Need.AUTHORITY)
                .each(EPISODES, (row, child) -> {
                    String authority = child.facts().authority();
                    if (authority == null || !hasNumber(row)) {
                        return false;
                    }
                    List<Providers.Provider> registrations = registrations(row, child);
                    if (row.is(PLACE_PROVIDER, "PR1")) {
                        return Among.none(registrations, provider -> authority.equals(provider.authority()));
                    }
                    return row.is(PLACE_PROVIDER, "PR2")
                            && !registrations.isEmpty()
                            && Among.all(registrations, provider -> authority.equals(provider.authority()));
                });
    }

    private static void addSupportedAccommodation(RuleBook book) {
        book.error("230")
                .from(2024)
                .until(2024)
                .says(
                        "The supported accommodation (H5) went on after 28 October 2023, from when it needs an Ofsted number"
                                + " (URN) in England. Give the number, or correct the placement type.")
                .at(PLACE, DEC, URN, PL_LA)
                .needs(Need.POSTCODES)
                .each(
                        EPISODES,
                        row -> row.is(PLACE, "H5")
                                && !Days.isBefore(row.date(DEC), SUPPORTED_ACCOMMODATION)
                                && !hasNumber(row)
                                && !beginsWithAny(row, "NWS"));
    }
}
