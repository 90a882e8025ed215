package org.goldenthread.returns.write.annexa;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.codes.CodeSet;
import org.goldenthread.core.tables.ResourceTable;
import org.goldenthread.returns.annexa.AnnexACodes;

/**
 * The words that Annex A has for a value: Ofsted's own where its list has a wording for each value, else the code of the Department for Education with
 * its label, such as {@code U6: Foster placement with other foster carer}. Each of them is read again as the same value.
 */
final class Labels {
    /** The sets of Annex A that are written as the department's codes. */
    static final Map<String, CodeSet> CODED = Map.of(
            "source", CodeSet.of("cin", "ReferralSource"),
            "need", CodeSet.of("cin", "PrimaryNeedCode"),
            "closure", CodeSet.of("cin", "ReasonForClosure"),
            "legal-status", CodeSet.of("ssda903", "LS"),
            "care-end", CodeSet.of("ssda903", "REC"),
            "placement", CodeSet.of("ssda903", "PLACE"),
            "provider", CodeSet.of("ssda903", "PLACE_PROVIDER"),
            "activity", CodeSet.of("ssda903", "ACTIV"),
            "adoption-reversed", CodeSet.of("ssda903", "REASON_PLACED_CEASED"));

    private static final CodeSet ACCOMMODATION = CodeSet.of("ssda903", "ACCOM");
    private static final String SUITABLE = ", suitable";
    private static final Labels STANDARD = new Labels();

    private final Map<String, String> worded = new HashMap<>();

    private Labels() {
        ResourceTable.load(Labels.class, "labels.csv")
                .listRows()
                .forEach(row -> worded.put(row.get("set") + " " + row.get("value"), row.get("label")));
    }

    static Labels standard() {
        return STANDARD;
    }

    /**
     * @param set of Annex A's codes
     * @param text a code, or words for it, as a return or an extract has it
     * @return empty where nobody knows the value; the text itself where it tells a group for which there is no one wording
     */
    Optional<String> find(String set, String text) {
        String own = worded.get(set + " " + text);
        if (own != null) {
            return Optional.of(own);
        }
        return switch (set) {
            case "contact-source" -> read("source", text).map(value -> worded(set, value, text));
            case "accommodation" -> read(set, text).map(Labels::accommodation);
            default -> {
                CodeSet codes = CODED.get(set);
                yield codes == null
                        ? read(set, text).map(value -> worded(set, value, text))
                        : coded(codes, text.toUpperCase(Locale.ROOT))
                                .or(() -> read(set, text)
                                        .map(value -> coded(codes, value).orElse(text)));
            }
        };
    }

    private static Optional<String> read(String set, String text) {
        return AnnexACodes.standard().find(set, text);
    }

    private String worded(String set, String value, String text) {
        return worded.getOrDefault(set + " " + value, text);
    }

    private static Optional<String> coded(CodeSet codes, String code) {
        return codes.findLabel(code).map(label -> code + ": " + label);
    }

    /** The return codes each kind of accommodation twice, as suitable and as not, which Annex A tells in another column. */
    private static String accommodation(String letter) {
        return ACCOMMODATION
                .findLabel(letter + "1")
                .map(label -> letter + ": " + label.replace(SUITABLE, ""))
                .orElse(letter);
    }
}
